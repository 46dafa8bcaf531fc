import { SYSTEM } from '../followers/turn';
import { EffectRow } from './effect.row';
import { TestClock, TestNodes, type TestNode } from './test-node';

/** What stands while a test runs: a database on which nobody has worked yet, and a node on it whose clock is set. */
export interface NodesUnderTest {
  readonly nodes: TestNodes;
  readonly clock: TestClock;
  /** A test may put another in its place. */
  node: TestNode;
  /** The effects so far, in the order in which they came. */
  effects(): Promise<string[]>;
}

/**
 * A database for a block of tests, empty before each. Only tests and hooks may read what it answers: while the block
 * is described, nothing stands yet.
 */
export function nodesUnderTest(): NodesUnderTest {
  const here = {
    effects: async () => {
      const rows = await here.node.db.read(SYSTEM, ({ manager }) =>
        manager.find(EffectRow, { order: { nth: 'ASC' } }),
      );
      return rows.map(({ effect }) => effect);
    },
  } as NodesUnderTest;
  beforeAll(async () => {
    Object.assign(here, { nodes: await TestNodes.open() });
  });
  beforeEach(async () => {
    await here.nodes.empty();
    const clock = new TestClock();
    Object.assign(here, { clock, node: here.nodes.node(clock) });
  });
  afterAll(() => here.nodes.close());
  return here;
}
