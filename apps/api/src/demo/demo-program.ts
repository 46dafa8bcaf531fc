import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Db } from '../db/db';
import { EventRow, LogHeadRow } from '../db/event.row';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow } from '../entries/entry.row';
import { PersonRow, RoleRow } from '../people/person.row';
import { Clock } from '../platform/clock';
import { SETTINGS } from '../platform/settings-token';
import type { Settings } from '../platform/settings';
import { LeaveRow, ProgramRow, RequirementSetRow, RotationRow, SiteRow } from '../programs/program.row';
import { SessionRow } from '../sessions/session.row';
import { createDemoYear } from './demo-year';

/** The seed of the shipped demo year: the same seed on the same day gives the same year. */
const SEED = 20_260_701;

/** The demo program: made on the first run of an empty database, wiped by one command, never on a real one. */
@Injectable()
export class DemoProgram {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Makes the demo program if the settings allow it and no program exists; prints what takes its time. */
  async createOnFirstRun(print: (line: string) => void): Promise<void> {
    if (this.settings.demo !== 'on' || (await this.db.read((manager) => manager.countBy(ProgramRow, {}))) > 0)
      return;
    print('First run: making the demo program, a year of invented entries …');
    const started = performance.now();
    const entries = await createDemoYear(this.source, { seed: SEED, now: this.clock.now(), progress: print });
    print(
      `The demo program has ${entries} entries (${Math.round((performance.now() - started) / 1000)} s). Nothing in it is a real person.`,
    );
  }

  /** Removes every demo program with all that belongs to it, its log included. Answers whether there was one. */
  async wipe(): Promise<boolean> {
    return this.db.write('installation', async ({ manager }) => {
      const programs = await manager.findBy(ProgramRow, { demo: true });
      for (const { id: programId } of programs) {
        const people = [
          ...new Set((await manager.findBy(RoleRow, { programId })).map((held) => held.personId)),
        ];
        for (const row of [
          DecisionRow,
          EntryProcedureRow,
          EntryVersionRow,
          EntryRow,
          RotationRow,
          LeaveRow,
          SiteRow,
          RequirementSetRow,
          RoleRow,
        ]) {
          await manager.delete(row, { programId });
        }
        await manager.delete(EventRow, { logId: programId });
        await manager.delete(LogHeadRow, { logId: programId });
        await manager.delete(ProgramRow, { id: programId });
        const elsewhere = new Set(
          (await manager.findBy(RoleRow, { personId: In(people) })).map((held) => held.personId),
        );
        const gone = people.filter((id) => !elsewhere.has(id));
        await manager.delete(SessionRow, { personId: In(gone) });
        await manager.delete(PersonRow, { id: In(gone) });
      }
      return programs.length > 0;
    });
  }
}
