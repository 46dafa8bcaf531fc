import { CivilDate, Optional } from '../fields';

/** Of which change of the academic year is asked. */
export class RollOverQuery {
  /** First day of the new year; found from the trainings where it is left out. */
  @Optional() @CivilDate() on?: string;
}
