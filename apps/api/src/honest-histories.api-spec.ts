import { DataSource } from 'typeorm';
import { Checkpoints } from './ledger/checkpoints';
import { HonestHistories, type Acts } from './testing/honest-history';
import { pagesAsKeptAndMade } from './testing/pages-as-kept';
import { said } from './testing/said';
import { signOffsUnderTest } from './testing/sign-offs-under-test';
import { dialect, environmentOf } from './testing/test-database';

/** How many histories; `npm run honest` asks for more. Where statements travel, some show that nothing is otherwise there. */
const HISTORIES = Number(process.env['HISTORIES'] ?? (dialect === 'sqlite' ? 1000 : 100));
/** So many are told in one installation, which is verified after each quarter of them. */
const TOGETHER = 1000;
/** After so many histories the director's pages are held against what is made of the tables. */
const LOOKED_AT = 20;
const SEED = Number(process.env['HISTORIES_SEED'] ?? 1);

/** What honest people do, every kind of which must have happened in a thousand histories. */
const kinds = [
  ...['log', 'edit', 'approve', 'return', 'undo', 'withdraw', 'amend', 'void', 'answer', 'resolve', 'redact'],
  ...['batch', 'reassign', 'delegation', 'display link', 'fallback', 'key', 'letter', 'requirement set'],
  ...['sign-off', 'later sign-off', 'session', 'checkpoint'],
];

describe(`${HISTORIES} honest histories`, () => {
  const rounds = Math.ceil(HISTORIES / TOGETHER);
  const done: Acts = new Map();

  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'raise no alarm: chain, tree, checkpoints, signatures and tables are as they were written, and pages as their tables (installation %i)',
    async (round) => {
      const here = await signOffsUnderTest(`honest-${round}`);
      const { checkpointsDir } = here.server.database.settings;
      // Nobody pulls the plug here, and the disk is not what is tried.
      if (dialect === 'sqlite') await here.server.app.get(DataSource).query('PRAGMA synchronous = OFF');
      await here.server.app.get(Checkpoints).signAll();
      const env = environmentOf(here.server.database);
      const histories = new HonestHistories(here, SEED + round);
      const count = Math.min(TOGETHER, HISTORIES - round * TOGETHER);
      const chunk = Math.ceil(count / 4);
      for (let told = 0; told < count; told += 1) {
        await histories.tell();
        if (told % LOOKED_AT === 0) {
          const [kept, made] = await pagesAsKeptAndMade(here);
          expect(kept).toBe(made);
        }
        if ((told + 1) % chunk !== 0 && told + 1 < count) continue;
        const { code, text } = await said(['verify', '--json', '--against', checkpointsDir], env);
        expect([told, code, code === 0 ? '' : text.slice(0, 3000)]).toEqual([told, 0, '']);
      }
      for (const [name, acts] of histories.acts) {
        const sum = done.get(name) ?? { done: 0, refused: 0 };
        done.set(name, { done: sum.done + acts.done, refused: sum.refused + acts.refused });
      }
      await here.server.stop();
    },
    1_800_000,
  );

  it('of every kind', () => {
    const never = kinds.filter((name) => (done.get(name)?.done ?? 0) === 0);
    expect(HISTORIES < TOGETHER ? [] : never).toEqual([]);
    if (process.env['HISTORIES'] !== undefined)
      process.stdout.write(
        `${[...done].map(([name, one]) => `${name} ${one.done} (${one.refused} refused)`).join(', ')}\n`,
      );
  });
});
