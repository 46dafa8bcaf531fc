import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsNumber, IsString, Min, ValidateNested } from 'class-validator';
import {
  CompetenceRuleView,
  CompetenceView,
  GroupCountView,
  RequirementSetView,
} from '../competencies/views';
import { CivilDate, Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** A column of the dashboard: one competency of the sets by which its fellows are counted. */
export class CompetencyColumnView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsString() shortTitle!: string;
  /** Target of its first count rule, the largest of the fellows'. */
  @IsInt() @Min(1) need!: number;
  /** Its place in the requirement sets, from 0. */
  @IsInt() @Min(0) place!: number;
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
  /** Target of its first count rule, for this fellow. */
  @IsInt() @Min(1) need!: number;
  /** All rules met, not only the count. */
  @IsBoolean() met!: boolean;
  /** How many of its rules are met, and how many it has. */
  @IsInt() @Min(0) rulesMet!: number;
  @IsInt() @Min(1) rules!: number;
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
}

/** A row of the dashboard. */
export class FellowRowView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() baseSpecialty!: string;
  /** With whom the training was started, in the program's own words; absent for none. */
  @Optional() @IsString() cohort?: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(0) returned!: number;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CompetencyCellView)
  competencies!: CompetencyCellView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => GroupCountView) groups!: GroupCountView[];
}

/** How approvals go, the same for every supervisor. */
export class ApprovalHealthView {
  /** Entries waiting, by age in days: up to 7, 8–14, 15–30, over 30. */
  @IsInt({ each: true }) waitingByAge!: [number, number, number, number];
  /**
   * Median days from submission to decision, of what was decided in the last 90 days and of what still waits, which takes
   * at least as long as it has waited (Kaplan–Meier); absent where nothing was decided and nothing waits.
   */
  @Optional() @IsNumber() medianDaysToDecision?: number;
  /** So much still waits that the median is only a lower bound. */
  @Optional() @IsBoolean() medianIsAtLeast?: boolean;
  /** What was decided in 90 days or waits, and how much of it took, or has taken, longer than 14 days. */
  @IsInt() @Min(0) asked!: number;
  @IsInt() @Min(0) slow!: number;
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

/** A further requirement set by which fellows of the program are counted. */
export class OtherSetView extends RequirementSetView {
  @IsInt() @Min(1) fellows!: number;
}

/** The director's page. */
export class DashboardView {
  @Instant() asOf!: number;
  @CivilDate() asOfOn!: string;
  @IsString() programName!: string;
  /** What most of the fellows are counted by. */
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  /** What the other fellows are counted by, with how many they are; empty where one set is for all. */
  @ValidateNested({ each: true }) @Type(() => OtherSetView) otherSets!: OtherSetView[];
  /** Emptiest first. */
  @ValidateNested({ each: true }) @Type(() => CompetencyColumnView) competencies!: CompetencyColumnView[];
  @ValidateNested({ each: true }) @Type(() => GroupColumnView) groups!: GroupColumnView[];
  /** By name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => FellowRowView) fellows!: FellowRowView[];
  @ValidateNested() @Type(() => ApprovalHealthView) approvals!: ApprovalHealthView;
  @ValidateNested({ each: true }) @Type(() => WaitingForView) waitingFor!: WaitingForView[];
  @ValidateNested() @Type(() => CompetenceRuleView) competenceRule!: CompetenceRuleView;
}
