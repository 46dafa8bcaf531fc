import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsString, Max, Min, ValidateNested } from 'class-validator';
import {
  requirementSetStandings,
  type Rule,
  type RequirementSetStanding,
} from '@countersign/domain/competency';
import { supervisionLevels, type SupervisionLevel } from '@countersign/domain/entry';
import { AnyRuleView } from '../competencies/rule-views';
import { RequirementSetView } from '../competencies/views';
import { CivilDate, Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** What every line about a set says. */
class SetHeadView {
  @IsString() id!: string;
  /** The same in every version. */
  @IsString() setId!: string;
  @IsString() title!: string;
  @IsString() source!: string;
  @IsString() edition!: string;
  /** Absent: every cohort of the program. */
  @Optional() @IsString() cohort?: string;
  @CivilDate() effectiveOn!: string;
  @IsIn([...requirementSetStandings]) standing!: RequirementSetStanding;
  @IsInt() @Min(1) competencyCount!: number;
}

/** One published version. */
export class PublishedSetView extends SetHeadView {
  @IsInt() @Min(1) version!: number;
  @Instant() publishedAt!: number;
  /** Absent for sets that came with the program. */
  @Optional() @IsString() publishedBy?: string;
  /** Who compared the numbers, when, and with which document; only of a verified set. */
  @Optional() @IsString() verifiedBy?: string;
  @Optional() @CivilDate() verifiedOn?: string;
  @Optional() @IsString() verifiedAgainst?: string;
  /** Fellows whom it binds today. */
  @IsInt() @Min(0) binds!: number;
}

/** One draft. */
export class DraftLineView extends SetHeadView {
  /** Names the draft's state, for `If-Match`. */
  @IsInt() @Min(1) revision!: number;
  @Instant() savedAt!: number;
  @IsString() savedBy!: string;
}

/** A fellow's training with its cohort, and by what the fellow is counted today. */
export class CohortLineView {
  /** Names the training. */
  @IsString() roleId!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @Optional() @IsString() cohort?: string;
  @ValidateNested() @Type(() => RequirementSetView) set!: RequirementSetView;
}

/** Every requirement set of a program. */
export class RequirementSetsView {
  @CivilDate() asOfOn!: string;
  /** Those published last first. */
  @ValidateNested({ each: true }) @Type(() => PublishedSetView) published!: PublishedSetView[];
  /** Only for those who may draft. */
  @Optional() @ValidateNested({ each: true }) @Type(() => DraftLineView) drafts?: DraftLineView[];
  /** Trainings of today, by name; only for those who keep the people of the program. */
  @Optional() @ValidateNested({ each: true }) @Type(() => CohortLineView) fellows?: CohortLineView[];
}

/** What a competency is about. */
class AboutView {
  @Optional() @IsString({ each: true }) items?: string[];
  @Optional() @IsString({ each: true }) groups?: string[];
}

/** Where the number of a competency comes from. */
class NumberSourceView {
  @IsString() address!: string;
  @IsString() edition!: string;
  /** Told by somebody else than who set it. */
  @IsBoolean() secondary!: boolean;
}

/** A competency as a set asks for it. */
export class CompetencyView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsString() shortTitle!: string;
  @ValidateNested() @Type(() => AboutView) about!: AboutView;
  @ValidateNested({ each: true }) @Type(() => AnyRuleView) rules!: Rule[];
  @IsBoolean() highRisk!: boolean;
  @Optional() @IsInt() @Min(1) lapseMonths?: number;
  @Optional() @IsIn([...supervisionLevels]) grants?: SupervisionLevel;
  @Optional() @IsBoolean() observeFirst?: true;
  @Optional() @ValidateNested() @Type(() => NumberSourceView) source?: NumberSourceView;
}

/** A published version with all that it asks for. */
export class RequirementSetDetailView extends PublishedSetView {
  @ValidateNested({ each: true }) @Type(() => CompetencyView) competencies!: CompetencyView[];
}

const differences = ['added', 'removed', 'changed', 'same'] as const;

