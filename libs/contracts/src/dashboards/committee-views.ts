import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsString, Max, Min, ValidateNested } from 'class-validator';
import {
  committeeOutcomes,
  milestoneCodes,
  type CommitteeOutcome,
  type MilestoneCode,
} from '@countersign/domain/committee';
import { signOffStandings, type SignOffStanding } from '@countersign/domain/competency';
import {
  CompetenceRuleView,
  CompetenceView,
  ForecastRecordView,
  ForecastView,
  RequirementSetView,
} from '../competencies/views';
import { CivilDate, Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { ConcernView } from './attention-views';
import { CareCountView } from './case-mix-views';

/** A fellow in one competency, as a committee reads it: volume, rules, competence and sign-off, never merged. */
export class CommitteeCompetencyView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(1) need!: number;
  @IsBoolean() met!: boolean;
  @IsInt() @Min(0) rulesMet!: number;
  @IsInt() @Min(1) rules!: number;
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
  /** When the number is reached; absent where there is none. */
  @Optional() @ValidateNested() @Type(() => ForecastView) forecast?: ForecastView;
  /** What the fellow holds, where it was ever signed. */
  @Optional() @IsIn([...signOffStandings]) signed?: SignOffStanding;
  @Optional() @CivilDate() signedOn?: string;
  @Optional() @IsString() signOffId?: string;
}

/** What a supervisor wrote with an approval. */
export class RemarkView {
  @IsString() entryId!: string;
  @IsString() text!: string;
  /** What it says: keep doing, or do differently next time. */
  @IsIn(['keep-doing', 'next-time']) kind!: 'keep-doing' | 'next-time';
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  @CivilDate() performedOn!: string;
}

/** What the record says of one milestone. */
export class MilestoneView {
  @IsIn([...milestoneCodes]) code!: MilestoneCode;
  @IsString() title!: string;
  @IsInt() @Min(0) entries!: number;
  @IsInt() @Min(0) rated!: number;
  @IsInt() @Min(0) raters!: number;
  /** Absent with too little evidence, and for readers who may not read ratings. */
  @Optional() @IsNumber() @Min(1) @Max(5) suggested?: number;
}

/** What a committee set for one milestone. */
export class DecidedMilestoneView {
  @IsIn([...milestoneCodes]) code!: MilestoneCode;
  /** Absent where it could not say yet. */
  @Optional() @IsNumber() @Min(1) @Max(5) level?: number;
  /** As it was suggested then. */
  @Optional() @IsNumber() @Min(1) @Max(5) suggested?: number;
  @Optional() @IsString() reason?: string;
}

/** A decision as it was recorded; it never changes. */
export class CommitteeDecisionView {
  @IsString() id!: string;
  @Instant() at!: number;
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  @IsIn([...committeeOutcomes]) outcome!: CommitteeOutcome;
  /** Absent for readers who may not read what is said about a fellow, and once it was removed. */
  @Optional() @IsString() reason?: string;
  @ValidateNested({ each: true }) @Type(() => PersonView) present!: PersonView[];
  @Optional() @CivilDate() lookAgainOn?: string;
  @ValidateNested({ each: true }) @Type(() => DecidedMilestoneView) milestones!: DecidedMilestoneView[];
  @IsString() setTitle!: string;
  @IsInt() @Min(1) setVersion!: number;
}

/** One fellow before a committee. */
export class CommitteeView {
  @Instant() asOf!: number;
  @CivilDate() asOfOn!: string;
  @IsString() programName!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() baseSpecialty!: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @ValidateNested({ each: true })
  @Type(() => CommitteeCompetencyView)
  competencies!: CommitteeCompetencyView[];
  /** Reasons to look, never verdicts; the worst first. */
  @ValidateNested({ each: true }) @Type(() => ConcernView) concerns!: ConcernView[];
  /** Flags that chance alone is expected to raise for this one fellow. */
  @IsNumber() @Min(0) expectedFalse!: number;
  @ValidateNested({ each: true }) @Type(() => CareCountView) care!: CareCountView[];
  @IsInt() @Min(0) simulations!: number;
  /** The newest first; absent for readers who may not read what is said about a fellow. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RemarkView) remarks?: RemarkView[];
  @ValidateNested({ each: true }) @Type(() => MilestoneView) milestones!: MilestoneView[];
  /** The newest first. */
  @ValidateNested({ each: true }) @Type(() => CommitteeDecisionView) decisions!: CommitteeDecisionView[];
  /** Supervisors and directors of today, who may have been present. */
  @ValidateNested({ each: true }) @Type(() => PersonView) people!: PersonView[];
  @ValidateNested() @Type(() => CompetenceRuleView) competenceRule!: CompetenceRuleView;
  @ValidateNested() @Type(() => ForecastRecordView) forecastRecord!: ForecastRecordView;
}
