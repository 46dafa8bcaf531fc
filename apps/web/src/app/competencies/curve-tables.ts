import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import { failureWords, panelWords } from '@countersign/contracts/words/curve';
import type { Tables } from '../platform/tables';

const head = [
  ...['Case', 'Date', 'Procedure', 'Help', 'Went well', 'Why not', 'Chart', 'Score', 'Limit'],
  ...['Charts since case', 'Entry'],
];

/** The judged cases of a curve, one a line, with the scores of the charts. */
export function curveTables(
  { curve }: Pick<FellowCompetencyView, 'curve'>,
  nameOf: (itemId: string) => string,
): Tables {
  const rows = (curve?.stretches ?? []).flatMap(({ panels }) => {
    const since = panels[0]?.cases[0]?.number;
    return panels.flatMap(({ chart, limit, cases }) =>
      cases.map(({ number, performedOn, itemId, help, failedBy, score, entryId }) => [
        ...[number, { on: performedOn }, nameOf(itemId), help, failedBy === undefined ? 'yes' : 'no'],
        ...[failedBy && failureWords[failedBy], panelWords[chart], score, limit, since, entryId],
      ]),
    );
  });
  return { tables: [{ name: 'Judged cases', head, rows }] };
}
