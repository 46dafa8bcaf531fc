import { hash, verify } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';
import { PASSWORD_COST } from '../../../apps/api/src/sessions/password-cost';
import type { Bare, Run, Value } from './bare';
import { BATCH, SITE, SUPERVISOR } from './demo';

/** Whose work it is, in which program. */
export interface Who {
  readonly programId: string;
  readonly personId: string;
}

/** A sheet that was opened to be signed. */
export interface Sheet {
  readonly signOffId: string;
  readonly digest: string;
  readonly meaning: string;
}

/** What loads use up. */
export interface Desk {
  /** Entries that were logged and wait for their supervisor. */
  readonly waiting: string[];
  readonly sheets: Sheet[];
  /** Whether a requirement set was published under which something can be signed. */
  isBound: boolean;
}

/** The least that a database can do for one request; the tables are those of the kept release. */
export type BareWork = (bare: Bare, who: Who, desk: Desk) => Promise<unknown>;

const NOW = '2026-11-24 15:00:00.000';
const HASH = 'a'.repeat(64);

/** An entry's content with two procedures, as long as the one that the server is sent. */
const CONTENT = JSON.stringify({
  ...{ performedOn: '2026-11-20', setting: 'asc', painCategory: 'chronic-non-cancer', simulation: false },
  ...{ siteId: SITE, supervisorId: SUPERVISOR.id, diagnosisGroup: 'radicular' },
  procedures: ['esi-tf-lumbar', 'si-joint'].map((itemId) => ({
    ...{ itemId, levels: [{ level: 'L4', side: 'left' }], guidance: 'fluoroscopy', techniques: [] },
    ...{ role: 'performed', supervision: 'direct', outcome: 'success', complications: ['none'] },
  })),
});

const marks = (values: readonly unknown[]): string => `(${values.map(() => '?').join(', ')})`;

