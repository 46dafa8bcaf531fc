import type { Guidance, ProcedureRole } from '../catalogue';
import type {
  AgeBand,
  DiagnosisGroup,
  EntryState,
  Help,
  Outcome,
  PainCategory,
  RatingScope,
  Setting,
  SupervisionLevel,
} from '../entry/entry';

/**
 * One logged procedure or experience of one entry, as the rules see it.
 * The caller gives exactly one version of every entry: the approved version where there is one (so an amended entry
 * keeps counting with what was approved), else the newest.
 */
export interface Fact {
  /** Id of the logged procedure, unique among the facts of a fellow. */
  readonly id: string;
  /** The entry it is part of; one entry may have several facts. */
  readonly entryId: string;
  /** Catalogue item. */
  readonly itemId: string;
  /** Catalogue group of the item. */
  readonly group: string;
  readonly kind: 'procedure' | 'experience';
  /** Civil date of the encounter, `YYYY-MM-DD`. */
  readonly performedOn: string;
  readonly role: ProcedureRole;
  readonly supervision: SupervisionLevel;
  /** Help given as the supervisor rated this line of the entry; null while unrated. */
  readonly help: Help | null;
  /** Whether that rating is the line's own or one for all lines, which makes them one case; null while unrated. */
  readonly scope: RatingScope | null;
  /** Person id of the supervisor who decided, or is to decide, on the entry. */
  readonly supervisorId: string;
  readonly siteId: string;
  /** `approved` and `amended` count; `submitted` waits. */
  readonly status: EntryState;
  /** Not in a patient; counted apart. */
  readonly simulation: boolean;
  /** Null where it was not recorded; such a fact fails a filter that asks for a category. */
  readonly painCategory: PainCategory | null;
  /** Null where it was not recorded; such a fact fails a filter that asks for a setting. */
  readonly setting: Setting | null;
  /** Null for an experience, which has none; only `aborted` is left out by a rule that asks for no outcome. */
  readonly outcome: Outcome | null;
  /** Techniques of the item; a filter asks for one of them. */
  readonly techniques: readonly string[];
  /** Choices among the details of the item, as `detail=choice`; a filter asks for one of each detail that it names. */
  readonly choices: readonly string[];
  /** Like the pain category: what was not recorded fails a filter that asks for it. The same for all that follow. */
  readonly diagnosisGroup: DiagnosisGroup | null;
  readonly diagnosisId: string | null;
  readonly ageBand: AgeBand | null;
  readonly guidance: Guidance | null;
  readonly region: string | null;
  /** Treated levels and sides, a whole number; an item without levels is 1. 0 adds nothing to a count per level. */
  readonly levels: number;
}

/**
 * Which facts a rule is about. Absent parts ask nothing; `items` and `groups` together mean "one of these items or of
 * these groups". Only approved facts up to the as-of date ever pass.
 */
export interface FactFilter {
  /** Catalogue item ids. */
  readonly items?: readonly string[];
  /** Catalogue group ids. */
  readonly groups?: readonly string[];
  readonly kind?: Fact['kind'];
  readonly roles?: readonly ProcedureRole[];
  readonly supervision?: readonly SupervisionLevel[];
  readonly painCategories?: readonly PainCategory[];
  readonly settings?: readonly Setting[];
  /** How it ended. Without it aborted procedures are left out, and all others taken. */
  readonly outcomes?: readonly Outcome[];
  /** At least one of these. */
  readonly techniques?: readonly string[];
  /** Of each detail that is named one of its choices, as `detail=choice`: `steroid=particulate`. */
  readonly choices?: readonly string[];
  /** Families of diagnoses. */
  readonly diagnosisGroups?: readonly DiagnosisGroup[];
  /** Diagnosis ids of the catalogue. */
  readonly diagnoses?: readonly string[];
  readonly ageBands?: readonly AgeBand[];
  readonly guidance?: readonly Guidance[];
  readonly regions?: readonly string[];
  /** Left out (`exclude`) unless the rule says otherwise. */
  readonly simulation?: 'exclude' | 'include' | 'only';
  /** Whole months, 1 to 600, ending on the as-of date; both ends are in. */
  readonly windowMonths?: number;
  /** Each fact must be rated at this help or better. */
  readonly minHelp?: Help;
}

/** What a filter or a competency is about; absent parts ask nothing. */
export type Subject = Pick<FactFilter, 'items' | 'groups' | 'kind'>;

/** Why a fact does not count towards a rule. A fact after the as-of date is not also called outside the window. */
export const notCountedReasons = [
  'not-approved',
  'after-as-of',
  'simulation',
  'not-simulation',
  'other-procedure',
  'role',
  'supervision',
  'pain-category',
  'setting',
  'outcome',
  'technique',
  'detail',
  'diagnosis',
  'age-band',
  'guidance',
  'region',
  'outside-window',
  'not-rated',
  'help-below',
  'not-in-last-n',
  'same-case',
  'same-session',
] as const;
/** One of {@link notCountedReasons}. */
export type NotCountedReason = (typeof notCountedReasons)[number];

/**
 * Whether an entry in this state counts: approved, or under amendment, when its approved version keeps counting
 * (docs/domain.md §4). Everything that counts entries asks here.
 */
export function stateCounts(state: EntryState): boolean {
  return state === 'approved' || state === 'amended';
}

/**
 * The case that a fact's rating is about, as a key. Lines of one entry and one item that were rated in one tap are one
 * case: the supervisor judged once, so the rating speaks once. Every other fact is a case of its own.
 */
export function caseOf({ id, entryId, itemId, scope }: Fact): string {
  return scope === 'all' ? `all ${entryId} ${itemId}` : `each ${id}`;
}

/**
 * Whether a fact is one of these items or of these groups, and of this kind; the same for all facts of one item.
 * A subject without items and groups is about whatever is of its kind.
 */
export function isAbout(
  fact: Pick<Fact, 'itemId' | 'group' | 'kind'>,
  { items, groups, kind }: Subject,
): boolean {
  if (kind !== undefined && fact.kind !== kind) return false;
  if (items === undefined && groups === undefined) return true;
  return items?.includes(fact.itemId) === true || groups?.includes(fact.group) === true;
}
