import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CivilDate, Instant, Optional } from '../fields';
import { EntryLineView } from '../entries/views';
import { PersonView } from '../sessions/views';

/** The competence light, from the exact state of the charts; never merged with the count. */
export const competenceStates = [
  'none',
  'insufficient',
  'learning',
  'competent',
  'concern_low',
  'concern_drift',
  'concern_relapse',
] as const;

/** One state of the competence light; `none` means no judged case. */
export type CompetenceStateName = (typeof competenceStates)[number];

/** What the competence light rests on. */
export class CompetenceView {
  @IsIn([...competenceStates]) state!: CompetenceStateName;
  /** Judged cases. */
  @IsInt() @Min(0) n!: number;
  /** Judged cases that went well enough; absent for readers who may not read ratings. */
  @Optional() @IsInt() @Min(0) successes?: number;
  /** Posterior chance that the true success rate is at least `target`; absent below ten cases, and as `successes`. */
  @Optional() @IsNumber() @Min(0) @Max(1) pAtLeastTarget?: number;
  @IsNumber() @Min(0) @Max(1) target!: number;
}

/** A requirement set as numbers must name it: source, edition, version, whether anybody verified it. */
export class RequirementSetView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsInt() @Min(1) version!: number;
  @IsString() source!: string;
  @CivilDate() effectiveOn!: string;
  /** True for the demo's example numbers, which are nobody's rule. */
  @IsBoolean() example!: boolean;
}

/** A column of the dashboard: one competency. */
export class CompetencyColumnView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsString() shortTitle!: string;
  /** Target of its first count rule. */
  @IsInt() @Min(1) need!: number;
}

/** Column of a procedure group. */
export class GroupColumnView {
  @IsString() id!: string;
  @IsString() title!: string;
}

/** A fellow's standing in one competency. */
export class CompetencyCellView {
  @IsString() competencyId!: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  /** All rules met, not only the count. */
  @IsBoolean() met!: boolean;
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
}

/** A fellow's sessions in one procedure group. */
export class GroupCellView {
  @IsString() groupId!: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
}

/** A row of the dashboard. */
export class FellowRowView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() baseSpecialty!: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(0) returned!: number;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CompetencyCellView)
  competencies!: CompetencyCellView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => GroupCellView) groups!: GroupCellView[];
}

/** How approvals go, the same for every supervisor. */
export class ApprovalHealthView {
  /** Entries waiting, by age in days: up to 7, 8–14, 15–30, over 30. */
  @IsInt({ each: true }) waitingByAge!: [number, number, number, number];
  /** Median days from submission to decision over the last 90 days; absent when nothing was decided. */
  @Optional() @IsNumber() medianDaysToDecision?: number;
  @IsInt() @Min(0) decided!: number;
  @IsInt() @Min(0) returned!: number;
  /** Entries of the last 90 days first submitted later than the program's limit. */
  @IsInt() @Min(0) late!: number;
  @IsInt() @Min(0) submitted!: number;
}

/** The supervisor for whom the oldest entries wait. */
export class WaitingForView {
  @ValidateNested() @Type(() => PersonView) supervisor!: PersonView;
  @IsInt() @Min(1) waiting!: number;
  @IsInt() @Min(0) oldestDays!: number;
}

/** The director's page. */
export class DashboardView {
  @Instant() asOf!: number;
  @CivilDate() asOfOn!: string;
  @IsString() programName!: string;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  /** Emptiest first. */
  @ValidateNested({ each: true }) @Type(() => CompetencyColumnView) competencies!: CompetencyColumnView[];
  @ValidateNested({ each: true }) @Type(() => GroupColumnView) groups!: GroupColumnView[];
  /** By name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => FellowRowView) fellows!: FellowRowView[];
  @ValidateNested() @Type(() => ApprovalHealthView) approvals!: ApprovalHealthView;
  @ValidateNested({ each: true }) @Type(() => WaitingForView) waitingFor!: WaitingForView[];
  /** The failure definition and the rates behind the competence light, printed beside it. */
  @IsString() competenceRule!: string;
}

/** One rule of a competency with where the fellow stands. */
export class RuleView {
  /** Position in the competency, from 0. */
  @IsInt() @Min(0) index!: number;
  /** The rule in words. */
  @IsString() sentence!: string;
  @IsNumber() value!: number;
  @IsNumber() need!: number;
  @IsBoolean() met!: boolean;
  @IsInt() @Min(0) waiting!: number;
}

/** A fellow's standing in one competency, rule by rule. */
export class CompetencyProgressView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsBoolean() met!: boolean;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(1) need!: number;
  @ValidateNested({ each: true }) @Type(() => RuleView) rules!: RuleView[];
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
}

/** A procedure group with the fellow's sessions. */
export class GroupProgressView extends GroupCellView {
  @IsString() title!: string;
  @IsIn(['procedure', 'experience']) kind!: 'procedure' | 'experience';
}

/** A fellow's progress page. */
export class ProgressView {
  @Instant() asOf!: number;
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() baseSpecialty!: string;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(0) returned!: number;
  @IsInt() @Min(0) drafts!: number;
  @ValidateNested({ each: true }) @Type(() => CompetencyProgressView) competencies!: CompetencyProgressView[];
  @ValidateNested({ each: true }) @Type(() => GroupProgressView) groups!: GroupProgressView[];
  @IsString() competenceRule!: string;
}

/** An entry behind a number, with why it does not count where it does not. */
export class EvidenceLineView {
  @ValidateNested() @Type(() => EntryLineView) entry!: EntryLineView;
  /** What the entry adds to the number; 0 when it does not count. */
  @IsInt() @Min(0) counts!: number;
  /** Reason codes, such as `role` or `outside-window`; empty when it counts. */
  @IsString({ each: true }) reasons!: string[];
}

/** One rule with the entries behind it. */
export class RuleEvidenceView extends RuleView {
  /** The different supervisors or sites, where the rule asks that they differ. */
  @Optional() @IsString({ each: true }) distinctNames?: string[];
  /** The rule rests on ratings, which the reader may not read: the number is there, its entries are not. */
  @Optional() @IsBoolean() ratingsHidden?: boolean;
  @ValidateNested({ each: true }) @Type(() => EvidenceLineView) counted!: EvidenceLineView[];
  @ValidateNested({ each: true }) @Type(() => EvidenceLineView) waitingEntries!: EvidenceLineView[];
  @ValidateNested({ each: true }) @Type(() => EvidenceLineView) notCounted!: EvidenceLineView[];
}

/** Everything behind one competency's numbers. */
export class EvidenceView {
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() competencyId!: string;
  @IsString() title!: string;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @ValidateNested({ each: true }) @Type(() => RuleEvidenceView) rules!: RuleEvidenceView[];
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
  @IsObject() reasonTexts!: Record<string, string>;
}
