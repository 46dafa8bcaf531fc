import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import {
  rollOverStates,
  rollOverSteps,
  rollOverTasks,
  type RollOverState,
  type RollOverStep,
  type RollOverTask,
} from '@countersign/domain/people';
import { CivilDate, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** Something that is to be done. */
export class RollOverTaskView {
  @OneOf(rollOverTasks) kind!: RollOverTask['kind'];
  /** How many entries, competencies or drafts it is about; 1 where it is about none. */
  @IsInt() @Min(1) count!: number;
}

/** By which requirement set newcomers are counted on their first day. */
export class NewcomersSetView {
  @IsString() title!: string;
  @IsInt() @Min(1) version!: number;
  @IsBoolean() binds!: boolean;
}

/** A person, a cohort or a thing that a step is about. */
export class RollOverLineView {
  @Optional() @ValidateNested() @Type(() => PersonView) person?: PersonView;
  /** The day of it that counts: last day of whoever leaves, first day of whoever comes. */
  @Optional() @CivilDate() day?: string;
  /** Cohort of a newcomer, or of newcomers who are counted alike; absent for none. */
  @Optional() @IsString() cohort?: string;
  /** How many newcomers are counted alike. */
  @Optional() @IsInt() @Min(1) newcomers?: number;
  /** Absent where nothing was published. */
  @Optional() @ValidateNested() @Type(() => NewcomersSetView) set?: NewcomersSetView;
  /** Edition of the catalogue that the program uses, and the newest one. */
  @Optional() @IsString() edition?: string;
  @Optional() @IsString() newest?: string;
  /** Empty where all of it is done. */
  @ValidateNested({ each: true }) @Type(() => RollOverTaskView) tasks!: RollOverTaskView[];
}

/** One step with whom and what it is about. */
export class RollOverStepView {
  @OneOf(rollOverSteps) key!: RollOverStep;
  @OneOf(rollOverStates) state!: RollOverState;
  @ValidateNested({ each: true }) @Type(() => RollOverLineView) lines!: RollOverLineView[];
}

/** What is to be done when the academic year changes; nothing of it is kept. */
export class RollOverView {
  /** Civil date at the program. */
  @CivilDate() today!: string;
  /** First day of the new year. */
  @CivilDate() on!: string;
  /** That day as the trainings of the program have it; absent where none of them changes. */
  @Optional() @CivilDate() foundOn?: string;
  /** Days after a last day in which a fellow still logs days of the training and sends drafts. */
  @IsInt() @Min(0) closingDays!: number;
  @ValidateNested({ each: true }) @Type(() => RollOverStepView) steps!: RollOverStepView[];
}
