import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, Matches, ValidateNested } from 'class-validator';
import { shareCases } from '@countersign/domain/competency';
import { CivilDate, GivenBack, Id, Key, Name, OneOf, Optional } from '../fields';
import { ProseBody } from '../prose-body';

/** A pair of a mapping: an old competency and the new one that continues it. */
export class MappingPairBody {
  @Key() from!: string;
  @Key() to!: string;
}

const Pairs = (): PropertyDecorator => (target, property) => {
  Optional()(target, property);
  IsArray()(target, property);
  ArrayMaxSize(200)(target, property);
  ValidateNested({ each: true })(target, property);
  Type(() => MappingPairBody)(target, property);
};

/**
 * A requirement set as a file has it. Its form is a rule of the domain (`RequirementFile`): everything in it that cannot be
 * is named with its pointer below `/set`. Version and verification are the program's own and are left aside.
 */
export class RequirementFileBody extends ProseBody {
  @IsObject() set!: object;
}

/** A file to be tried, with the old competencies that the new ones continue; absent: those of the same id. */
export class RequirementTrialBody extends RequirementFileBody {
  @Pairs() mapping?: MappingPairBody[];
  /** The day that the numbers are for; today where it is absent. */
  @Optional() @CivilDate() asOfOn?: string;
}

/** A file, and of whom and what in it the evidence is asked for. */
export class TrialEvidenceBody extends RequirementFileBody {
  @Id() fellowId!: string;
  @Key() competencyId!: string;
  /** The day that the numbers are for; today where it is absent. */
  @Optional() @CivilDate() asOfOn?: string;
}

/** That the director compared the numbers with the accreditor's document. */
export class VerificationBody {
  @CivilDate() on!: string;
  /** The document, with its edition. */
  @Name(500) against!: string;
}

/** How a draft is published. */
export class PublishBody {
  @Pairs() mapping?: MappingPairBody[];
  /** Absent: it is published to be looked at, and binds nobody. */
  @Optional() @ValidateNested() @Type(() => VerificationBody) verified?: VerificationBody;
}

/** The cohort of a training. */
export class CohortBody {
  /** Those who start together, in the program's own words; absent: none. */
  @Optional() @Name(40) cohort?: string;
}

/** A rule about ratings, and whose cases: its chances to be met at some time. */
export class RatingOddsQuery {
  /** Of the newest cases, or of all; the last n, all at a level, are 100 percent of the newest. */
  @OneOf(shareCases) of!: (typeof shareCases)[number];
  @GivenBack(3) @Matches(/^[1-9]\d{0,2}$/) n!: string;
  @GivenBack(3) @Matches(/^([1-9]\d?|100)$/) percent!: string;
  /** Cases up to which it is asked. */
  @GivenBack(3) @Matches(/^([1-9]\d?|1\d{2}|200)$/) cases!: string;
  /** Percent of cases that succeed, besides those that are always told. */
  @Optional() @GivenBack(3) @Matches(/^(\d{1,2}|100)$/) success?: string;
}
