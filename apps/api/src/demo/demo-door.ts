import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { DemoPeopleView, DemoPersonView } from '@countersign/contracts/sessions/views';
import { roles } from '@countersign/domain/access';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import type { SignedRequest } from '../platform/handle';
import { problem } from '../platform/problem';
import { SETTINGS } from '../platform/settings-token';
import type { Settings } from '../platform/settings';
import { ProgramRow } from '../programs/program.row';
import { People } from '../people/people';
import { Programs, todayAt } from '../programs/programs';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Whether the browser asked for this machine by name: another name may have been made to lead here by its owner. */
function isAskedHere({ host = '' }: IncomingHttpHeaders): boolean {
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return [...LOOPBACK, 'localhost'].includes(name);
}

/** A proxy on this machine would make a far caller look near, so a forwarded request is refused as well. */
function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => /^(x-forwarded-.*|forwarded|x-real-ip|via)$/.test(name));
}

/** Offers the demo's people for one-tap sign-in: a demo program only, and only to this machine. */
@Injectable()
export class DemoDoor {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemException `demo/off` on a real database, for a server that listens to others, for a far caller. */
  async list(view: Reading, request: SignedRequest): Promise<DemoPeopleView> {
    const near = LOOPBACK.includes(request.socket.remoteAddress ?? '');
    const closed = [...LOOPBACK, 'localhost'].includes(this.settings.host);
    if (!near || !closed || !isAskedHere(request.headers) || isForwarded(request.headers))
      throw problem('demo/off');
    const [program, ...others] = await view.manager.find(ProgramRow);
    if (!program?.demo || others.some((other) => !other.demo)) throw problem('demo/off');
    const on = todayAt(program, view);
    const waiting = await this.waiting(view, program.id);
    const people: DemoPersonView[] = [];
    for (const role of roles) {
      const held = await this.people.withRole(view, { programId: program.id, role, on });
      people.push(
        ...held.map(({ id, name, baseSpecialty }) => {
          const note = role === 'supervisor' ? `${waiting.get(id) ?? 0} wait` : baseSpecialty;
          return { id, name, role, ...(note === '' ? {} : { note }) };
        }),
      );
    }
    people.sort((one, other) => (waiting.get(other.id) ?? 0) - (waiting.get(one.id) ?? 0));
    return { programName: program.name, people };
  }

  /** How many entries wait for each supervisor: the fullest queues are the most worth looking at. */
  private async waiting({ manager }: Reading, programId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await manager
      .createQueryBuilder(EntryRow, 'entry')
      .where("entry.programId = :programId AND entry.state IN ('submitted', 'amended')", { programId })
      .select(['entry.supervisorId AS supervisorId', 'COUNT(*) AS entries'])
      .groupBy('entry.supervisorId')
      .getRawMany<{ supervisorId: string; entries: string | number }>();
    return new Map(rows.map((row) => [row.supervisorId, Number(row.entries)]));
  }
}
