import { ok, refused, type Result } from '../refusal';
import type { DraftContent, DraftProcedure, Help, LevelAndSide, RecordedDetail } from './entry';

/** A value of an entry's content as a change shows it; null where there is none. */
export type ContentValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly LevelAndSide[]
  | readonly RecordedDetail[]
  | DraftProcedure
  | null;

/** One difference between two versions. A whole procedure that came or went has null on the other side. */
export interface ContentChange {
  /** JSON pointer into the newer content, or into the older one for a procedure that is gone. */
  readonly pointer: string;
  readonly before: ContentValue;
  readonly after: ContentValue;
}

/**
 * Of every field whether a change of it is shown. A field of an entry that is missing here does not compile: whoever
 * adds one decides.
 */
export type FieldSight<Content> = Readonly<Record<keyof Content, 'shown' | 'paired' | 'private'>>;

/** Fields of an encounter. Procedures are paired and compared one by one; the reflection is the fellow's own. */
export const encounterSight = {
  performedOn: 'shown',
  siteId: 'shown',
  supervisorId: 'shown',
  setting: 'shown',
  painCategory: 'shown',
  diagnosisGroup: 'shown',
  diagnosisId: 'shown',
  ageBand: 'shown',
  simulation: 'shown',
  caseLabel: 'shown',
  reflection: 'private',
  procedures: 'paired',
} as const satisfies FieldSight<DraftContent>;

/** Fields of a procedure. Procedures are paired by their item; the self-rating is blind. */
export const procedureSight = {
  itemId: 'paired',
  region: 'shown',
  side: 'shown',
  levels: 'shown',
  guidance: 'shown',
  techniques: 'shown',
  details: 'shown',
  role: 'shown',
  supervision: 'shown',
  outcome: 'shown',
  abortedReason: 'shown',
  complications: 'shown',
  selfHelp: 'private',
} as const satisfies FieldSight<DraftProcedure>;

type Shown<Sight> = { [Field in keyof Sight]: Sight[Field] extends 'shown' ? Field : never }[keyof Sight];

function shownFields<Sight extends Readonly<Record<string, string>>>(sight: Sight): readonly Shown<Sight>[] {
  return Object.keys(sight).filter((field) => sight[field] === 'shown') as unknown as readonly Shown<Sight>[];
}

const encounterFields = shownFields(encounterSight);
const procedureFields = shownFields(procedureSight);

/**
 * What changed from one version to the next, for the supervisor who sees it again. Procedures are paired by item, so
 * that removing one does not make all that follow look changed; lists are compared whole. The private reflection and
 * the blind self-rating are left out: they are not the supervisor's to see.
 */
export function changesBetween(before: DraftContent, after: DraftContent): ContentChange[] {
  const changes = encounterFields.flatMap((field) => change(`/${field}`, before[field], after[field]));
  const older = numbered(before.procedures);
  const newer = numbered(after.procedures);
  for (const [key, { procedure, position }] of newer) {
    const pointer = `/procedures/${position}`;
    const was = older.get(key)?.procedure;
    if (was === undefined) changes.push({ pointer, before: null, after: withoutSelfRating(procedure) });
    else
      changes.push(
        ...procedureFields.flatMap((field) => change(`${pointer}/${field}`, was[field], procedure[field])),
      );
  }
  for (const [key, { procedure, position }] of older) {
    if (newer.has(key)) continue;
    changes.push({ pointer: `/procedures/${position}`, before: withoutSelfRating(procedure), after: null });
  }
  return changes;
}

/**
 * Whether an amendment changes anything: what a supervisor sees, or the fellow's own reflection. A self-rating alone says
 * nothing new of what was done, and was to be blind. Refusal: `entry/unchanged`.
 */
export function checkAmendment(approved: DraftContent, amended: DraftContent): Result<null> {
  const isSame =
    (approved.reflection ?? '') === (amended.reflection ?? '') &&
    changesBetween(approved, amended).length === 0;
  return isSame ? refused('entry/unchanged') : ok(null);
}

/** Procedures by item and by how many of the same item came before. */
function numbered(
  procedures: readonly DraftProcedure[],
): Map<string, { procedure: DraftProcedure; position: number }> {
  const seen = new Map<string, number>();
  return new Map(
    procedures.map((procedure, position) => {
      const nth = seen.get(procedure.itemId) ?? 0;
      seen.set(procedure.itemId, nth + 1);
      return [`${procedure.itemId} ${nth}`, { procedure, position }];
    }),
  );
}

function withoutSelfRating(procedure: DraftProcedure): DraftProcedure {
  const shown: DraftProcedure & { selfHelp?: Help } = { ...procedure };
  delete shown.selfHelp;
  return shown;
}

function change(pointer: string, before: ContentValue = null, after: ContentValue = null): ContentChange[] {
  return isSame(before, after) ? [] : [{ pointer, before, after }];
}

/** Equal values; of a list, the same members in whatever order they were picked. */
function isSame(one: ContentValue, other: ContentValue): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(value: ContentValue): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map(memberPrint).sort());
}

/** A member of a list as a text, the same whatever order its parts stand in. */
export function memberPrint(member: unknown): string {
  if (typeof member !== 'object' || member === null) return String(member);
  const parts = Object.entries(member).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
}
