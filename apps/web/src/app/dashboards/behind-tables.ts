import type { BehindFellow } from '@countersign/contracts/words/behind';
import { rounded } from '../platform/numbers';
import type { Tables } from '../platform/tables';

/** Whose numbers are not likely to be reached, in the order of the page. */
export function behindTables(fellows: readonly BehindFellow[], asOfOn: string): Tables {
  return {
    about: [['As of', { on: asOfOn }]],
    tables: [
      {
        name: 'Who is behind',
        head: ['Fellow', 'Competency', 'Counted', 'Target', 'Chance by the end', 'Expected missing'],
        rows: fellows.flatMap(({ name, lines }) =>
          lines.map(({ title, count, need, byEnd, missing }) => [
            ...[name, title, count, need, rounded(byEnd, 2), rounded(missing, 1)],
          ]),
        ),
      },
    ],
  };
}
