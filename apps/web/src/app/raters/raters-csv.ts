import Papa from 'papaparse';
import type { IntervalView, PairsView, RatersView } from '@countersign/contracts/raters/views';
import { personInWords } from '@countersign/contracts/words/person';
import { connectivityInWords, reliabilityInWords } from '@countersign/contracts/words/raters';

type Cell = string | number;

const interval = (of: IntervalView | undefined): Cell[] => [of?.low ?? '', of?.high ?? '', of?.value ?? ''];
const pairs = ({ pairs: count, agreement }: PairsView): Cell[] => [
  count,
  agreement?.same ?? '',
  ...interval(agreement?.kappa),
];
const pairHead = ['pairs', 'the same', 'kappa from', 'kappa to', 'kappa'];

/** The tables of raters and fellows as comma-separated values, in the order of the screen, under what they are made by. */
export function ratersCsv({ asOfOn, model, raters, fellows }: RatersView): string {
  const table: Cell[][] = [
    ['As of', asOfOn],
    ['Connected', connectivityInWords(model)],
    ['How much a rating says', reliabilityInWords(model)],
    [],
    ['Supervisor', 'ratings', 'fellows', 'mean as given', 'effect from', 'effect to', 'effect', ...pairHead],
    ...raters.map((one) => [
      ...[personInWords(one.supervisor), one.ratings, one.fellows, one.rawMean ?? ''],
      ...[...interval(one.effect), ...pairs(one.withFellows)],
    ]),
    [],
    ['Fellow', 'ratings', 'supervisors', 'mean as given', 'fair from', 'fair to', 'fair', ...pairHead],
    ...fellows.map((one) => [
      ...[personInWords(one.fellow), one.ratings, one.raters, one.rawMean ?? ''],
      ...[...interval(one.fair), ...pairs(one.withSupervisors)],
    ]),
  ];
  return `${Papa.BYTE_ORDER_MARK}${Papa.unparse(table, { escapeFormulae: true, newline: '\r\n' })}`;
}
