/** A forecast as it was kept on the day on which it was made. Civil dates. */
export interface MadeForecast {
  /** Days that were promised to hold the last case needed with 80 %; null: not before the end of training. */
  readonly earlyOn: string | null;
  readonly lateOn: string | null;
}

/** What is known of a target by now. Civil dates. */
export interface KnownOfTarget {
  /** The day of the last case needed; null while there are fewer. */
  readonly metOn: string | null;
  /** The last day of training; null where it is not known. */
  readonly endsOn: string | null;
  readonly today: string;
}

/** What came of a forecast. */
export interface ForecastOutcome {
  /** Whether its range held the day; null until its later day has come, however early the target was reached. */
  readonly held: boolean | null;
  /** Whether the target was reached by the end of training; null until that is over. */
  readonly metByEnd: boolean | null;
}

/**
 * A forecast held against what came: judged only by what was certain when it was made, so that early and late successes are
 * kept alike. It throws nothing. Source: as `replayForecasts`, whose rule it is.
 */
export function forecastOutcome({ earlyOn, lateOn }: MadeForecast, known: KnownOfTarget): ForecastOutcome {
  const { metOn, endsOn, today } = known;
  const isDue = earlyOn !== null && lateOn !== null && lateOn <= today;
  const isOver = endsOn !== null && endsOn < today;
  return {
    held: isDue ? metOn !== null && earlyOn <= metOn && metOn <= lateOn : null,
    metByEnd: isOver ? metOn !== null && metOn <= endsOn : null,
  };
}
