import type { INestApplication } from '@nestjs/common';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { ProgramRow } from '../programs/program.row';
import { Recount } from './recount';

/**
 * The command: compares the facts of every program with the contents that they come from, and makes again what differs.
 * @returns the exit code: 1 when something differed
 */
export async function recountFacts(app: INestApplication, print: (line: string) => void): Promise<number> {
  const db = app.get(Db);
  const recount = app.get(Recount);
  const actor = nameless('installation');
  const programs = await db.read(actor, ({ manager }) => manager.find(ProgramRow, { order: { id: 'ASC' } }));
  let wrong = 0;
  for (const { id, name } of programs) {
    const found = await db.read(actor, (view) => recount.compare(view, id));
    if (found.wrong.length > 0) await db.write(actor, (tx) => recount.mend(tx, id, found.wrong));
    print(`${name}: ${found.versions} versions, facts made again for ${found.wrong.length}.`);
    wrong += found.wrong.length;
  }
  return wrong === 0 ? 0 : 1;
}
