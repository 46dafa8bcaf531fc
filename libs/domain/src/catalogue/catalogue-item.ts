/** Side of the body, seen from the patient. */
export type Side = 'left' | 'right' | 'bilateral' | 'midline';

/** What a level of an item names; `none` means the item has no levels. */
export type LevelType =
  | 'none'
  | 'nerve'
  | 'vertebra'
  | 'interspace'
  | 'joint'
  | 'nerve-root'
  | 'medial-branch'
  | 'disc'
  | 'muscle'
  | 'nerve-division'
  | 'lateral-branch'
  | 'dermatome';

/** How the needle or the lead is guided. */
export type Guidance =
  'fluoroscopy' | 'ultrasound' | 'landmark' | 'ct' | 'nerve-stimulation' | 'emg' | 'endoscopic';

/** Part the fellow took in one procedure, decided by who held the needle for more than half of the critical part. */
export type ProcedureRole = 'observed' | 'assisted' | 'performed-part' | 'performed' | 'taught';

/** How one session of an item is counted: one patient session, one per level and side, or one encounter. */
export type CountUnit = 'patient-session' | 'level' | 'encounter';

interface DetailOfAnyKind {
  readonly id: string;
  readonly name: string;
  /** Said of each recorded level apart, such as the response of each disc. */
  readonly perLevel: boolean;
}

/** A detail that is one of a few words, on which a rule may filter. */
export interface ChoiceDetail extends DetailOfAnyKind {
  readonly kind: 'choice';
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

/** A detail that is a number, from `min` to `max` in its unit, both included. */
export interface NumberDetail extends DetailOfAnyKind {
  readonly kind: 'number';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

/** A detail that is a place in the spine beside the treated levels, such as where a lead was entered. */
export interface LevelDetail extends DetailOfAnyKind {
  readonly kind: 'level';
  readonly levels: readonly string[];
}

/** What may be said of a procedure beyond levels, technique and guidance. Never needed unless the program says so. */
export type ItemDetail = ChoiceDetail | NumberDetail | LevelDetail;

/** One procedure or experience that can be logged. Ids are stable for ever; an item is sunset, never deleted. */
export interface CatalogueItem {
  readonly id: string;
  readonly name: string;
  /** The name on small buttons: at most 36 characters, no slash and no brackets; the name itself where that is so. */
  readonly short: string;
  readonly group: string;
  readonly kind: 'procedure' | 'experience';
  readonly regions: readonly string[];
  /** Sides that may be recorded; empty when side has no meaning for the item. */
  readonly sides: readonly Side[];
  readonly levelType: LevelType;
  readonly levels: readonly string[];
  readonly multiLevel: boolean;
  /** A level is the tip of one lead, so that the same level on the same side may be recorded once a lead. */
  readonly perLead: boolean;
  readonly guidance: readonly Guidance[];
  readonly techniques: readonly string[];
  /** Techniques of which one row has at most one: the others would contradict it. */
  readonly oneOf: readonly (readonly string[])[];
  readonly targets: readonly string[];
  /** Region of the body that a target is in, where the item has several. */
  readonly regionOf: Readonly<Record<string, string>>;
  readonly details: readonly ItemDetail[];
  /** A quick pick, never the permitted set. */
  readonly typicalComplications: readonly string[];
  /** 0 (no procedure) to 3 (highest). */
  readonly riskTier: 0 | 1 | 2 | 3;
  readonly countUnit: CountUnit;
  /** Example codes by code system (`icd10pcs`, `hcpcs`), a hint for a program's own mapping. No CPT: AMA copyright. */
  readonly codeExamples: Readonly<Record<string, readonly string[]>>;
  readonly notes: string;
  /** Words that people type for the item. */
  readonly synonyms: readonly string[];
  /** What people call the item in everyday speech besides its name and synonyms: lay words, brands, drugs, the reason. */
  readonly calls: readonly string[];
  /** Whether a competency about the item needs two supervisors before the director, unless the program decides otherwise. */
  readonly highRisk: boolean;
  /** Roles that are usual for a fellow, in the order of the vocabulary. Any other may be recorded and deserves a look. */
  readonly usualRoles: readonly ProcedureRole[];
  /** Settings an experience can be logged in; empty for procedures. */
  readonly settings: readonly string[];
  /** Whether a procedure can be done by telehealth; any other is refused there. */
  readonly remote: boolean;
  /** A meeting: its roles are those of a meeting, and nobody supervises it as a procedure is supervised. */
  readonly meeting: boolean;
  /** Last civil date on which the item may be logged, when it has been retired. */
  readonly sunsetOn?: string;
}

/** A family of items, the column of a dashboard. */
export interface CatalogueGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: 'procedure' | 'experience';
}

/** A complication term. `effect` terms (such as a Horner sign after a stellate block) are not listed here. */
export interface Complication {
  readonly id: string;
  readonly label: string;
  readonly severity: string;
  readonly onset: string;
  readonly synonyms: readonly string[];
}

/** A diagnosis with its optional ICD-10-CM code; `verify` marks a code to be confirmed by the program. */
export interface Diagnosis {
  readonly id: string;
  readonly label: string;
  readonly icd10cm: string;
  readonly verify: boolean;
  readonly synonyms: readonly string[];
}

/** What people read for a technique, target or region. */
export interface CatalogueWord {
  readonly id: string;
  readonly name: string;
}

/** One edition of the catalogue: our own synthesis, to be reviewed by a program's physicians before use. */
export interface Catalogue {
  /** Edition label, such as `2026.1`. */
  readonly edition: string;
  readonly groups: readonly CatalogueGroup[];
  readonly items: readonly CatalogueItem[];
  readonly complications: readonly Complication[];
  readonly diagnoses: readonly Diagnosis[];
  /** The shown words of every technique, target and region of its items; none in editions from before there were any. */
  readonly words: readonly CatalogueWord[];
}
