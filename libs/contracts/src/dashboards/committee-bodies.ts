import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsNumber, ValidateNested } from 'class-validator';
import {
  committeeOutcomes,
  milestoneCodes,
  type CommitteeOutcome,
  type MilestoneCode,
} from '@countersign/domain/committee';
import { CivilDate, Id, OneOf, Optional, Prose } from '../fields';
import { SigningProseBody } from '../signatures/bodies';

/** What the committee sets for one milestone. */
export class MilestoneLevelBody {
  @OneOf(milestoneCodes) code!: MilestoneCode;
  /** 1 to 5 in halves; left out where the committee cannot say yet. */
  @Optional() @IsNumber() level?: number;
  /** Needed where it is another one than suggested. */
  @Optional() @Prose(600) reason?: string;
}

/** A committee decides on the training of a fellow; whoever records it signs. */
export class CommitteeDecisionBody extends SigningProseBody {
  /** Made by the client, so that a decision sent twice is there once. */
  @Id() id!: string;
  @OneOf(committeeOutcomes) outcome!: CommitteeOutcome;
  /** Reason and plan. */
  @Prose(2000) reason!: string;
  /** Who was present. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(40) @ArrayUnique() @Id({ each: true }) present!: string[];
  @Optional() @CivilDate() lookAgainOn?: string;
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => MilestoneLevelBody)
  milestones!: MilestoneLevelBody[];
}
