import Papa from 'papaparse';
import type { BehindFellow } from '@countersign/contracts/words/behind';

/** The page as comma-separated values, in its order; above it the day. */
export function behindCsv(fellows: readonly BehindFellow[], asOfOn: string): string {
  const rows = fellows.flatMap(({ name, lines }) =>
    lines.map(({ title, count, need, byEnd, missing }) => [
      ...[name, title, count, need, byEnd.toFixed(2), missing.toFixed(1)],
    ]),
  );
  const head = ['Fellow', 'Competency', 'Counted', 'Target', 'Chance by the end', 'Expected missing'];
  const text = Papa.unparse([['As of', asOfOn], [], head, ...rows], {
    ...{ escapeFormulae: true, newline: '\r\n' },
  });
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}
