import type { IntervalView, PairsView, RatersView } from '@countersign/contracts/raters/views';
import { connectivityInWords, raterInWords, reliabilityInWords } from '@countersign/contracts/words/raters';
import type { Sheet, SheetCell } from '../platform/workbook';

const interval = (of: IntervalView | undefined): SheetCell[] => [
  of?.low ?? null,
  of?.high ?? null,
  of?.value ?? null,
];
const pairs = ({ pairs: count, agreement }: PairsView): SheetCell[] => [
  ...[count, agreement?.same ?? null],
  ...interval(agreement?.kappa),
];
const pairHead = ['Pairs', 'The same', 'Kappa from', 'Kappa to', 'Kappa'];

/** Raters and fellows by name, with what the numbers are made by. */
export function raterSheets({ asOfOn, model, raters, fellows }: RatersView): Sheet[] {
  return [
    {
      name: 'Supervisors',
      head: [
        ...['Supervisor', 'Ratings', 'Fellows', 'Mean as given', 'Effect from', 'Effect to', 'Effect'],
        ...['Beside colleagues', ...pairHead],
      ],
      rows: raters.map((one) => [
        ...[one.supervisor.name, one.ratings, one.fellows, one.rawMean ?? null],
        ...[...interval(one.effect), raterInWords(one), ...pairs(one.withFellows)],
      ]),
    },
    {
      name: 'Fellows',
      head: [
        ...['Fellow', 'Ratings', 'Supervisors', 'Mean as given', 'Fair from', 'Fair to', 'Fair'],
        ...['Thin', ...pairHead],
      ],
      rows: fellows.map((one) => [
        ...[one.fellow.name, one.ratings, one.raters, one.rawMean ?? null],
        ...[...interval(one.fair), one.thin ? 'yes' : 'no', ...pairs(one.withSupervisors)],
      ]),
    },
    {
      name: 'About',
      head: ['What', 'Value'],
      rows: [
        ['As of', { on: asOfOn }],
        ['Connected', connectivityInWords(model)],
        ['How much a rating says', reliabilityInWords(model)],
      ],
    },
  ];
}
