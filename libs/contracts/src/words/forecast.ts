import type { IntervalWidth } from '@countersign/domain/statistics';
import type { ForecastRecordView, ForecastView, LessServiceView } from '../competencies/views';
import { chanceInWords } from './competence';
import { percent } from './count';
import { dayFull, dayRange, dayShort } from './time';

/** What a date range promises. */
const PROMISED = 0.8;

const widthWords: Readonly<Record<IntervalWidth, string>> = {
  'as promised': '',
  'too narrow': ', fewer than promised: take the dates as less sure than they look',
  'too wide': ', more than promised: the ranges are wider than they need be',
};

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  ...{ zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' },
};

/** `20th`, `1st`. */
export function ordinal(place: number): string {
  return `${place}${endings[ordinals.select(place)]}`;
}

/**
 * The dates of a forecast as a range: `Dec 2 to Jan 25`, `Dec 2 to after Jun 30` where the later one lies beyond training;
 * undefined where there is none to show.
 */
export function forecastRange(forecast: ForecastView, today: string): string | undefined {
  const { status, earlyOn, lateOn, endsOn } = forecast;
  if (status !== 'open') return undefined;
  const end = endsOn === undefined ? 'the end of training' : dayShort(endsOn, today);
  if (earlyOn === undefined) return `after ${end}`;
  return lateOn === undefined
    ? `${dayShort(earlyOn, today)} to after ${end}`
    : dayRange(earlyOn, lateOn, today);
}

/** The finding of a forecast in one line, the range before the likely day. */
export function forecastFinding(forecast: ForecastView, need: number, today: string): string {
  const { status, endsOn, likelyOn } = forecast;
  if (status === 'met') return `${need} of ${need} reached`;
  if (status === 'ended') return `Training ended on ${dayFull(endsOn ?? today)} before ${need} were reached`;
  if (status === 'no-end') return 'No dates: the end of training is not known';
  const likely =
    likelyOn === undefined
      ? 'more likely than not after the end of training'
      : `most likely around ${dayShort(likelyOn, today)}`;
  return `${ordinal(need)} case: ${forecastRange(forecast, today) ?? ''}, ${likely}`;
}

/**
 * Why the dates are what they are, and how sure that is: record, schedule, end of training.
 * @param record how earlier forecasts came out: before enough did, no decimals pretend to more than is known
 */
export function forecastReason(
  forecast: ForecastView,
  record: ForecastRecordView,
  today: string,
): readonly string[] {
  const { status, cases, weeks, weeksToCome, basis, byEnd, shortfall, endsOn, knownUntil } = forecast;
  const { less = [], dispersion = 1 } = forecast;
  if (status !== 'open') return [];
  const { digits } = record;
  const end = dayShort(endsOn ?? today, today);
  return [
    [
      `Because: ${cases ?? 0} counted in ${oneDecimal(weeks)} on-service weeks, ${oneDecimal(weeksToCome)} to come by ${end}`,
      ...less.map((one) => lessInWords(one, today)),
    ].join('; ') + '.',
    ...(byEnd === undefined
      ? []
      : [
          `${capital(chanceInWords(byEnd))} by ${end} (${(100 * byEnd).toFixed(digits)} %); ${(shortfall ?? 0).toFixed(digits === 0 ? 0 : 1)} expected to be missing then.`,
        ]),
    basis === 'program rate'
      ? 'The rate begins with that of the program’s other fellows, worth two cases.'
      : 'The rate begins with the pace that the number needs, worth two cases.',
    ...dispersionInWords(dispersion),
    knownUntil === undefined
      ? 'No rotation is known ahead: days to come are taken as the mean of those before, or as full service.'
      : `Schedule known until ${dayShort(knownUntil, today)}.`,
    'What waits for approval is not in it.',
  ];
}

function dispersionInWords(dispersion: number): readonly string[] {
  if (dispersion <= 1) return [];
  const times = `${dispersion.toFixed(1)} times as much as by chance`;
  return [`Cases come in lists: the counts of four weeks vary ${times}, and the range is wider for it.`];
}

/** How earlier forecasts came out; before enough are resolved nothing is claimed. */
export function forecastRecordInWords({ resolved, held, fewest, width }: ForecastRecordView): string {
  if (width === undefined)
    return `${resolved} of the program’s forecasts have come due; from ${fewest} on it is said here how often they were right.`;
  return `The program’s forecasts said ${percent(PROMISED)}: ${held} of ${resolved} fell in the range${widthWords[width]}.`;
}

function lessInWords({ name, fromOn, toOn, service }: LessServiceView, today: string): string {
  const counts = service === 0 ? 'holds no service' : `counts as ${percent(service)}`;
  return `${name} (${dayRange(fromOn, toOn, today)}) ${counts}`;
}

function oneDecimal(weeks: number | undefined): string {
  return (weeks ?? 0).toFixed(1);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
