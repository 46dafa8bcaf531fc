import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, Max, Min, ValidateNested } from 'class-validator';
import { procedureRoles, sides, type ProcedureRole, type Side } from '@countersign/domain/catalogue';
import {
  decisionKinds,
  entryStates,
  ratingScopes,
  returnReasons,
  supervisionLevels,
  type DecisionKind,
  type EntryState,
  type Help,
  type NextTime,
  type RatingScope,
  type ReturnReason,
  type SupervisionLevel,
} from '@countersign/domain/entry';
import { CivilDate, Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { amendmentStates, ContentBody, LevelBody, ProcedureBody, type AmendmentState } from './bodies';

/** A site of the program. */
export class SiteView {
  @Id() id!: string;
  @IsString() name!: string;
  /** Settings that the site offers first. */
  @IsString() setting!: string;
}

/** An item that the fellow logs often or logged last, for the quick picks of the log page. */
export class QuickPickView {
  @IsString() itemId!: string;
  @IsIn(['recent', 'frequent']) why!: 'recent' | 'frequent';
}

/** The days from one civil date to another, both of them included. */
export class StretchView {
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
}

/** What the log page starts from: today at the program, the people and places, what the rotation schedule says. */
export class LogContextView {
  /** Civil date at the program now. */
  @CivilDate() today!: string;
  /** When the fellow is in training in the program; a day outside is refused. */
  @ValidateNested({ each: true }) @Type(() => StretchView) training!: StretchView[];
  @ValidateNested({ each: true }) @Type(() => SiteView) sites!: SiteView[];
  @ValidateNested({ each: true }) @Type(() => PersonView) supervisors!: PersonView[];
  /** Site of the rotation that the schedule gives for today. */
  @Optional() @Id() siteId?: string;
  /** Name of that rotation. */
  @Optional() @IsString() rotation?: string;
  /** Supervisor of the fellow's last entry at that site. */
  @Optional() @Id() supervisorId?: string;
  @ValidateNested({ each: true }) @Type(() => QuickPickView) quickPicks!: QuickPickView[];
  /** Ids of details that the program needs wherever an item has them. */
  @IsString({ each: true }) neededDetails!: string[];
}

/** A facet joint on one side. */
export class JointView {
  @IsString() joint!: string;
  @IsIn(['left', 'right']) side!: 'left' | 'right';
}

/** How a procedure counts: once per session, and by level. */
export class CountView {
  @IsInt() @Min(0) sessions!: number;
  @IsInt() @Min(0) levels!: number;
  /** Facet joints derived from medial-branch nerves. */
  @ValidateNested({ each: true }) @Type(() => JointView) joints!: JointView[];
}

/** A procedure as it was recorded, with how it counts. */
export class ProcedureView extends ProcedureBody {
  @IsString() itemName!: string;
  @ValidateNested() @Type(() => CountView) counts!: CountView;
}

/** The supervisor's rating of one procedure. */
export class RatingView {
  /** Place of the procedure in the content, from 0. */
  @IsInt() @Min(0) position!: number;
  @IsInt() @Min(1) @Max(5) help!: Help;
  @Optional() @IsInt() @Min(1) @Max(5) nextTime?: NextTime;
  /** Whether it is the procedure's own rating or one for all. */
  @OneOf(ratingScopes) scope!: RatingScope;
}

/** A role that was set right, beside the one that the fellow recorded. */
export class CorrectedRoleView {
  @Optional() @OneOf(procedureRoles) recorded?: ProcedureRole;
  @OneOf(procedureRoles) corrected!: ProcedureRole;
}

/** A supervision level that was set right, beside the one that the fellow recorded. */
export class CorrectedSupervisionView {
  @Optional() @OneOf(supervisionLevels) recorded?: SupervisionLevel;
  @OneOf(supervisionLevels) corrected!: SupervisionLevel;
}

/** What a supervisor set right in one procedure. */
export class CorrectionView {
  /** Place of the procedure in the content, from 0. */
  @IsInt() @Min(0) position!: number;
  @Optional() @ValidateNested() @Type(() => CorrectedRoleView) role?: CorrectedRoleView;
  @Optional() @ValidateNested() @Type(() => CorrectedSupervisionView) supervision?: CorrectedSupervisionView;
}

/** A text whose words the director removed. */
export class RemovedTextView {
  /** JSON pointer to where it stood, from the object that tells of it. */
  @IsString() pointer!: string;
  @Instant() at!: number;
}

/**
 * What was said about a version: a supervisor's decision, the fellow's answer to its corrections, the director's
 * resolution of a contest. Ratings and texts are left out for whoever may not read them, until the decision is final and
 * no longer blind, and for all but its maker once it was taken back; corrections are left out once they were taken back.
 */
export class DecisionView {
  @OneOf(decisionKinds) kind!: DecisionKind;
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  /** The supervisor for whom `by` stood in. */
  @Optional() @ValidateNested() @Type(() => PersonView) onBehalfOf?: PersonView;
  @Instant() at!: number;
  /** In the order of the procedures. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RatingView) ratings?: RatingView[];
  @Optional() @IsString() keepDoing?: string;
  @Optional() @IsString() nextTimeText?: string;
  @Optional() @OneOf(returnReasons) reasonCode?: ReturnReason;
  /** Why: of a return, a correction, a contest or a resolution. */
  @Optional() @IsString() reasonText?: string;
  @Optional() @ValidateNested({ each: true }) @Type(() => CorrectionView) corrections?: CorrectionView[];
  /** Texts of those above that were removed. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RemovedTextView) removed?: RemovedTextView[];
  /** True for a decision that was taken back within ten seconds. */
  @IsBoolean() undone!: boolean;
}

/** One field that differs between two versions. */
export class ChangeView {
  /** JSON pointer into the content. */
  @IsString() pointer!: string;
  @IsObject() values!: { before?: unknown; after?: unknown };
}

/** One version of an entry: what was sent, when, and what was decided on it. Others see only what was sent. */
export class VersionView {
  @IsInt() @Min(1) number!: number;
  @Instant() at!: number;
  /** Absent while it was never sent, and once it was withdrawn. */
  @Optional() @Instant() submittedAt?: number;
  /**
   * Days from the procedure to the first submission of the entry, when more than the program's limit; on the first
   * version alone, and never changed by a later one.
   */
  @Optional() @IsInt() @Min(1) lateDays?: number;
  /** Names of its procedures, in their order; ratings and corrections name them by place. */
  @IsString({ each: true }) itemNames!: string[];
  @ValidateNested({ each: true }) @Type(() => DecisionView) decisions!: DecisionView[];
  /** Against the last version before it that its supervisor decided on, else that anybody did; empty without one. */
  @ValidateNested({ each: true }) @Type(() => ChangeView) changes!: ChangeView[];
}

/** What the reader may do with the entry now. */
export class EntryActsView {
  @IsBoolean() edit!: boolean;
  @IsBoolean() submit!: boolean;
  @IsBoolean() withdraw!: boolean;
  @IsBoolean() amend!: boolean;
  @IsBoolean() void!: boolean;
  @IsBoolean() review!: boolean;
  /** Until when the reader may take back the decision. */
  @Optional() @Instant() undoUntil?: number;
  /** Until when the reader may accept or contest the correction. */
  @Optional() @Instant() answerUntil?: number;
  /** Whether the reader may remove words of it for good. */
  @IsBoolean() redact!: boolean;
  /** Whether the reader may decide on the contested correction. */
  @IsBoolean() resolve!: boolean;
}

/**
 * The content of an entry as the reader may see it: the reflection only to its fellow, self-ratings once they are open,
 * no free text to the coordinator.
 */
export class ContentView extends ContentBody {
  @ValidateNested({ each: true }) @Type(() => ProcedureView) declare procedures: ProcedureView[];
  /** Texts of the content that were removed. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RemovedTextView) removed?: RemovedTextView[];
}

/**
 * An entry, whole. `content`, `supervisor`, `siteName` and `rotation` are those of the version that the reader has to do
 * with: an amendment that waits for its fellow and its supervisor, else what counts, else what was sent last (for the
 * fellow: what was written last).
 */
export class EntryView {
  @Id() id!: string;
  /** The optimistic lock: goes into `If-Match`, rises by one with every change. */
  @IsInt() @Min(1) revision!: number;
  @OneOf(entryStates) state!: EntryState;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @Optional() @ValidateNested() @Type(() => PersonView) supervisor?: PersonView;
  /** To whom it was handed over from the supervisor whom it names. */
  @Optional() @ValidateNested() @Type(() => PersonView) assigned?: PersonView;
  @Optional() @IsString() siteName?: string;
  @Optional() @IsString() rotation?: string;
  /** Number of the newest version that the reader sees. */
  @IsInt() @Min(1) number!: number;
  /** Number of the version that counts. */
  @Optional() @IsInt() @Min(1) approvedNumber?: number;
  @ValidateNested() @Type(() => ContentView) content!: ContentView;
  @ValidateNested({ each: true }) @Type(() => VersionView) versions!: VersionView[];
  @ValidateNested() @Type(() => EntryActsView) acts!: EntryActsView;
  @Optional() @IsString() voidReason?: string;
  /** Whether the reason above was removed. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RemovedTextView) removed?: RemovedTextView[];
}

/** A procedure in a list: what and in which part. */
export class ProcedureLineView {
  @IsString() itemId!: string;
  @IsString() itemName!: string;
  @ValidateNested({ each: true }) @Type(() => LevelBody) levels!: LevelBody[];
  /** Side of an item without levels. */
  @Optional() @OneOf(sides) side?: Side;
  /** As it counts: the supervisor's, unless the director reversed the correction. */
  @Optional() @IsString() role?: ProcedureRole;
  /** Help given, once approved and open to the reader. */
  @Optional() @IsInt() @Min(1) @Max(5) help?: Help;
}

/** A newer version beside the one that counts. */
export class AmendmentView {
  @OneOf(amendmentStates) state!: AmendmentState;
  /** For whom it waits, or who returned it. */
  @ValidateNested() @Type(() => PersonView) supervisor!: PersonView;
  /** When it was sent, or returned. */
  @Instant() at!: number;
}

/**
 * An entry in a list: the version that counts, else the one that was sent last; to its fellow a draft or returned entry
 * as it was written last.
 */
export class EntryLineView {
  @Id() id!: string;
  @IsInt() @Min(1) revision!: number;
  @OneOf(entryStates) state!: EntryState;
  @CivilDate() performedOn!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @Optional() @ValidateNested() @Type(() => PersonView) supervisor?: PersonView;
  /** To whom it was handed over from the supervisor whom it names. */
  @Optional() @ValidateNested() @Type(() => PersonView) assigned?: PersonView;
  @Optional() @IsString() siteName?: string;
  @ValidateNested({ each: true }) @Type(() => ProcedureLineView) procedures!: ProcedureLineView[];
  /** When the version of the line was sent. */
  @Optional() @Instant() submittedAt?: number;
  /** Days from the procedure to the first submission, when more than the program's limit. */
  @Optional() @IsInt() @Min(1) lateDays?: number;
  /** What waits or came back beside the version of the line. */
  @Optional() @ValidateNested() @Type(() => AmendmentView) amendment?: AmendmentView;
  @IsBoolean() simulation!: boolean;
}

/** A page of entries, newest procedure first. */
export class EntryPageView {
  @ValidateNested({ each: true }) @Type(() => EntryLineView) entries!: EntryLineView[];
  /** All that match, not only this page. */
  @IsInt() @Min(0) total!: number;
  /** Cursor of the next page; absent on the last. */
  @Optional() @IsString() next?: string;
}
