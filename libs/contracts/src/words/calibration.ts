import type { CalibrationBinView, CalibrationPageView, RangeCalibrationView } from '../forecasts/views';
import { counted, percent } from './count';
import { dayFull } from './time';

/** `not yet (12 of 30)`: nothing is said before enough are resolved. */
export function notYetInWords(resolved: number, fewest: number): string {
  return `not yet (${resolved} of ${fewest})`;
}

/** How ranges did: `70 % to 85 % hold, 131 of 166; promised 80 %`, the interval before the point. */
export function rangesInWords({ promised, resolved, found }: RangeCalibrationView, fewest: number): string {
  if (found === undefined) return notYetInWords(resolved, fewest);
  const { low, high, held, pValue } = found;
  const share = `${percent(low)} to ${percent(high)} hold, ${held} of ${resolved} (${percent(held / resolved)})`;
  return `${share}; promised ${percent(promised)}, ${chanceInWords(pValue)}`;
}

function chanceInWords(pValue: number): string {
  const p = pValue < 0.001 ? 'p < 0.001' : `p = ${pValue.toFixed(pValue < 0.1 ? 3 : 2)}`;
  return pValue < 0.05 ? `chance alone hardly explains it (${p})` : `no more than chance explains (${p})`;
}

/** The title of a bin: `40 % to 60 %`. */
export function binInWords({ from, to }: Pick<CalibrationBinView, 'from' | 'to'>): string {
  return `${percent(from)} to ${percent(to)}`;
}

/** What came of a bin: `55 % to 77 %, on average 66 %`; a dash where there is none. */
export function cameInWords({ low, high, came }: CalibrationBinView): string {
  if (low === undefined || high === undefined || came === undefined) return '–';
  return `${percent(low)} to ${percent(high)}, here ${percent(came)}`;
}

/** The finding of the page: of ranges as they were kept, for these were shown. */
export function calibrationFinding({ made, fewest }: CalibrationPageView): string {
  const [ranges] = made.ranges;
  if (ranges?.found === undefined)
    return `Whether the forecasts can be trusted: ${notYetInWords(ranges?.resolved ?? 0, fewest)}`;
  const { held, pValue } = ranges.found;
  const share = `${held} of ${ranges.resolved} date ranges held the day`;
  if (pValue >= 0.05) return `${share}, about as often as promised`;
  return held / ranges.resolved < ranges.promised
    ? `${share}, fewer than promised: take dates as less sure than they look`
    : `${share}, more than promised: the ranges are wider than they need be`;
}

/** From when to when forecasts were kept. */
export function keptInWords({ weeks, kept, firstOn, lastOn }: CalibrationPageView): string {
  if (firstOn === undefined || lastOn === undefined)
    return 'No forecast was kept yet; they are every Monday.';
  const since = weeks === 1 ? `on ${dayFull(firstOn)}` : `from ${dayFull(firstOn)} to ${dayFull(lastOn)}`;
  return `${counted(kept, 'forecast was', 'forecasts were')} kept on ${counted(weeks, 'day', 'days')} ${since}, as they were made.`;
}

/** How they were judged when they came due, where that differs from what is known today. */
export function judgedThenInWords({ record, made }: CalibrationPageView): string | undefined {
  const [ranges] = made.ranges;
  if (!ranges?.found || (record.held === ranges.found.held && record.resolved === ranges.resolved))
    return undefined;
  return `Judged in the week in which each came due it was ${record.held} of ${record.resolved}: what is approved later moves the day.`;
}
