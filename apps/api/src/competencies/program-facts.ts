import type { Fact } from '@countersign/domain/competency';
import {
  ratingSight,
  withCorrection,
  type DecisionKind,
  type EntryState,
  type GivenRating,
  type Help,
  type LineCorrection,
  type RatingScope,
} from '@countersign/domain/entry';
import { flagOf, instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow, RatingRow } from '../entries/entry.row';

/** A logged procedure as the rules see it, with whose it is. */
export interface ProgramFact extends Fact {
  readonly fellowId: string;
  /** Number of the version of its entry that is shown: the one that counts, or waits. */
  readonly number: number;
  /** When that version was sent, UTC ms. */
  readonly sentAt: number | null;
  /** When that version was approved, UTC ms; null while it waits. */
  readonly approvedAt: number | null;
}

/** A fact as it stands in the tables, before it is known who reads: its rating is not yet shown to anybody. */
export interface StoredFact {
  readonly fact: Omit<ProgramFact, 'help' | 'scope'>;
  readonly rating: { readonly help: Help; readonly scope: RatingScope; readonly given: GivenRating } | null;
}

/** Columns of the facts of a procedure that come as they are. */
const laidOut = [
  ...([
    'entryId',
    'number',
    'position',
    'fellowId',
    'performedOn',
    'simulation',
    'supervisorId',
    'siteId',
  ] as const),
  ...(['setting', 'painCategory', 'itemId', 'groupId', 'kind', 'role', 'supervision', 'outcome'] as const),
  ...([
    'levels',
    'techniques',
    'choices',
    'diagnosisGroup',
    'diagnosisId',
    'ageBand',
    'region',
    'guidance',
  ] as const),
] as const satisfies readonly (keyof EntryProcedureRow)[];

/** A fact as it comes raw, with what was said about its version; nothing was said is null. */
type FactLine = Omit<Pick<EntryProcedureRow, (typeof laidOut)[number]>, 'simulation'> & {
  readonly simulation: boolean | number;
  readonly state: EntryState;
  readonly selfRated: boolean | number;
  readonly submittedAt: Date | string | null;
  readonly assignedId: string | null;
  readonly byId: string | null;
  readonly decidedAt: Date | string | null;
  readonly corrections: string | null;
  readonly resolved: DecisionKind | null;
} & ({ readonly help: Help; readonly scope: RatingScope } | { readonly help: null; readonly scope: null });

/**
 * A part of the version that others see. What was said is joined by the whole of its key, slot included: a database without
 * statistics takes a shorter one for as good, and reads every decision of the program for each line.
 */
const shown = (part: string): string =>
  `${part}.programId = entry.programId AND ${part}.entryId = entry.id AND ${part}.number = entry.shownNumber`;

/** What is read beside the columns that are laid out: the state, whose turn it was, and what was said about the version. */
const saidOfVersion = [
  ...['entry.state AS state', 'entry.assignedId AS assignedId'],
  ...['sent.selfRated AS selfRated', 'sent.submittedAt AS submittedAt'],
  ...['approval.byId AS byId', 'approval.at AS decidedAt', 'approval.corrections AS corrections'],
  ...['resolution.kind AS resolved', 'rating.help AS help', 'rating.scope AS scope'],
];

/**
 * The facts of these fellows' submitted, returned and counting entries, each as the version says that counts, or waits:
 * one statement, on the columns that are laid out for counting. A correction counts unless the director reversed it.
 */
export async function storedFacts(
  view: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<StoredFact[]> {
  if (fellowIds.length === 0) return [];
  const lines = await view.manager
    .createQueryBuilder(EntryRow, 'entry')
    .innerJoin(EntryProcedureRow, 'line', shown('line'))
    .innerJoin(EntryVersionRow, 'sent', shown('sent'))
    .leftJoin(
      DecisionRow,
      'approval',
      `${shown('approval')} AND approval.slot = 'decision' AND approval.live = 1 AND approval.kind = 'approved'`,
    )
    .leftJoin(
      DecisionRow,
      'resolution',
      `${shown('resolution')} AND resolution.live = 1 AND resolution.slot = 'resolution'`,
    )
    .leftJoin(
      RatingRow,
      'rating',
      'rating.programId = approval.programId AND rating.decisionId = approval.id AND rating.position = line.position',
    )
    .where('entry.programId = :programId AND entry.fellowId IN (:...fellowIds)', { programId, fellowIds })
    // Said of the line too, so that a database without statistics still starts from these fellows.
    .andWhere('line.fellowId IN (:...fellowIds)')
    .andWhere("entry.state IN ('submitted', 'returned', 'approved', 'amended')")
    .select([...laidOut.map((column) => `line.${column} AS ${column}`), ...saidOfVersion])
    .getRawMany<FactLine>();
  // In one order on every database, so that whatever is listed as it is met is listed alike.
  return lines.sort(byPlace).map((line) => {
    const fact = factOf(line);
    return { fact, rating: ratingOf(line, fact) };
  });
}

function byPlace(one: FactLine, other: FactLine): number {
  if (one.entryId === other.entryId) return one.position - other.position;
  return one.entryId < other.entryId ? -1 : 1;
}

/** Ids sort as the procedures stand in their entry, of which there are fewer than a hundred. */
export function factId(entryId: string, position: number): string {
  return `${entryId}:${String(position).padStart(2, '0')}`;
}

/** Place of a procedure in its entry, from 0. */
export function positionOf({ id }: Pick<Fact, 'id'>): number {
  return Number(id.slice(id.lastIndexOf(':') + 1));
}

/** Whether two readings say the same of the same facts, in the same order. */
export function areSame(one: readonly StoredFact[], other: readonly StoredFact[]): boolean {
  if (one.length !== other.length) return false;
  const ofFact = namesIn(one.map(({ fact }) => fact));
  const ofGiven = namesIn(one.map(({ rating }) => rating?.given));
  return one.every(({ fact, rating }, place) => {
    const there = other[place];
    return (
      isSame(ofFact, fact, there?.fact) &&
      isSame(['help', 'scope'], rating, there?.rating) &&
      isSame(ofGiven, rating?.given, there?.rating?.given)
    );
  });
}

/** The names of records that all have the same ones. */
function namesIn(records: readonly (object | undefined)[]): readonly string[] {
  return Object.keys(records.find((record) => record !== undefined) ?? {});
}

/** Whether two records of values and lists of words are alike. */
function isSame(names: readonly string[], one?: object | null, other?: object | null): boolean {
  if (!one || !other) return !one && !other;
  const [here, there] = [
    one as Readonly<Record<string, unknown>>,
    other as Readonly<Record<string, unknown>>,
  ];
  return names.every((name) => here[name] === there[name] || areSameWords(here[name], there[name]));
}

function areSameWords(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) && one.join(' ') === other.join(' ');
}

