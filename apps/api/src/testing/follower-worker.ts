import 'reflect-metadata';
import { happen, kinds } from './happen';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Db } from '../db/db';
import { openDatabase } from '../db/open-database';
import { Rhythm } from '../followers/rhythm';
import { Clock, Ids } from '../platform/clock';
import { readSettings } from '../platform/settings';
import { rows } from '../rows';
import { nameless } from '../db/context';
import { EffectRow } from './effect.row';
import { TestNode } from './test-node';

/*
 * A node of its own process, for tests that kill it: it appends events to two logs all the time, follows them and runs
 * a job each second. It loads, says so, and begins when it is told to.
 */

/** How long a node that was killed is waited for: long against a hiccup of a busy machine, short for a test. */
export const KILLED_RHYTHM = new Rhythm(1_500, 100);
export const LOGS = ['log-one', 'log-two'];

/** The followers and jobs of every node of a test; what they do outside is a line in a file. */
export function equipNode(
  node: TestNode,
  file: string,
  hold: () => Promise<void> = () => Promise.resolve(),
): void {
  const { followers, timers } = node;
  followers.follow('inside', kinds('test.made'), {
    inside: async (tx, events) => {
      for (const { id, logId, seq } of events) await tx.manager.insert(EffectRow, { effect: id, logId, seq });
      await hold();
    },
  });
  followers.follow('outside', kinds('test.made'), {
    outside: async ({ id }) => {
      appendFileSync(file, `${id}\n`);
      await sleep(1);
    },
  });
  const second = { pattern: '* * * * * *', timeZone: 'UTC' };
  timers.every('tick-inside', second, {
    inside: async (tx, { id }) => {
      await tx.manager.insert(EffectRow, { effect: id, logId: '', seq: 0 });
      await sleep(20);
    },
  });
  timers.every('tick-outside', second, {
    outside: async ({ id }) => {
      appendFileSync(file, `${id}\n`);
      await sleep(20);
    },
  });
}

/** Appends until the process ends; every other event is of no interest to the followers. */
async function append(db: Db): Promise<void> {
  for (let nth = 0; ; nth += 1) {
    const log = LOGS[nth % 2] ?? '';
    await db.write(nameless('somebody'), async (tx) => {
      await happen(tx, log, 'test.made', { nth });
      if (nth % 3 === 0) await happen(tx, log, 'test.other', { nth });
    });
    await sleep(5);
  }
}

async function main(file: string, mode: string | undefined): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say('loaded');
  for await (const _ of createInterface(process.stdin)) break;
  const { source } = await openDatabase(readSettings(process.env), [...rows, EffectRow]);
  const clock = new Clock();
  const node = new TestNode(new Db(source, clock, new Ids()), clock, KILLED_RHYTHM);
  const hold = async (): Promise<void> => {
    say('holding');
    await sleep(500);
    say('resumed');
  };
  equipNode(node, file, mode === 'hold' ? hold : undefined);
  await node.followers.start();
  if (mode !== 'follow' && mode !== 'hold') void append(node.db);
  if (mode !== 'hold') await node.timers.start();
  say('working');
}

if (require.main === module) void main(process.argv[2] ?? '', process.argv[3]);
