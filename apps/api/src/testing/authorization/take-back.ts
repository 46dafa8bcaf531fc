import type { Db } from '../../db/db';

/** Marks a transaction that did all it had to, and is taken back all the same. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

/**
 * From now on a command runs on the database as ever, to its last statement, and is rolled back in the place of its commit; it
 * answers what it would have. So whoever asks next finds everything as it was, and a right to write can be asked for as
 * often as a right to read.
 */
export function takeBackWrites(db: Db): void {
  const write = db.write.bind(db);
  db.write = async (actor, work, moment) => {
    let outcome: { readonly is: Awaited<ReturnType<typeof work>> } | undefined;
    try {
      return await write(
        actor,
        async (tx) => {
          outcome = { is: await work(tx) };
          throw new TakenBack();
        },
        moment,
      );
    } catch (error) {
      if (error instanceof TakenBack && outcome !== undefined) return outcome.is;
      throw error;
    }
  };
}
