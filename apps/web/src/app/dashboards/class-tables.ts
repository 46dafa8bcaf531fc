import type { ClassLine } from '@countersign/contracts/words/class-forecast';
import { rounded } from '../platform/numbers';
import type { Tables } from '../platform/tables';

/** What the fellows together are expected to miss, in the order of the page. */
export function classTables(lines: readonly ClassLine[], asOfOn: string): Tables {
  return {
    about: [
      ['As of', { on: asOfOn }],
      ['What it is', 'Expected, not certain: summed over the fellows; what waits is not in it'],
    ],
    tables: [
      {
        name: 'Forecast for the class',
        head: ['Competency', 'Still open', 'Less likely than not', 'Expected missing'],
        rows: lines.map(({ title, open, unlikely, missing }) => [title, open, unlikely, rounded(missing, 1)]),
      },
    ],
  };
}
