import { nameless } from '../db/context';
import { EffectRow } from './effect.row';
import { happen } from './happen';
import { nodesUnderTest, type NodesUnderTest } from './nodes-under-test';
import type { FollowedEvent, Inside } from '../followers/follower';
import { FollowerCursorRow } from '../followers/follower.row';
import { SYSTEM } from '../followers/turn';

/** Nodes whose followers are tested. */
export interface FollowersUnderTest extends NodesUnderTest {
  /** Somebody does something to which these events belong, in this log. */
  happen(logId: string, ...actions: string[]): Promise<void>;
  /** How far a follower has come in a log. */
  cursor(name: string, logId: string): Promise<FollowerCursorRow>;
}

/** {@link nodesUnderTest}, with what followers are asked. */
export function followersUnderTest(): FollowersUnderTest {
  const here = nodesUnderTest();
  return Object.assign(here, {
    happen: (logId: string, ...actions: string[]) =>
      here.node.db.write(nameless('somebody'), async (tx) => {
        for (const action of actions) await happen(tx, logId, action, { action });
      }),
    cursor: (name: string, logId: string) =>
      here.node.db.read(SYSTEM, ({ manager }) => manager.findOneByOrFail(FollowerCursorRow, { name, logId })),
  });
}

/** Writes an effect for each event, and before that what a test wants to happen. */
export function noting(before: (event: FollowedEvent) => void | Promise<void> = () => undefined): Inside {
  return {
    inside: async (tx, events) => {
      for (const event of events) {
        await tx.manager.insert(EffectRow, { effect: event.id, logId: event.logId, seq: event.seq });
        await before(event);
      }
    },
  };
}
