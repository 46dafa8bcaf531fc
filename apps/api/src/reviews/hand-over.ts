import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can, entriesToRead, mayAttempt } from '@countersign/domain/access';
import { checkHandOver } from '@countersign/domain/entry';
import type { ReassignBody } from '@countersign/contracts/reviews/waiting-bodies';
import type { Tx } from '../db/context';
import { EntryStore, factsOf } from '../entries/entry-store';
import { EntryRow } from '../entries/entry.row';
import { People } from '../people/people';
import { must, problem, ProblemException, type FieldProblemSeed } from '../platform/problem';
import { Programs, todayAt } from '../programs/programs';

/** Hands waiting entries over to other supervisors, each to its own, by one act: all of them or none. */
@Injectable()
export class HandOver {
  constructor(
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** @throws ProblemException that names the place of each entry that stands in the way */
  async run(tx: Tx, programId: string, { entries }: ReassignBody): Promise<void> {
    // Who keeps people and not entries ends a role here too, and hands nothing over.
    if (!mayAttempt('entry.reassign', tx.actor, programId)) throw problem('access/not-allowed');
    const on = todayAt(await this.programs.load(tx, programId), tx);
    const supervisors = await this.people.withRole(tx, { programId, role: 'supervisor', on });
    const today = new Set(supervisors.map(({ id }) => id));
    const scope = entriesToRead(tx.actor, programId);
    const found = await tx.manager.findBy(EntryRow, { programId, id: In(entries.map(({ id }) => id)) });
    const revisionOf = new Map(found.map(({ id, revision }) => [id, revision]));
    refuse(
      entries.flatMap(({ id, revision }, place) =>
        revisionOf.get(id) === revision
          ? []
          : [{ pointer: `/entries/${place}`, code: 'entry/stale-version' }],
      ),
    );
    for (const [place, { id, revision, toId }] of entries.entries()) {
      const row = await this.store.load(tx, { programId, id }, scope);
      must(can.reassign(tx.actor, factsOf(row)));
      const { state, fellowId, assignedId, supervisorId } = row;
      const waitsFor = assignedId ?? supervisorId;
      const refusal = checkHandOver({ state, fellowId, waitsFor, toId, supervisesToday: today.has(toId) });
      refuse(
        refusal ? [{ pointer: `/entries/${place}/toId`, code: refusal.code, detail: refusal.detail }] : [],
      );
      const life = await this.store.life(tx, row);
      await this.store.move(tx, row, { life, seen: revision, action: 'entry.reassigned', assignedId: toId });
    }
  }
}

function refuse(fields: readonly FieldProblemSeed[]): void {
  const [first] = fields;
  if (first) throw new ProblemException(first.code, fields, first.detail);
}
