import type { InstitutionCountsView } from '@countersign/contracts/institution/views';
import {
  NOT_SHOWN,
  officeColumnWords,
  requirementsInWords,
  shownIn,
  smallCellsCaution,
} from '@countersign/contracts/words/institution';
import type { Tables } from '../platform/tables';
import { countLines, countTables } from './count-lines';

/** The numbers of the page, a table each: what is not shown there is not in the file either. */
export function programsTables(view: InstitutionCountsView): Tables {
  const lines = countLines(view);
  return {
    about: [
      ['Institution', view.institution],
      ['As of', { on: view.asOfOn }],
      ['What is not shown', smallCellsCaution],
    ],
    tables: [
      {
        name: 'Programs',
        head: ['Program', 'From', 'Through', 'Requirements', 'Catalogue'],
        rows: view.programs.map((program) => [
          ...[program.name, { on: program.fromOn }, { on: program.asOfOn }],
          ...[requirementsInWords(program), program.catalogueEdition],
        ]),
      },
      ...countTables.map(({ title, columns }) => ({
        name: title,
        head: ['Program', ...columns.map((column) => officeColumnWords[column])],
        rows: lines.map(({ name, counts }) => [
          name,
          ...columns.map((column) => shownIn(counts, column) ?? NOT_SHOWN),
        ]),
      })),
    ],
  };
}
