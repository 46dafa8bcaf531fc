import Papa from 'papaparse';
import type { CalibrationPageView, CalibrationView } from '@countersign/contracts/forecasts/views';
import { keptInWords } from '@countersign/contracts/words/calibration';

type Cell = string | number;

function linesOf(name: string, { ranges, bins = [] }: CalibrationView): Cell[][] {
  return [
    ...ranges.map(({ promised, resolved, found }) => [
      ...[name, 'date ranges', promised, promised, resolved, promised],
      ...[found ? found.held / resolved : '', found?.low ?? '', found?.high ?? '', found?.pValue ?? ''],
    ]),
    ...bins.map(({ from, to, count, said, came, low, high }) => [
      ...[name, 'probabilities', from, to, count, said ?? ''],
      ...[came ?? '', low ?? '', high ?? '', ''],
    ]),
  ];
}

/** The tables of the calibration as comma-separated values, in the order of the screen; what is not said yet stays empty. */
export function calibrationCsv(view: CalibrationPageView): string {
  const table: Cell[][] = [
    ['As of', view.asOfOn],
    ['Kept', keptInWords(view)],
    [],
    ['forecasts', 'of', 'from', 'to', 'resolved', 'said', 'came', 'came from', 'came to', 'p'],
    ...linesOf('as kept', view.made),
    ...linesOf('replayed', view.replayed),
  ];
  return `${Papa.BYTE_ORDER_MARK}${Papa.unparse(table, { escapeFormulae: true, newline: '\r\n' })}`;
}