/** A rule of both versions; a side is absent where the rule is not there. */
export class RuleDifferenceView {
  @IsIn([...differences]) difference!: (typeof differences)[number];
  @Optional() @ValidateNested() @Type(() => AnyRuleView) before?: Rule;
  @Optional() @ValidateNested() @Type(() => AnyRuleView) after?: Rule;
}

/** A competency of both versions. */
export class CompetencyDifferenceView {
  @IsIn([...differences]) difference!: (typeof differences)[number];
  @Optional() @ValidateNested() @Type(() => CompetencyView) before?: CompetencyView;
  @Optional() @ValidateNested() @Type(() => CompetencyView) after?: CompetencyView;
  @ValidateNested({ each: true }) @Type(() => RuleDifferenceView) rules!: RuleDifferenceView[];
}

/** The number of one competency under one version. */
export class CarriedNumberView {
  @IsString() competencyId!: string;
  @IsString() title!: string;
  @IsNumber() value!: number;
  @IsNumber() need!: number;
  @IsBoolean() met!: boolean;
  /** Of its rules, how many are met. */
  @IsInt() @Min(0) rulesMet!: number;
  @IsInt() @Min(0) rules!: number;
}

/** One competency of the new version with the numbers of both, as of the same day. */
export class CarriedCompetencyView {
  @ValidateNested({ each: true }) @Type(() => CarriedNumberView) before!: CarriedNumberView[];
  @ValidateNested() @Type(() => CarriedNumberView) after!: CarriedNumberView;
  /** Became high risk with this version: a carried sign-off has one supervisor less than a new one needs. */
  @IsBoolean() highRiskRaised!: boolean;
}

/** What a new version means for one fellow. */
export class CarriedFellowView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsInt() @Min(0) metBefore!: number;
  @IsInt() @Min(0) metAfter!: number;
  @ValidateNested({ each: true }) @Type(() => CarriedCompetencyView) competencies!: CarriedCompetencyView[];
}

/** A place of a file that keeps it from being used. */
export class SetProblemView {
  /** JSON pointer into the set. */
  @IsString() pointer!: string;
  @IsString() code!: string;
  @IsString() title!: string;
}

/** Which version a file would follow. */
export class FollowedView {
  @IsString() title!: string;
  @IsInt() @Min(1) version!: number;
}

/** One pair of the mapping that was used. */
export class MappingPairView {
  @IsString() from!: string;
  @IsString() to!: string;
}

/** What publishing a file would change. Nothing was written. */
export class RequirementTrialView {
  @CivilDate() asOfOn!: string;
  /** Empty: it can be published; else nothing more is told. */
  @ValidateNested({ each: true }) @Type(() => SetProblemView) faults!: SetProblemView[];
  /** The version it would get. */
  @Optional() @IsInt() @Min(1) version?: number;
  @Optional() @ValidateNested() @Type(() => FollowedView) follows?: FollowedView;
  @ValidateNested({ each: true }) @Type(() => MappingPairView) mapping!: MappingPairView[];
  @ValidateNested({ each: true })
  @Type(() => CompetencyDifferenceView)
  competencies!: CompetencyDifferenceView[];
  /** Titles of competencies about what the catalogue calls high risk that the file does not mark so: one supervisor signs. */
  @IsString({ each: true }) notHighRisk!: string[];
  /** Fellows of today whom it would be for, by name. */
  @ValidateNested({ each: true }) @Type(() => CarriedFellowView) fellows!: CarriedFellowView[];
}

/** The chance of a fellow who succeeds in a constant share of cases. */
export class RatingOddsPointView {
  @IsInt() @Min(0) @Max(100) successPercent!: number;
  @IsNumber() @Min(0) @Max(1) met!: number;
}

/** How likely a rule about ratings is met at some time, looked at after every case; computed, not simulated. */
export class RatingOddsView {
  @IsInt() @Min(1) cases!: number;
  /** By the share of cases that succeed, the least first; empty where there are too many outcomes to compute. */
  @ValidateNested({ each: true }) @Type(() => RatingOddsPointView) points!: RatingOddsPointView[];
}
