import type { IntervalView, PairsView, RatersView } from '@countersign/contracts/raters/views';
import { personInWords } from '@countersign/contracts/words/person';
import { connectivityInWords, raterInWords, reliabilityInWords } from '@countersign/contracts/words/raters';
import type { Cell, Tables } from '../platform/tables';

const interval = (of: IntervalView | undefined): Cell[] => [of?.low, of?.high, of?.value];
const pairs = ({ pairs: count, agreement }: PairsView): Cell[] => [
  ...[count, agreement?.same],
  ...interval(agreement?.kappa),
];
const pairHead = ['pairs', 'the same', 'kappa from', 'kappa to', 'kappa'];

/** Raters and fellows in the order of the screen, with what the numbers are made by. */
export function ratersTables({ asOfOn, model, raters, fellows }: RatersView): Tables {
  return {
    about: [
      ['As of', { on: asOfOn }],
      ['Connected', connectivityInWords(model)],
      ['How much a rating says', reliabilityInWords(model)],
    ],
    tables: [
      {
        name: 'Supervisors',
        head: [
          ...['Supervisor', 'ratings', 'fellows', 'mean as given', 'effect from', 'effect to', 'effect'],
          ...['beside colleagues', ...pairHead],
        ],
        rows: raters.map((one) => [
          ...[personInWords(one.supervisor), one.ratings, one.fellows, one.rawMean],
          ...[...interval(one.effect), raterInWords(one), ...pairs(one.withFellows)],
        ]),
      },
      {
        name: 'Fellows',
        head: [
          ...['Fellow', 'ratings', 'supervisors', 'mean as given', 'fair from', 'fair to', 'fair'],
          ...['thin', ...pairHead],
        ],
        rows: fellows.map((one) => [
          ...[personInWords(one.fellow), one.ratings, one.raters, one.rawMean],
          ...[...interval(one.fair), one.thin ? 'yes' : 'no', ...pairs(one.withSupervisors)],
        ]),
      },
    ],
  };
}
