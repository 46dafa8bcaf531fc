import { SMALLEST_SHOWN } from '@countersign/domain/access';
import type {
  InstitutionCountsView,
  OfficeColumnId,
  OfficeCountView,
  ProgramCountsView,
} from '../institution/views';
import { counted } from './count';

/** What stands in the place of a number that is not shown. */
export const NOT_SHOWN = 'not shown';

/** What the office reads under its numbers. */
export const smallCellsCaution = `Numbers below ${SMALLEST_SHOWN}, zero included, are not shown, and neither is a larger one by which a smaller could be worked out. What is not shown says nothing else: it is no fault of a program.`;

/** What an education office counts. */
export const officeColumnWords: Readonly<Record<OfficeColumnId, string>> = {
  fellows: 'Fellows in training',
  logged: 'All sent',
  approved: 'Approved',
  procedures: 'Together',
  'procedures-1': '10 to 12 months ago',
  'procedures-2': '7 to 9 months ago',
  'procedures-3': '4 to 6 months ago',
  'procedures-4': 'Last 3 months',
  other: 'Together',
  'experiences-1': '10 to 12 months ago',
  'experiences-2': '7 to 9 months ago',
  'experiences-3': '4 to 6 months ago',
  'experiences-4': 'Last 3 months',
  simulations: 'Simulations',
  open: 'Not approved yet',
  'waiting-7': 'Waiting up to 7 days',
  'waiting-30': 'Waiting 8 to 30 days',
  'waiting-more': 'Waiting over 30 days',
  returned: 'Returned to the fellow',
  'sign-offs': 'Sign-offs',
  signed: 'Signed',
  'under-way': 'Signatures missing',
};

/** The number of a column, where it is shown. */
export function shownIn(counts: readonly OfficeCountView[], column: OfficeColumnId): number | undefined {
  return counts.find((one) => one.column === column)?.count;
}

/** The first thing that an office wants to know: how much was logged, and how much of it is open. */
export function officeFinding({ programs, all }: InstitutionCountsView): string {
  const counts = all ?? programs[0]?.counts ?? [];
  const [logged, open] = [shownIn(counts, 'logged'), shownIn(counts, 'open')];
  const what = logged === undefined ? 'Too few entries to show' : counted(logged, 'entry', 'entries');
  const where = counted(programs.length, 'program', 'programs');
  return open === undefined
    ? `${what} in ${where}`
    : `${what} in ${where}, ${open.toLocaleString()} of them not approved yet`;
}

/** By which requirements a program counts. */
export function requirementsInWords({ requirements }: Pick<ProgramCountsView, 'requirements'>): string {
  const sets = requirements.map(
    ({ title, version, binds }) => `${title}, version ${version}, ${binds ? 'binds' : 'does not bind'}`,
  );
  return sets.length === 0 ? 'None published' : sets.join('; ');
}
