import { In } from 'typeorm';
import { openToRead } from '../db/open-database';
import { EventRow } from '../db/event.row';
import { EntryRow } from '../entries/entry.row';
import { rows } from '../rows';
import type { AskedAct, Written } from './killed-clients';
import type { KilledRun } from './killed-server';

/** What a run with kills came to; all but the first four must be 0. */
export interface KilledHistory {
  readonly acknowledged: number;
  readonly refused: number;
  /** Acts without an answer. */
  readonly unanswered: number;
  /** Acts that were answered only when they were sent again under their key. */
  readonly sentAgain: number;
  /** Acts that were acknowledged, or seen afterwards, and are not in the log. */
  readonly lost: number;
  /** Acts in the log that were refused, or never asked for. */
  readonly foreign: number;
  /** Entries whose acts follow in an order that no rule allows, or whose row is in another state than they lead to. */
  readonly illegal: number;
}

/** What may follow what, and the state that it leads to. */
const rules: Readonly<Record<AskedAct, { readonly after: readonly string[]; readonly state: string }>> = {
  'entry.submitted': { after: ['nothing'], state: 'submitted' },
  'entry.approved': { after: ['submitted'], state: 'approved' },
  'entry.returned': { after: ['submitted'], state: 'returned' },
  'entry.decision-undone': { after: ['approved', 'returned'], state: 'submitted' },
};
const asked = Object.keys(rules) as AskedAct[];

/** Holds what clients wrote down against the log and the rows, both as they are stored. */
export async function killedHistory({ database, program, clients }: KilledRun): Promise<KilledHistory> {
  const opened = await openToRead(database.settings, rows);
  try {
    const { manager } = opened.source;
    const events = await manager.find(EventRow, {
      select: { seq: true, action: true, object: true },
      where: { logId: program.id, action: In(asked) },
      order: { seq: 'ASC' },
    });
    const told = new Map<string, AskedAct[]>();
    for (const { object, action } of events) {
      const id = object.replace(/^entry:/, '');
      told.set(id, [...(told.get(id) ?? []), action as AskedAct]);
    }
    const states = new Map(
      (
        await manager.find(EntryRow, { select: { id: true, state: true }, where: { programId: program.id } })
      ).map(({ id, state }) => [id, state]),
    );
    const written = new Map(clients.flatMap(({ acts }) => [...acts]));
    const ids = new Set([...told.keys(), ...states.keys(), ...written.keys()]);
    const all = [...written.values()].flat();
    const each = [...ids].map((id) => ({
      ...compared(written.get(id) ?? [], told.get(id) ?? []),
      illegal: isLegal(told.get(id) ?? [], states.get(id)) ? 0 : 1,
    }));
    const sum = (of: (one: (typeof each)[number]) => number) =>
      each.reduce((total, one) => total + of(one), 0);
    return {
      acknowledged: all.filter((one) => one.acknowledged && one.outcome === 'done').length,
      refused: all.filter(({ outcome }) => outcome === 'refused').length,
      unanswered: all.filter(({ acknowledged }) => !acknowledged).length,
      sentAgain: all.filter(({ isSentAgain }) => isSentAgain).length,
      lost: sum(({ lost }) => lost),
      foreign: sum(({ foreign }) => foreign),
      illegal: sum(({ illegal }) => illegal),
    };
  } finally {
    await opened.close();
  }
}

/** How many acts that were done the log does not tell, and how many it tells that were not: kind by kind. */
function compared(acts: readonly Written[], told: readonly AskedAct[]): { lost: number; foreign: number } {
  let [lost, foreign] = [0, 0];
  for (const act of asked) {
    const done = acts.filter((one) => one.act === act && one.outcome === 'done').length;
    const found = told.filter((one) => one === act).length;
    lost += Math.max(0, done - found);
    foreign += Math.max(0, found - done);
  }
  return { lost, foreign };
}

function isLegal(told: readonly AskedAct[], stored: string | undefined): boolean {
  let state = 'nothing';
  for (const act of told) {
    if (!rules[act].after.includes(state)) return false;
    state = rules[act].state;
  }
  return state === (stored ?? 'nothing');
}
