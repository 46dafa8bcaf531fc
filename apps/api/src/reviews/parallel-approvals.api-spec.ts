import type { EntryView } from '@countersign/contracts/entries/views';
import { EventRow } from '../db/event.row';
import { DecisionRow, RatingRow } from '../entries/entry.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';
import { timesToRun } from '../testing/times-to-run';

const PARALLEL = 100;
const ROUNDS = timesToRun(20);
/** What a round may take on a busy machine. */
const ROUND_MS = 60_000;

describe('A hundred approvals of one entry at once', () => {
  const here = programUnderTest('parallel-approvals', 'fellow', 'supervisor');

  it(
    `have one winner, one decision and one event, ${ROUNDS} times`,
    async () => {
      // Another window of the same supervisor, with a session of its own.
      const window = await here.server.as(here.program.people.supervisor);
      for (let round = 0; round < ROUNDS; round += 1) {
        here.server.setClock(NOON + round);
        const { id } = (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) }))
          .body;
        const replies = await Promise.all(
          Array.from({ length: PARALLEL }, (_, nth) =>
            (nth % 2 === 0 ? here.supervisor : window).post<EntryView>(`${here.entries}/${id}/approval`, {
              revision: 1,
              body: { help: 3 + (nth % 3) },
            }),
          ),
        );
        const statuses = replies.map(({ status }) => status);
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        expect(statuses.filter((status) => status !== 200 && status !== 409 && status !== 412)).toEqual([]);

        const winner = replies.find(({ status }) => status === 200)?.body;
        const help = winner?.versions[0]?.decisions[0]?.ratings?.[0]?.help;
        const kept = await here.server.read(async (manager) => ({
          decisions: await manager.countBy(DecisionRow, { entryId: id }),
          ratings: (await manager.findBy(RatingRow, { entryId: id })).map((rating) => rating.help),
          events: (await manager.findBy(EventRow, { object: `entry:${id}` })).map(({ action }) => action),
        }));
        expect(kept).toEqual({
          decisions: 1,
          ratings: [help],
          events: ['entry.submitted', 'entry.approved'],
        });
      }
    },
    ROUND_MS * ROUNDS,
  );
});