/** Of each fact whether its rating counts for this reader now: what `ratingSight` says. */
export function countingRatings(
  { actor, now }: Pick<Reading, 'actor' | 'now'>,
  stored: readonly StoredFact[],
): readonly boolean[] {
  const reader = { id: actor.personId, now, mayRead: true, isAsked: false };
  return stored.map(({ rating }) => rating !== null && ratingSight(rating.given, reader).counts);
}

/** The facts as this reader may know them now: without the ratings that do not count yet. */
export function factsFor(
  reader: Pick<Reading, 'actor' | 'now'>,
  stored: readonly StoredFact[],
): ProgramFact[] {
  const counting = countingRatings(reader, stored);
  return stored.map((one, place) => ({ ...one.fact, ...shownRating(one, counting[place] === true) }));
}

/** A rating, where it counts. */
export function shownRating({ rating }: StoredFact, counts: boolean): Pick<Fact, 'help' | 'scope'> {
  return rating !== null && counts ? { help: rating.help, scope: rating.scope } : NO_RATING;
}

const NO_RATING = { help: null, scope: null } as const;

function factOf(line: FactLine): StoredFact['fact'] {
  const { entryId, number, position, fellowId, itemId, kind, performedOn, outcome, levels } = line;
  const counted = withCorrection(
    { role: line.role ?? undefined, supervision: line.supervision ?? undefined },
    correctionOf(line),
  );
  // Each by itself, and no parts that are put together: this is done for every row of a program.
  return {
    id: factId(entryId, position),
    entryId,
    number,
    fellowId,
    itemId,
    kind,
    performedOn,
    outcome,
    levels,
    sentAt: instantOf(line.submittedAt),
    approvedAt: instantOf(line.decidedAt),
    group: line.groupId,
    status: line.state,
    simulation: flagOf(line.simulation),
    // Whoever decided, not whom the entry names: an entry of several may be decided by another one. What waits has nobody yet.
    supervisorId: line.byId ?? line.assignedId ?? line.supervisorId ?? '',
    siteId: line.siteId ?? '',
    painCategory: line.painCategory,
    setting: line.setting,
    ageBand: line.ageBand,
    diagnosisGroup: line.diagnosisGroup,
    diagnosisId: line.diagnosisId,
    techniques: wordsIn(line.techniques),
    choices: wordsIn(line.choices),
    region: line.region,
    guidance: line.guidance,
    // What was sent has a role and a supervision level; the weakest stand in for a record that has none.
    role: counted.role ?? 'observed',
    supervision: counted.supervision ?? 'direct',
  };
}

/** What the supervisor set right in this procedure, and the director did not undo. */
function correctionOf({ corrections, resolved, position }: FactLine): LineCorrection | undefined {
  if (corrections === null || corrections === '[]' || resolved === 'reversed') return undefined;
  return (JSON.parse(corrections) as LineCorrection[]).find((line) => line.position === position);
}

function ratingOf(
  { help, scope, byId, fellowId, selfRated }: FactLine,
  { approvedAt, sentAt }: StoredFact['fact'],
): StoredFact['rating'] {
  if (help === null || byId === null || approvedAt === null) return null;
  const given = { fellowId, byId, at: approvedAt, stands: true };
  return { help, scope, given: { ...given, selfRated: flagOf(selfRated), submittedAt: sentAt } };
}

/** Words with a blank between; most lists have none, and share one. */
function wordsIn(list: string | null): readonly string[] {
  return list === null || list === '' ? NO_WORDS : list.split(' ').filter(Boolean);
}

const NO_WORDS: readonly string[] = [];
