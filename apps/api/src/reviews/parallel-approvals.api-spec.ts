import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACT_HEADER } from '@countersign/contracts/endpoint';
import type { EntryView } from '@countersign/contracts/entries/views';
import { EventRow } from '../db/event.row';
import { DecisionRow, RatingRow } from '../entries/entry.row';
import { programUnderTest } from '../testing/program-under-test';
import type { Reply, TestClient } from '../testing/test-client';
import { entryBody, NOON } from '../testing/test-program';
import { timesToRun } from '../testing/times-to-run';

const PARALLEL = 100;
const ROUNDS = timesToRun(20);
/** What a round may take on a busy machine. */
const ROUND_MS = 60_000;

describe('A hundred approvals of one entry at once', () => {
  const here = programUnderTest('parallel-approvals', 'fellow', 'supervisor');

  /** Asks as a page does: what was too busy to be done is sent again under its key. */
  async function approve(window: TestClient, id: string, help: number): Promise<Reply<EntryView>> {
    const headers = { [ACT_HEADER.toLowerCase()]: randomUUID() };
    for (;;) {
      const ask = { revision: 1, body: { help }, headers };
      const reply = await window.post<EntryView>(`${here.entries}/${id}/approval`, ask);
      if (reply.status !== 503) return reply;
      await sleep(100 + Math.random() * 400);
    }
  }

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
            approve(nth % 2 === 0 ? here.supervisor : window, id, 3 + (nth % 3)),
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
