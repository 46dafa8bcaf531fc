import type { QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** A correction as an entry kept it until now. */
interface StoredCorrection {
  readonly number: number;
  readonly state: 'open' | 'accepted' | 'contested' | 'upheld' | 'reversed';
  readonly values: readonly {
    readonly position: number;
    readonly role?: string;
    readonly supervision?: string;
  }[];
  readonly reason: string;
  readonly contest?: string;
  readonly resolution?: string;
}

/** The approval that a correction was part of. */
interface Approval {
  readonly programId: string;
  readonly id: string;
  readonly entryId: string;
  readonly number: number;
  readonly fellowId: string;
  readonly at: unknown;
  readonly content: string;
  readonly correction: string;
}

/**
 * Makes decisions of what only the entry said of its correction. When the fellow answered and who resolved was not kept:
 * the answer gets the instant of the approval, a resolution the director of the program.
 */
export async function carryCorrections(runner: QueryRunner): Promise<void> {
  const approvals = (await runner.query(
    `SELECT decision.*, entry.correction AS correction, entry_version.content AS content
     FROM entry
     INNER JOIN decision ON decision.programId = entry.programId AND decision.entryId = entry.id
       AND decision.live = 1 AND decision.kind = 'approved'
     INNER JOIN entry_version ON entry_version.programId = decision.programId
       AND entry_version.entryId = decision.entryId AND entry_version.number = decision.number
     WHERE entry.correction IS NOT NULL`,
  )) as Approval[];
  for (const approval of approvals) {
    const correction = JSON.parse(approval.correction) as StoredCorrection;
    if (correction.number === approval.number) await carry(runner, approval, correction);
  }
}

async function carry(runner: QueryRunner, approval: Approval, correction: StoredCorrection): Promise<void> {
  const { programId, id, fellowId } = approval;
  await runner.query('UPDATE decision SET corrections = ?, reasonText = ? WHERE programId = ? AND id = ?', [
    JSON.stringify(bothValues(approval, correction)),
    correction.reason,
    ...[programId, id],
  ]);
  const { state, contest = null, resolution = null } = correction;
  if (state === 'open') return;
  const kind = state === 'accepted' ? 'accepted' : 'contested';
  await say(runner, approval, { slot: 'answer', kind, byId: fellowId, text: contest });
  if (state !== 'upheld' && state !== 'reversed') return;
  const byId = await directorOf(runner, approval);
  await say(runner, approval, { slot: 'resolution', kind: state, byId, text: resolution });
}

function bothValues({ content }: Approval, { values }: StoredCorrection): object[] {
  const { procedures } = JSON.parse(content) as { procedures: Record<string, string>[] };
  return values.map(({ position, ...corrected }) => ({
    position,
    ...Object.fromEntries(
      Object.entries(corrected).map(([field, value]) => [
        field,
        { recorded: procedures[position]?.[field] ?? null, corrected: value },
      ]),
    ),
  }));
}

interface Saying {
  readonly slot: string;
  readonly kind: string;
  readonly byId: string;
  readonly text: string | null;
}

async function say(
  runner: QueryRunner,
  approval: Approval,
  { slot, kind, byId, text }: Saying,
): Promise<void> {
  await runner.query(
    `INSERT INTO decision (programId, id, entryId, number, slot, live, kind, byId, fellowId, at, corrections, reasonText)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, '[]', ?)`,
    [
      ...[approval.programId, uuidv7(), approval.entryId, approval.number, slot, kind],
      ...[byId, approval.fellowId, approval.at, text],
    ],
  );
}

async function directorOf(runner: QueryRunner, { programId, fellowId }: Approval): Promise<string> {
  const [director] = (await runner.query(
    `SELECT personId FROM role_held WHERE programId = ? AND role = 'director' AND personId <> ? ORDER BY fromOn, id`,
    [programId, fellowId],
  )) as { personId: string }[];
  if (!director) throw new Error(`program ${programId} has no director who could have resolved a contest`);
  return director.personId;
}
