import { Type } from 'class-transformer';
import { IsBoolean, ValidateNested } from 'class-validator';
import { delegationStates, type DelegationState } from '@countersign/domain/people';
import { CivilDate, Id, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** Who may decide in whose name, from when to when. */
export class DelegationView {
  @Id() id!: string;
  @ValidateNested() @Type(() => PersonView) supervisor!: PersonView;
  @ValidateNested() @Type(() => PersonView) delegate!: PersonView;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @OneOf(delegationStates) state!: DelegationState;
  /** Who offered it, where that was neither of the two. */
  @Optional() @ValidateNested() @Type(() => PersonView) offeredBy?: PersonView;
  /** The reader may accept or decline it. */
  @IsBoolean() mayAnswer!: boolean;
  /** The reader may end it. */
  @IsBoolean() mayEnd!: boolean;
}

/** Delegations that the reader may see, the newest first, and what a new one is made of. */
export class DelegationsView {
  /** Civil date at the program. */
  @CivilDate() today!: string;
  @ValidateNested({ each: true }) @Type(() => DelegationView) delegations!: DelegationView[];
  /** Supervisors of today, by name. */
  @ValidateNested({ each: true }) @Type(() => PersonView) supervisors!: PersonView[];
  /** The reader may offer one for others. */
  @IsBoolean() forOthers!: boolean;
}
