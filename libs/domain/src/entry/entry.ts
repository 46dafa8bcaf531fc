import type { Guidance, Side } from '../catalogue/catalogue-item';

/** Where an entry stands. Only `approved` counts; `amended` is an approved entry whose newer version waits for review. */
export const entryStates = ['draft', 'submitted', 'returned', 'approved', 'amended', 'void'] as const;
export type EntryState = (typeof entryStates)[number];

/** Part the fellow took in one procedure, decided by who held the needle for more than half of the critical part. */
export const procedureRoles = ['observed', 'assisted', 'performed-part', 'performed', 'taught'] as const;
export type ProcedureRole = (typeof procedureRoles)[number];

/** How closely the supervisor watched. */
export const supervisionLevels = ['direct', 'indirect-immediate', 'indirect-available', 'oversight'] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];

export const outcomes = ['success', 'converted', 'supervisor-took-over', 'aborted'] as const;
export type Outcome = (typeof outcomes)[number];

export const settings = ['clinic', 'asc', 'operating-room', 'inpatient', 'emergency', 'telehealth'] as const;
export type Setting = (typeof settings)[number];

export const painCategories = ['acute', 'chronic-non-cancer', 'cancer', 'palliative'] as const;
export type PainCategory = (typeof painCategories)[number];

export const diagnosisGroups = [
  'neuropathic',
  'headache-facial',
  'low-back',
  'neck',
  'radicular',
  'myofascial',
  'crps',
  'joint',
  'visceral-pelvic',
  'post-surgical',
  'other',
] as const;
export type DiagnosisGroup = (typeof diagnosisGroups)[number];

export const ageBands = ['<1', '1-17', '18-39', '40-64', '65-89', '90+'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Help given, 1 (supervisor did it) to 5 (not needed). Ordinal: medians and distributions, never means across scales. */
export type Help = 1 | 2 | 3 | 4 | 5;

/** Next time, 1 (watch) to 5 (alone, may teach). Prospective and apart from {@link Help}. */
export type NextTime = 1 | 2 | 3 | 4 | 5;

/** One treated level with its side; `side` is absent where the item has no sides. */
export interface LevelAndSide {
  readonly level: string;
  readonly side?: Side;
}

/** One procedure or experience of an entry, as the fellow recorded it. */
export interface LoggedProcedure {
  readonly itemId: string;
  readonly region?: string;
  /** Side of an item without levels; items with levels carry the side on each level. */
  readonly side?: Side;
  readonly levels: readonly LevelAndSide[];
  readonly guidance?: Guidance;
  readonly techniques: readonly string[];
  readonly role: ProcedureRole;
  readonly supervision: SupervisionLevel;
  /** Required for a procedure; an experience has none. */
  readonly outcome?: Outcome;
  /** Why it was aborted; required for `aborted`, refused otherwise. */
  readonly abortedReason?: string;
  /** Complication ids; for a procedure the fellow states `none` explicitly, it is never assumed. Empty for an experience. */
  readonly complications: readonly string[];
  /** Help needed in the fellow's own eyes; blind until the supervisor has rated. */
  readonly selfHelp?: Help;
}

/** What a fellow records of one patient encounter. Holds no patient identity of any kind. */
export interface EntryContent {
  /** Civil date of the encounter at the site. */
  readonly performedOn: string;
  readonly siteId: string;
  readonly supervisorId: string;
  readonly setting: Setting;
  readonly painCategory: PainCategory;
  readonly diagnosisGroup: DiagnosisGroup;
  readonly diagnosisId?: string;
  readonly ageBand?: AgeBand;
  readonly simulation: boolean;
  /** Label invented by the program, never derived from a record number. */
  readonly caseLabel?: string;
  /** Private to the fellow; never exported with the log. */
  readonly reflection?: string;
  readonly procedures: readonly LoggedProcedure[];
}

/** A procedure of a draft: only the item is certain. */
export type DraftProcedure = Pick<LoggedProcedure, 'itemId' | 'levels' | 'techniques' | 'complications'> &
  Partial<LoggedProcedure>;

/** What a draft holds: the date and whatever the fellow has filled in so far. */
export type DraftContent = Pick<EntryContent, 'performedOn' | 'simulation'> &
  Partial<Omit<EntryContent, 'procedures'>> & { readonly procedures: readonly DraftProcedure[] };

/**
 * Where an entry is in its life, apart from its content.
 * A version number counts the contents that a supervisor has been or may be asked to decide on: editing a draft keeps
 * the number, editing after a decision starts the next one. Every version stays readable.
 */
export interface EntryLife {
  readonly state: EntryState;
  readonly fellowId: string;
  /** Absent only while a draft names none. */
  readonly supervisorId: string | null;
  /** Number of the newest version, from 1. */
  readonly number: number;
  /** Number of the version that counts, or null while none was approved. */
  readonly approvedNumber: number | null;
  /** The newest decision, also the one that an undo would take back. */
  readonly decision: EntryDecision | null;
  /** A supervisor's change of role or supervision level that the fellow may still answer. */
  readonly correction: EntryCorrection | null;
}

/** A supervisor's decision on one version. */
export interface EntryDecision {
  readonly kind: 'approved' | 'returned';
  readonly number: number;
  readonly byId: string;
  readonly at: number;
  /** Life before the decision, so that an undo within 10 seconds restores exactly that. */
  readonly before: { readonly state: EntryState; readonly approvedNumber: number | null };
}

/** How far a correction has come; only `contested` waits for the director. */
export type CorrectionState = 'open' | 'accepted' | 'contested' | 'upheld' | 'reversed';

/** Correct-and-approve: the supervisor's values count from the approval on; all texts stay. */
export interface EntryCorrection {
  readonly number: number;
  readonly state: CorrectionState;
  readonly byId: string;
  readonly at: number;
}
