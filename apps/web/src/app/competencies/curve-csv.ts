import Papa from 'papaparse';
import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import { failureWords, panelWords } from '@countersign/contracts/words/curve';

const head = [
  ...[
    'Case',
    'Date',
    'Procedure',
    'Help',
    'Went well',
    'Why not',
    'Chart',
    'Score',
    'Limit',
    'Charts since case',
  ],
  'Entry',
];

/** The judged cases of a curve, one a line, with the scores of the charts; formulas are kept from being any. */
export function curveCsv(
  { curve }: Pick<FellowCompetencyView, 'curve'>,
  nameOf: (itemId: string) => string,
): string {
  const rows = (curve?.stretches ?? []).flatMap(({ panels }) => {
    const since = panels[0]?.cases[0]?.number ?? '';
    return panels.flatMap(({ chart, limit, cases }) =>
      cases.map((one) => [
        ...[
          one.number,
          one.performedOn,
          nameOf(one.itemId),
          one.help,
          one.failedBy === undefined ? 'yes' : 'no',
        ],
        ...[
          one.failedBy === undefined ? '' : failureWords[one.failedBy],
          panelWords[chart],
          one.score,
          limit,
        ],
        ...[since, one.entryId],
      ]),
    );
  });
  const text = Papa.unparse([head, ...rows], { escapeFormulae: true, newline: '\r\n' });
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}
