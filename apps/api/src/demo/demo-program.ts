import { AccessLinkRow } from '../accounts/access-link.row';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Catalogues } from '../catalogue/catalogues';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { EventRow, LogHeadRow } from '../db/event.row';
import { EntryRow } from '../entries/entry.row';
import { MailRow, MailStopRow } from '../mail/mail.row';
import { CredentialRow, PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt, Clock } from '../platform/clock';
import { SETTINGS } from '../platform/settings-token';
import type { Settings } from '../platform/settings';
import { ProgramRow } from '../programs/program.row';
import { PasskeyRow } from '../sessions/passkey.row';
import { RecoveryCodeRow } from '../sessions/recovery-code.row';
import { SessionRow } from '../sessions/session.row';
import { SigningQuestionRow } from '../sessions/signing-question.row';
import { StatementAcceptanceRow } from '../signatures/signature.row';
import { DemoUseCases } from './demo-use-cases';
import { createDemoYear, DEMO_COMPLETED } from './demo-year';

/** The seed of the shipped demo year: the same seed on the same day gives the same year. */
const SEED = 20_260_701;

const INSTALLATION = nameless('installation');

/** The demo program: made on the first run of an empty database, wiped by one command, never on a real one. */
@Injectable()
export class DemoProgram {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DemoUseCases) private readonly useCases: DemoUseCases,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  /**
   * Makes the demo program if the settings allow it and no program exists; prints what takes its time. A demo whose
   * making was interrupted is wiped and made again.
   */
  async createOnFirstRun(print: (line: string) => void, { weeks }: { weeks?: number } = {}): Promise<void> {
    if (this.settings.demo !== 'on') return;
    const programs = await this.db.glance(INSTALLATION, ({ manager }) => manager.find(ProgramRow));
    const [demo] = programs;
    if (demo) {
      if (programs.some((program) => !program.demo)) return;
      if (await this.isWhole(demo.id)) return this.sayIfOver(demo, print);
      print('The first run was interrupted: its half-made demo program is wiped and made again.');
      await this.wipe();
    }
    await this.make(print, weeks);
  }

  /** Removes every demo program with all that belongs to it, its log included. Answers whether there was one. */
  async wipe(): Promise<boolean> {
    return this.db.write(INSTALLATION, async (tx) => {
      const programs = await tx.manager.findBy(ProgramRow, { demo: true });
      for (const program of programs) await this.wipeOne(tx, program);
      return programs.length > 0;
    });
  }

  private async make(print: (line: string) => void, weeks = Infinity): Promise<void> {
    print('First run: making the demo program, a year of invented entries …');
    const started = performance.now();
    const now = this.clock.now();
    const entries = await createDemoYear(this.useCases, this.catalogues, {
      seed: SEED,
      now,
      progress: print,
      weeks,
    });
    const seconds = Math.round((performance.now() - started) / 1000);
    print(`The demo program has ${entries} entries (${seconds} s). Nothing in it is a real person.`);
  }

  private async isWhole(programId: string): Promise<boolean> {
    return this.db.glance(INSTALLATION, ({ manager }) =>
      manager.existsBy(EventRow, { logId: programId, action: DEMO_COMPLETED }),
    );
  }

  /** Fellows of a kept demo leave at the end of their year and are then no longer offered for sign-in. */
  private async sayIfOver(program: ProgramRow, print: (line: string) => void): Promise<void> {
    const last = await this.db.glance(INSTALLATION, ({ manager }) =>
      manager.findOne(RoleRow, { where: { programId: program.id, role: 'fellow' }, order: { toOn: 'DESC' } }),
    );
    if (!last || civilDateAt(this.clock.now(), program.timeZone) <= last.toOn) return;
    print(
      `The demo’s training year ended on ${last.toOn}; its fellows have left. For a new year: npm run demo:wipe, then npm start.`,
    );
  }

  private async wipeOne(tx: Tx, program: ProgramRow): Promise<void> {
    const { manager } = tx;
    const { id: programId, name } = program;
    const held = await manager.findBy(RoleRow, { programId });
    const people = [...new Set(held.map(({ personId }) => personId))];
    const head = await manager.findOneBy(LogHeadRow, { logId: programId });
    const entries = await manager.countBy(EntryRow, { programId });
    await tx.removeLog(programId);
    const gone = await wipePeople(tx, people);
    // The program's own log is gone with it; the installation's keeps that it was there and how it ended.
    const end = { events: head?.seq ?? 0, chain: head?.chain ?? null };
    tx.record('demo.wiped', { id: programId }, { name, entries, people: gone.length, ...end });
  }
}

/** Removes people who hold no role any more, with their sessions. Answers who they were. */
async function wipePeople(tx: Tx, people: readonly string[]): Promise<string[]> {
  const held = await tx.manager.findBy(RoleRow, { personId: In(people) });
  const elsewhere = new Set(held.map(({ personId }) => personId));
  const gone = people.filter((id) => !elsewhere.has(id));
  for (const { id } of await tx.manager.findBy(SessionRow, { personId: In(gone) }))
    await tx.remove(SessionRow, { id });
  for (const { id } of await tx.manager.findBy(PasskeyRow, { personId: In(gone) }))
    await tx.remove(PasskeyRow, { id });
  for (const { id } of await tx.manager.findBy(RecoveryCodeRow, { personId: In(gone) }))
    await tx.remove(RecoveryCodeRow, { id });
  for (const { id } of await tx.manager.findBy(AccessLinkRow, { personId: In(gone) }))
    await tx.remove(AccessLinkRow, { id });
  await tx.remove(SigningQuestionRow, { personId: In(gone) });
  await tx.remove(MailRow, { personId: In(gone) });
  for (const { personId, mailGroup } of await tx.manager.findBy(MailStopRow, { personId: In(gone) }))
    await tx.remove(MailStopRow, { personId, mailGroup });
  for (const { personId, kind } of await tx.manager.findBy(CredentialRow, { personId: In(gone) }))
    await tx.remove(CredentialRow, { personId, kind });
  for (const { personId, version } of await tx.manager.findBy(StatementAcceptanceRow, { personId: In(gone) }))
    await tx.remove(StatementAcceptanceRow, { personId, version });
  for (const id of gone) await tx.remove(PersonRow, { id });
  return gone;
}
