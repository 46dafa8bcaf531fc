import { Inject, Injectable } from '@nestjs/common';
import { dayAfter } from '@countersign/domain/calendar';
import type { SetUpBody } from '@countersign/contracts/set-up/bodies';
import type { EntryTrialView } from '@countersign/contracts/set-up/views';
import { Catalogues } from '../catalogue/catalogues';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { INSTALLATION } from '../db/row-changes';
import { civilDateAt } from '../platform/clock';
import { SetUpProgram, type NewPerson } from '../programs/set-up-program';
import { assertPossible, firstProgram } from './first-program';
import { assertEmpty } from './set-up-in-browser';
import { TestEntry } from './test-entry';

/** Days that the invented roles last. */
const YEAR_DAYS = 365;

/** Carries what was seen out of a transaction that is taken back by it. */
class TakenBack extends Error {
  constructor(readonly seen: EntryTrialView) {
    super('a trial is taken back');
  }
}

/**
 * Tries a program out before it is made: the very commands that fellows and supervisors will use run in one transaction
 * that never ends. What it shows is true of this server and database, and nothing of it can be taken for a case later.
 */
@Injectable()
export class TryEntry {
  constructor(
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(Db) private readonly db: Db,
    @Inject(SetUpProgram) private readonly setUp: SetUpProgram,
    @Inject(TestEntry) private readonly entry: TestEntry,
  ) {}

  /**
   * @param now UTC ms
   * @throws ProblemException `set-up/over` and what `assertPossible` says
   */
  async run(body: SetUpBody, now: number): Promise<EntryTrialView> {
    assertPossible(body, now);
    try {
      return await this.db.write<never>(nameless(INSTALLATION), async (tx) => {
        throw new TakenBack(await this.tried(tx, body));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.seen;
      throw error;
    }
  }

  private async tried(tx: Tx, body: SetUpBody): Promise<EntryTrialView> {
    const today = civilDateAt(tx.now, body.timeZone);
    const [fellow, supervisor] = [invented(tx, 'fellow', today), invented(tx, 'supervisor', today)];
    const given = firstProgram(tx, body, { entries: [], passwordHash: '' });
    const catalogue = this.catalogues.index(body.edition);
    await assertEmpty(
      tx,
      given.people.map(({ email }) => email),
    );
    await this.setUp.run(tx, { ...given, people: [...given.people, fellow, supervisor] }, catalogue);
    const [[director], [site]] = [given.people, given.sites];
    if (!director || !site) throw new Error('a first program has a director and a site');
    const { itemId, ...counted } = await this.entry.run(tx, {
      ...{ programId: given.program.id, siteId: site.id, today },
      ...{ fellowId: fellow.id, supervisorId: supervisor.id, directorId: director.id },
    });
    return { item: catalogue.item(itemId)?.name ?? itemId, ...counted };
  }
}

/** Whoever takes a part in the trial, for as long as it runs. */
function invented(tx: Tx, role: 'fellow' | 'supervisor', fromOn: string): NewPerson {
  return {
    ...{ id: tx.newId(), name: `Test ${role}`, email: `${role}@test.invalid`, baseSpecialty: '' },
    ...{ passwordHash: null, roles: [{ role, fromOn, toOn: dayAfter(fromOn, YEAR_DAYS) }] },
  };
}
