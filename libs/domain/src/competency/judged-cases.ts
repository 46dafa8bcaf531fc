import type { CatalogueItem } from '../catalogue';
import { DomainError } from '../refusal';
import type { Help } from '../entry/entry';
import { caseOf, isAbout, stateCounts } from './fact';
import type { Fact } from './fact';
import type { Competency } from './requirement-set';

/** Help from which a case went well for the competence charts: the supervisor stood by, or was not needed. */
export const WELL_AT_HELP = 4;

/** Why a judged case did not go well. */
export const failureReasons = ['took-over', 'aborted', 'help'] as const;
/** One of {@link failureReasons}: the supervisor took over, it was aborted, or help was below {@link WELL_AT_HELP}. */
export type FailureReason = (typeof failureReasons)[number];

/** One judged case, with what its point on a chart opens to. */
export interface JudgedCase {
  /** The first of its facts in the order of the record, which is the place of the case in it. */
  readonly factId: string;
  readonly entryId: string;
  readonly itemId: string;
  /** Civil date. */
  readonly performedOn: string;
  /** As the supervisor rated it. */
  readonly help: Help;
  /** 1 where it did not go well. */
  readonly failed: 0 | 1;
  /** Why it did not; null where it went well. */
  readonly reason: FailureReason | null;
}

/**
 * The judged cases of a competency for the competence charts, oldest first. Judged are approved, rated procedures in
 * patients, done by the fellow in whole or in part; what was rated
 * in one tap is one case for each item ({@link caseOf}). A case went well when help was {@link WELL_AT_HELP} or more and
 * the supervisor took over in none of its lines. A procedure that was aborted is a failure below that help; at that help
 * nobody failed, so it is not judged. An experience is not judged: there was nothing to do with the hands. The judgment is the supervisor's, never the fellow's own. Our own
 * definition: a program may set another one per procedure.
 * Throws `requirement/about-empty` for a competency about nothing: it would judge whatever was logged.
 */
export function judgedRecord(about: Competency['about'], facts: readonly Fact[]): readonly JudgedCase[] {
  return judgedRecords(facts)(about);
}

/** The judged cases of one competency after another. */
export type JudgedRecords = (about: Competency['about']) => readonly JudgedCase[];

/** {@link judgedRecord} for many competencies: the facts are looked through and put in order once. */
export function judgedRecords(facts: readonly Fact[]): JudgedRecords {
  const judged = facts.filter(isJudged).sort(inOrderOfRecord);
  const byItem = new Map<string, JudgedFact[]>();
  for (const fact of judged) {
    const same = byItem.get(subjectOf(fact));
    if (same === undefined) byItem.set(subjectOf(fact), [fact]);
    else same.push(fact);
  }
  const items = [...byItem.values()];
  return (about) => {
    if (about.items === undefined && about.groups === undefined)
      throw new DomainError('requirement/about-empty', 'A competency is about items or groups.', '/about');
    // All facts of a list are about the same, so that the first answers for them.
    const own = items.filter(([first]) => first !== undefined && isAbout(first, about));
    return casesOf(own.length > 1 ? own.flat().sort(inOrderOfRecord) : (own[0] ?? []));
  };
}

/** What a fact is about, as a key. */
function subjectOf({ itemId, group, kind }: Fact): string {
  return `${itemId} ${group} ${kind}`;
}

function casesOf(judged: readonly JudgedFact[]): readonly JudgedCase[] {
  const cases = new Map<string, JudgedCase>();
  for (const fact of judged) {
    const key = caseOf(fact);
    const before = cases.get(key);
    if (before === undefined) cases.set(key, caseFrom(fact));
    else if (before.failed === 0) {
      const { failed, reason } = caseFrom(fact);
      cases.set(key, { ...before, failed, reason });
    }
  }
  return [...cases.values()];
}

/** Of each case of {@link judgedRecord} 1 where it did not go well, and 0 where it did. */
export function judgedCases(about: Competency['about'], facts: readonly Fact[]): readonly (0 | 1)[] {
  return judgedRecord(about, facts).map(({ failed }) => failed);
}

/** A place in the order of a record: by the date of the procedure, then by fact. */
export type RecordPlace = Pick<JudgedCase, 'performedOn' | 'factId'>;

/** Which of two places comes first, as `sort` asks it. */
export function inRecord(one: RecordPlace, other: RecordPlace): number {
  return order(one.performedOn, other.performedOn) || order(one.factId, other.factId);
}

/**
 * Whether a competency about these items and groups has a chart: not when all of it is experiences, which have no
 * procedure that could fail. What the catalogue does not know is taken for a procedure.
 */
export function hasChart(
  { items = [], groups = [] }: Competency['about'],
  catalogue: { readonly items: readonly Pick<CatalogueItem, 'id' | 'group' | 'kind'>[] },
): boolean {
  const about = catalogue.items.filter(({ id, group }) => items.includes(id) || groups.includes(group));
  return about.length === 0 || about.some(({ kind }) => kind === 'procedure');
}

/** A fact that is judged, and so has a rating. */
type JudgedFact = Fact & { readonly help: Help };

function inOrderOfRecord(one: Fact, other: Fact): number {
  return order(one.performedOn, other.performedOn) || order(one.id, other.id);
}

function caseFrom({ id, entryId, itemId, performedOn, help, outcome }: JudgedFact): JudgedCase {
  const reason = reasonOf(help, outcome);
  return { factId: id, entryId, itemId, performedOn, help, failed: reason === null ? 0 : 1, reason };
}

function reasonOf(help: Help, outcome: Fact['outcome']): FailureReason | null {
  if (outcome === 'supervisor-took-over') return 'took-over';
  if (help >= WELL_AT_HELP) return null;
  return outcome === 'aborted' ? 'aborted' : 'help';
}

function isJudged(fact: Fact): fact is JudgedFact {
  const { help, kind, outcome, role } = fact;
  if (help === null || kind === 'experience' || (outcome === 'aborted' && help >= WELL_AT_HELP)) return false;
  const handsOn = role === 'performed' || role === 'performed-part';
  return stateCounts(fact.status) && handsOn && !fact.simulation;
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