/** One INSERT of rows that all have the same columns. */
function insert(run: Run, table: string, ...rows: readonly Readonly<Record<string, Value>>[]) {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(Object.values<Value>);
  return run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.map(marks).join(', ')}`,
    ...values.flat(),
  );
}

/** The event behind the lock of its log's head: the numbers have no gap, so writers wait here for one another. */
async function appendEvent(run: Run, bare: Bare, event: { who: Who; action: string; entryId: string }) {
  const { who, action, entryId } = event;
  const logId = who.programId;
  const [head] = await run(`SELECT seq, chain FROM log_head WHERE logId = ?${bare.forUpdate}`, logId);
  const seq = Number(head?.['seq']) + 1;
  const body = JSON.stringify({ v: 1, seq, action, data: { old: null, new: CONTENT } });
  await insert(run, 'event', {
    ...{ logId, seq, at: NOW, actorId: who.personId, action, object: `entry:${entryId}` },
    ...{ body, leaf: HASH, chain: HASH },
  });
  await run('UPDATE log_head SET seq = ?, chain = ? WHERE logId = ?', seq, HASH, logId);
}

/** Entry, version, two procedures, event: one transaction. */
export const bareLog: BareWork = async (bare, who, desk) => {
  const { programId, personId } = who;
  const id = uuidv7();
  await bare.write(async (run) => {
    await insert(run, 'entry', {
      ...{ programId, id, fellowId: personId, supervisorId: SUPERVISOR.id },
      ...{ state: 'submitted', version: 1, number: 1, shownNumber: 1, performedOn: '2026-11-20' },
      ...{ submittedAt: NOW, firstSubmittedAt: NOW, createdAt: NOW },
    });
    const version = { programId, entryId: id, number: 1 };
    await insert(run, 'entry_version', {
      ...{ ...version, content: CONTENT, simulation: 0, rotation: 'Interventional', createdAt: NOW },
      submittedAt: NOW,
    });
    const procedure = { ...version, role: 'performed', supervision: 'direct', outcome: 'success', levels: 1 };
    await insert(
      run,
      'entry_procedure',
      { ...procedure, position: 0, itemId: 'esi-tf-lumbar', groupId: 'epidural' },
      { ...procedure, position: 1, itemId: 'si-joint', groupId: 'facet' },
    );
    await appendEvent(run, bare, { who, action: 'entry.submitted', entryId: id });
  });
  desk.waiting.push(id);
};

/** The entry and its content read, the entry changed if nobody was faster, decision, event. */
async function approveOn(run: Run, bare: Bare, { who, entryId }: { who: Who; entryId: string }) {
  const { programId, personId: byId } = who;
  const [entry] = await run(
    'SELECT e.*, v.content FROM entry e JOIN entry_version v ' +
      'ON v.programId = e.programId AND v.entryId = e.id AND v.number = e.number ' +
      'WHERE e.programId = ? AND e.id = ?',
    ...[programId, entryId],
  );
  await run(
    "UPDATE entry SET state = 'approved', approvedNumber = 1, version = 2 " +
      'WHERE programId = ? AND id = ? AND version = 1',
    ...[programId, entryId],
  );
  await insert(run, 'decision', {
    ...{ programId, id: uuidv7(), entryId, number: 1, live: 1, kind: 'approved', byId },
    ...{ fellowId: String(entry?.['fellowId']), at: NOW, help: 4, nextTime: 4 },
  });
  await appendEvent(run, bare, { who, action: 'entry.approved', entryId });
}

/** One approval: one transaction. */
export const bareApprove: BareWork = async (bare, who, desk) => {
  const entryId = desk.waiting.pop() ?? '';
  await bare.write((run) => approveOn(run, bare, { who, entryId }));
};

/** One check of a password, and every approval of a batch in one transaction. */
export const bareBatch: BareWork = async (bare, who, desk) => {
  await checkPassword();
  await bare.write(async (run) => {
    for (const entryId of desk.waiting.splice(-BATCH)) await approveOn(run, bare, { who, entryId });
  });
};

/**
 * One check of a password; the sheet read by its digest, a signature and an event in one transaction. The kept release has
 * no tables for them: a decision is as long as a signature, and a version as a sheet.
 */
export const bareSign: BareWork = async (bare, who) => {
  await checkPassword();
  await bare.write(async (run) => {
    const { programId, personId: byId } = who;
    const [signed] = await run(
      'SELECT e.fellowId, v.* FROM entry e JOIN entry_version v ON v.programId = e.programId AND v.entryId = e.id AND v.number = 1 ' +
        "WHERE e.programId = ? AND e.state = 'approved' ORDER BY e.id LIMIT 1",
      programId,
    );
    const entryId = String(signed?.['entryId']);
    await insert(run, 'decision', {
      ...{ programId, id: uuidv7(), entryId, number: 1, live: null, kind: 'approved', byId },
      ...{ fellowId: String(signed?.['fellowId']), at: NOW, help: 4, nextTime: 4 },
    });
    await appendEvent(run, bare, { who, action: 'sign-off.signed', entryId });
  });
};

let kept: Promise<string> | undefined;

/** The slow hash that every signed act has to pay. */
async function checkPassword(): Promise<void> {
  kept ??= hash('a password', PASSWORD_COST);
  await verify(await kept, 'a password');
}

/** Entries with the version that is shown: what most pages are made of. */
const SHOWN =
  'FROM entry e JOIN entry_version v ON v.programId = e.programId AND v.entryId = e.id AND v.number = e.shownNumber ';

export const bareMyLog: BareWork = (bare, { programId, personId }) =>
  bare.run(
    `SELECT e.*, v.content ${SHOWN} WHERE e.programId = ? AND e.fellowId = ? ` +
      'ORDER BY e.performedOn DESC, e.id DESC LIMIT 50',
    ...[programId, personId],
  );

export const bareQueue: BareWork = (bare, { programId, personId }) =>
  bare.run(
    `SELECT e.*, v.content ${SHOWN} WHERE e.programId = ? AND e.supervisorId = ? ` +
      "AND e.state IN ('submitted', 'amended') ORDER BY e.submittedAt, e.id LIMIT 200",
    ...[programId, personId],
  );

/** Sites, supervisors, the rotation of today and the items logged lately. */
export const bareLogContext: BareWork = async (bare, { programId, personId }) => {
  const on = '2026-11-24';
  await bare.run('SELECT * FROM site WHERE programId = ?', programId);
  await bare.run(
    'SELECT p.id, p.name FROM role_held r JOIN person p ON p.id = r.personId ' +
      "WHERE r.programId = ? AND r.role = 'supervisor' AND r.fromOn <= ? AND r.toOn >= ?",
    ...[programId, on, on],
  );
  await bare.run(
    'SELECT * FROM rotation WHERE programId = ? AND fellowId = ? AND fromOn <= ? AND toOn >= ?',
    ...[programId, personId, on, on],
  );
  await bare.run(
    'SELECT p.itemId, e.supervisorId FROM entry e JOIN entry_procedure p ' +
      'ON p.programId = e.programId AND p.entryId = e.id AND p.number = e.number ' +
      'WHERE e.programId = ? AND e.fellowId = ? ORDER BY e.performedOn DESC, e.id DESC LIMIT 150',
    ...[programId, personId],
  );
};

/** What the rules count: the procedures of what is shown, with the help of the approval. */
const FACTS =
  'SELECT e.id, e.fellowId, e.state, e.performedOn, e.supervisorId, p.itemId, p.groupId, p.role, p.supervision, ' +
  'p.outcome, p.levels, d.help FROM entry e JOIN entry_procedure p ' +
  'ON p.programId = e.programId AND p.entryId = e.id AND p.number = e.shownNumber ' +
  'LEFT JOIN decision d ON d.programId = e.programId AND d.entryId = e.id AND d.number = e.shownNumber AND d.live = 1 ' +
  "WHERE e.programId = ? AND e.state IN ('submitted', 'returned', 'approved', 'amended')";

export const bareProgress: BareWork = (bare, { programId, personId }) =>
  bare.run(`${FACTS} AND e.fellowId = ?`, programId, personId);

export const bareDashboard: BareWork = (bare, { programId }) => bare.run(FACTS, programId);

export const bareEvidence: BareWork = (bare, { programId, personId }) =>
  bare.run(`${FACTS} AND e.fellowId = ? AND p.itemId = 'esi-tf-lumbar'`, programId, personId);
