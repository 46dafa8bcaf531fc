import type { CalibrationPageView, CalibrationView } from '@countersign/contracts/forecasts/views';
import { keptInWords } from '@countersign/contracts/words/calibration';
import type { Cell, Tables } from '../platform/tables';

function linesOf(name: string, { ranges, bins = [] }: CalibrationView): Cell[][] {
  return [
    ...ranges.map(({ promised, resolved, found }) => [
      ...[name, 'date ranges', promised, promised, resolved, promised],
      ...[found && found.held / resolved, found?.low, found?.high, found?.pValue],
    ]),
    ...bins.map(({ from, to, count, said, came, low, high }) => [
      ...[name, 'probabilities', from, to, count, said, came, low, high, undefined],
    ]),
  ];
}

/** How good the forecasts were, in the order of the screen; what is not said yet stays empty. */
export function calibrationTables(view: CalibrationPageView): Tables {
  return {
    about: [
      ['As of', { on: view.asOfOn }],
      ['Kept', keptInWords(view)],
    ],
    tables: [
      {
        name: 'Forecasts',
        head: ['forecasts', 'of', 'from', 'to', 'resolved', 'said', 'came', 'came from', 'came to', 'p'],
        rows: [...linesOf('as kept', view.made), ...linesOf('replayed', view.replayed)],
      },
    ],
  };
}
