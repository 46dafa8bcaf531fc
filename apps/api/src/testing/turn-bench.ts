import { setImmediate } from 'node:timers/promises';
import { nameless } from '../db/context';
import { FollowerCursorRow } from '../followers/follower.row';
import { SYSTEM } from '../followers/turn';
import { EffectRow } from './effect.row';
import { happen, kinds } from './happen';
import { TestNodes, type TestNode } from './test-node';

/** What a turn may hold SQLite's one connection. */
const BUDGET_MS = 20;
const COMMANDS = 20;
const EVENTS_OF_ONE = 100;

/** How long people wait for SQLite's one connection while a follower catches up; printed as ratios to the budget. */
async function benchTurns(): Promise<void> {
  const nodes = await TestNodes.open();
  try {
    const node = nodes.node();
    node.followers.follow('notes', kinds('made'), {
      inside: async (tx, events) => {
        for (const { id, logId, seq } of events)
          await tx.manager.insert(EffectRow, { effect: id, logId, seq });
      },
    });
    for (let nth = 0; nth < COMMANDS; nth += 1)
      await node.db.write(nameless('somebody'), async (tx) => {
        for (let event = 0; event < EVENTS_OF_ONE; event += 1) await happen(tx, 'one', 'made');
      });
    const waits = (await waitsWhileCatchingUp(node)).sort((one, other) => one - other);
    const at = (share: number) => ((waits[Math.floor(waits.length * share)] ?? 0) / BUDGET_MS).toFixed(2);
    process.stdout.write(
      `${waits.length} requests beside ${COMMANDS * EVENTS_OF_ONE} followed events waited, of ${BUDGET_MS} ms: ` +
        `half up to ${at(0.5)} ×, 95 of 100 up to ${at(0.95)} ×, the longest ${at(1 - 1 / waits.length)} ×\n`,
    );
  } finally {
    await nodes.close();
  }
}

/** Reads again and again until the follower has all; ms of each wait. */
async function waitsWhileCatchingUp(node: TestNode): Promise<number[]> {
  const waits: number[] = [];
  let isDone = false;
  const catching = node.followers.catchUp().then(() => (isDone = true));
  while (!isDone) {
    const asked = performance.now();
    // A request comes in by the event loop, so the turn under way is part of its wait.
    await setImmediate();
    await node.db.glance(SYSTEM, ({ manager }) => manager.existsBy(FollowerCursorRow, { name: 'notes' }));
    waits.push(performance.now() - asked);
  }
  await catching;
  return waits;
}

void benchTurns();
