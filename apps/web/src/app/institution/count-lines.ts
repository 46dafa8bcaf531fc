import { officeQuarters } from '@countersign/domain/access';
import type {
  InstitutionCountsView,
  OfficeColumnId,
  OfficeCountView,
} from '@countersign/contracts/institution/views';

/** A table of the page: programs as rows. */
export interface CountTable {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly OfficeColumnId[];
}

const inQuarters = (kind: 'procedures' | 'experiences'): OfficeColumnId[] =>
  officeQuarters.map((quarter): OfficeColumnId => `${kind}-${quarter}`);

/** The tables of the page, in which each column of the office stands once. */
export const countTables: readonly CountTable[] = [
  { title: 'Entries', columns: ['logged', 'approved', 'open'] },
  {
    title: 'Not approved yet',
    note: 'Waiting for a decision, by days since they were sent, or returned to the fellow.',
    columns: ['waiting-7', 'waiting-30', 'waiting-more', 'returned'],
  },
  { title: 'Approved, with procedures in patients', columns: [...inQuarters('procedures'), 'procedures'] },
  {
    title: 'Approved, experiences alone, and simulations',
    columns: [...inQuarters('experiences'), 'simulations', 'other'],
  },
  {
    title: 'People and sign-offs',
    note: 'Today. Sign-offs of those who are in training.',
    columns: ['fellows', 'sign-offs', 'signed', 'under-way'],
  },
];

/** A row of a table. */
export interface CountLine {
  readonly id: string;
  readonly name: string;
  readonly counts: readonly OfficeCountView[];
}

/** The programs, and below them their sum where there are several. */
export function countLines({ programs, all }: InstitutionCountsView): CountLine[] {
  return [...programs, ...(all === undefined ? [] : [{ id: 'all', name: 'All of them', counts: all }])];
}
