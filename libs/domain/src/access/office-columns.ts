import type { CountColumn } from './count-table';

/** The columns that an institution’s education office sees; those with parts are their sums. */
export const officeColumnIds = [
  ...['fellows', 'logged', 'approved', 'procedures', 'procedures-1', 'procedures-2', 'procedures-3'],
  ...['procedures-4', 'other', 'experiences-1', 'experiences-2', 'experiences-3', 'experiences-4'],
  ...['simulations', 'open', 'waiting-7', 'waiting-30', 'waiting-more', 'returned'],
  ...['sign-offs', 'signed', 'under-way'],
] as const;

/** The quarters of the last twelve months, by the number at the end of their columns, the oldest first. */
export const officeQuarters = [1, 2, 3, 4] as const;

const inQuarters = (kind: string): CountColumn[] =>
  officeQuarters.map((quarter) => ({ id: `${kind}-${quarter}` }));

/**
 * What an education office counts of each program: fellows in training; entries of the last twelve months that were sent,
 * the approved ones by kind and quarter, the others by their age in days or as returned; sign-offs of the fellows. An entry
 * is in one column without parts, so that nothing is told by two numbers of the same entries. What is mostly small stands
 * beside what may be left out with it, so that the larger sums stay.
 */
export const officeColumns: readonly CountColumn[] = [
  { id: 'fellows' },
  {
    id: 'logged',
    parts: [
      {
        id: 'approved',
        parts: [
          { id: 'procedures', parts: inQuarters('procedures') },
          { id: 'other', parts: [...inQuarters('experiences'), { id: 'simulations' }] },
        ],
      },
      {
        id: 'open',
        parts: [{ id: 'waiting-7' }, { id: 'waiting-30' }, { id: 'waiting-more' }, { id: 'returned' }],
      },
    ],
  },
  { id: 'sign-offs', parts: [{ id: 'signed' }, { id: 'under-way' }] },
];
