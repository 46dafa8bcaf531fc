import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  guidances,
  procedureRoles,
  sides,
  type Guidance,
  type ProcedureRole,
  type Side,
} from '@countersign/domain/catalogue';
import {
  ageBands,
  diagnosisGroups,
  entryStates,
  outcomes,
  painCategories,
  settings,
  supervisionLevels,
  type AgeBand,
  type DiagnosisGroup,
  type EntryState,
  type Help,
  type Outcome,
  type PainCategory,
  type Setting,
  type SupervisionLevel,
} from '@countersign/domain/entry';
import { CivilDate, Id, Key, Name, OneOf, Optional, Prose } from '../fields';
import { NoPatient, ProseBody } from '../prose-body';

/** One treated level with its side. */
export class LevelBody {
  @Key() level!: string;
  @Optional() @OneOf(sides) side?: Side;
}

/** What was said of one detail of the item. */
export class DetailBody {
  @Key() id!: string;
  /** The choice, or the level, where the detail is one. */
  @Optional() @Key() value?: string;
  /** The number, in the unit of the detail, where it is one. */
  @Optional() @IsNumber() amount?: number;
  /** The recorded level that it is said of, where it is said of each. */
  @Optional() @Key() level?: string;
}

/** One procedure or experience of an entry. A draft may leave out what is not known yet. */
export class ProcedureBody {
  @Key() itemId!: string;
  @Optional() @Key() region?: string;
  @Optional() @OneOf(sides) side?: Side;
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => LevelBody) levels!: LevelBody[];
  @Optional() @OneOf(guidances) guidance?: Guidance;
  @IsArray() @ArrayMaxSize(20) @Key({ each: true }) techniques!: string[];
  @Optional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DetailBody)
  details?: DetailBody[];
  @Optional() @OneOf(procedureRoles) role?: ProcedureRole;
  @Optional() @OneOf(supervisionLevels) supervision?: SupervisionLevel;
  @Optional() @OneOf(outcomes) outcome?: Outcome;
  @Optional() @Prose(200) abortedReason?: string;
  @IsArray() @ArrayMaxSize(20) @Key({ each: true }) complications!: string[];
  @Optional() @IsInt() @Min(1) @Max(5) selfHelp?: Help;
}

/** What a fellow records of one patient encounter. */
export class ContentBody {
  @CivilDate() performedOn!: string;
  @Optional() @Id() siteId?: string;
  @Optional() @Id() supervisorId?: string;
  @Optional() @OneOf(settings) setting?: Setting;
  @Optional() @OneOf(painCategories) painCategory?: PainCategory;
  @Optional() @OneOf(diagnosisGroups) diagnosisGroup?: DiagnosisGroup;
  @Optional() @Key() diagnosisId?: string;
  @Optional() @OneOf(ageBands) ageBand?: AgeBand;
  @IsBoolean() simulation!: boolean;
  @Optional() @Prose(40) caseLabel?: string;
  @Optional() @Prose(2000) reflection?: string;
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => ProcedureBody)
  procedures!: ProcedureBody[];
}

/** The content of a draft or returned entry, and whether it goes to the supervisor now. */
export class EntryBody extends ContentBody {
  /** `keep` saves it for later, `submit` sends it to the supervisor. */
  @IsIn(['keep', 'submit']) then!: 'keep' | 'submit';
  @NoPatient() noPatient?: string[];
}

/** A new entry; its id is made where it is written, so that sending it twice logs it once. */
export class LogEntryBody extends EntryBody {
  @Id() id!: string;
}

/** The new version of an approved entry. It is always sent: an amendment has no draft beside what counts. */
export class AmendEntryBody extends ContentBody {
  @IsIn(['submit']) then!: 'submit';
  @NoPatient() noPatient?: string[];
}

/** Why an entry is made void; it stays readable. */
export class VoidEntryBody extends ProseBody {
  @Prose(500) reason!: string;
}

/** Which words of an entry the director removes for good, and why. */
export class RedactTextBody extends ProseBody {
  /** The version in which they stand; absent for what the entry itself says. */
  @Optional() @IsInt() @Min(1) number?: number;
  /**
   * JSON pointer to them: `/voidReason` of the entry, `/content/caseLabel` or `/content/procedures/0/abortedReason` of a
   * version, `/decisions/0/reasonText` of what was decided on it, counted as the entry shows it.
   */
  @Name(200) pointer!: string;
  /** Why; stays readable, so that it must not repeat the words. */
  @Prose(500) reason!: string;
}

/** Where an amendment stands: with its supervisor, or back with its fellow while the version before counts on. */
export const amendmentStates = ['waiting', 'returned'] as const;
/** One of {@link amendmentStates}. */
export type AmendmentState = (typeof amendmentStates)[number];

/** Which entries to list; every part narrows the list. */
export class EntryQuery {
  @Optional() @Id() fellowId?: string;
  /** `approved` lists everything that counts, also while an amendment waits. */
  @Optional() @OneOf(entryStates) state?: EntryState;
  /** Entries that count and have an amendment that waits, or one that was returned and not sent again. */
  @Optional() @OneOf(amendmentStates) amendment?: AmendmentState;
  @Optional() @Key() groupId?: string;
  @Optional() @Key() itemId?: string;
  @Optional() @CivilDate() fromOn?: string;
  @Optional() @CivilDate() toOn?: string;
  /** `false` leaves simulations out, as numbers do; `true` lists nothing else. */
  @Optional() @OneOf(['true', 'false']) simulation?: 'true' | 'false';
  /** `next` of the page before. */
  @Optional() @Name(120) cursor?: string;
}
