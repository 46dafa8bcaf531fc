import type { Guidance, ProcedureRole, Side } from '../catalogue/catalogue-item';

/** Where an entry stands. Only `approved` counts; `amended` is an approved entry whose newer version waits for review. */
export const entryStates = ['draft', 'submitted', 'returned', 'approved', 'amended', 'void'] as const;
/** One of {@link entryStates}. */
export type EntryState = (typeof entryStates)[number];

/** How closely the supervisor watched. */
export const supervisionLevels = ['direct', 'indirect-immediate', 'indirect-available', 'oversight'] as const;
/** One of {@link supervisionLevels}. */
export type SupervisionLevel = (typeof supervisionLevels)[number];

/** How the procedure ended; `converted` means another technique or approach was taken. */
export const outcomes = ['success', 'converted', 'supervisor-took-over', 'aborted'] as const;
/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** Where the patient was seen; `asc` is an ambulatory surgery center. */
export const settings = ['clinic', 'asc', 'operating-room', 'inpatient', 'emergency', 'telehealth'] as const;
/** One of {@link settings}. */
export type Setting = (typeof settings)[number];

/** Kind of pain that brought the patient. */
export const painCategories = ['acute', 'chronic-non-cancer', 'cancer', 'palliative'] as const;
/** One of {@link painCategories}. */
export type PainCategory = (typeof painCategories)[number];

/** Family of the diagnosis; an ICD-10-CM code beside it is optional. */
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
/** One of {@link diagnosisGroups}. */
export type DiagnosisGroup = (typeof diagnosisGroups)[number];

/** Age of the patient in years as a band: an exact age is not recorded, and 90 and over is one band. */
export const ageBands = ['<1', '1-17', '18-39', '40-64', '65-89', '90+'] as const;
/** One of {@link ageBands}. */
export type AgeBand = (typeof ageBands)[number];

/** Help given, 1 (supervisor did it) to 5 (not needed). Ordinal: medians and distributions, never means across scales. */
export type Help = 1 | 2 | 3 | 4 | 5;

/** Next time, 1 (watch) to 5 (alone, may teach). Prospective and apart from {@link Help}. */
export type NextTime = 1 | 2 | 3 | 4 | 5;

/** Whether a line's rating was given for it apart, or in one tap for all lines of the entry. */
export const ratingScopes = ['each', 'all'] as const;
/** One of {@link ratingScopes}. */
export type RatingScope = (typeof ratingScopes)[number];

/** One treated level with its side; `side` is absent where the item has no sides. */
export interface LevelAndSide {
  readonly level: string;
  readonly side?: Side;
}

/** What was said of one detail of the item: a choice or a level as `value`, a number as `amount` in the detail’s unit. */
export interface RecordedDetail {
  readonly id: string;
  readonly value?: string;
  readonly amount?: number;
  /** The recorded level that it is said of, where the detail is said of each. */
  readonly level?: string;
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
  /** Details of the item; absent where none was said. */
  readonly details?: readonly RecordedDetail[];
  readonly role: ProcedureRole;
  /** Required for all but a meeting, which nobody supervises as a procedure is supervised. */
  readonly supervision?: SupervisionLevel;
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
