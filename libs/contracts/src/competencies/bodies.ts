import { CivilDate, Optional } from '../fields';

/** For which day numbers are asked. */
export class AsOfQuery {
  /** A past day: cases done by then, as they are decided today. Today where it is left out, or lies ahead. */
  @Optional() @CivilDate() asOfOn?: string;
}
