import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { whereInWords } from '@countersign/contracts/words/catalogue';
import { amendmentWords, entryStateWords } from '@countersign/contracts/words/entry';
import { personInWords, supervisorInWords } from '@countersign/contracts/words/person';
import { roleInWords } from '@countersign/contracts/words/procedure';
import type { Cell, Tables } from '../platform/tables';

/** Entries as they stand in a list, a row for each procedure; an entry without one has a row too. */
export function entriesTables(entries: readonly EntryLineView[], words: CatalogueIndex | undefined): Tables {
  const rows = entries.flatMap((entry) => {
    const { id, performedOn, fellow, state, siteName, submittedAt, lateDays } = entry;
    const before: Cell[] = [{ on: performedOn }, personInWords(fellow)];
    const after: Cell[] = [
      ...[supervisorInWords(entry), siteName, entryStateWords[state]],
      ...[submittedAt === undefined ? undefined : { at: submittedAt }, lateDays],
      ...[entry.amendment && amendmentWords[entry.amendment.state], entry.simulation ? 'yes' : 'no', id],
    ];
    const procedures = entry.procedures.map((one): Cell[] => [
      ...[one.itemName, whereInWords(one, words), one.role && roleInWords(one, words), one.help],
    ]);
    return (procedures.length === 0 ? [[undefined, undefined, undefined, undefined]] : procedures).map(
      (procedure) => [...before, ...procedure, ...after],
    );
  });
  return {
    tables: [
      {
        name: 'Entries',
        head: [
          ...['Performed on', 'Fellow', 'Procedure', 'Where', 'Role', 'Help', 'Supervisor', 'Site', 'State'],
          ...['Sent (UTC)', 'Days late', 'Amendment', 'Simulation', 'Entry'],
        ],
        rows,
      },
    ],
  };
}
