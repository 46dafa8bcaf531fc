import type { CaseMixView, FellowMixView } from '@countersign/contracts/dashboards/case-mix-views';
import { careKindWords } from '@countersign/contracts/words/case-mix';
import { diagnosisGroupWords, painCategoryWords } from '@countersign/contracts/words/entry';

/** One number of one fellow. */
export interface MixCell {
  readonly fellowId: string;
  readonly count: number;
  readonly aim?: number;
  /** Where the entries behind it are. */
  readonly path?: readonly string[];
  readonly query?: Readonly<Record<string, string | boolean>>;
}

/** A row with a number for each fellow; its bars are drawn on its own scale. */
export interface MixLine {
  readonly name: string;
  readonly cells: readonly MixCell[];
  /** The largest number or aim of the row, at least 1. */
  readonly most: number;
}

/** A table of the case mix. */
export interface MixTable {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly lines: readonly MixLine[];
}

const NOT_RECORDED = 'Not recorded';

/** Every table of the page, as page and file show it: rows with most empty cells first, then in the order of the program. */
export function mixTables(view: CaseMixView): MixTable[] {
  const { groups, sites, supervisors, fellows } = view;
  const table = (id: string, title: string, note: string, lines: MixLine[], order: 'emptiest' | 'given') => ({
    ...{ id, title, note },
    lines: order === 'given' ? lines : lines.toSorted((one, other) => emptyIn(other) - emptyIn(one)),
  });
  return [
    table(
      'groups',
      'Procedures and experiences by group',
      'Approved entries in patients; groups with most empty cells first.',
      groups.map(({ id, title }) =>
        lineOf(view, title, (fellow) => ({
          count: countOf(fellow.groups, id),
          path: ['/fellows', fellow.fellow.id, 'entries'],
          query: { groupId: id, state: 'approved', simulation: false },
        })),
      ),
      'emptiest',
    ),
    table(
      'pain',
      'Pain',
      'Kind of pain that brought the patient.',
      kindsIn(fellows.flatMap(({ pain }) => pain.map(({ category }) => category))).map((kind) =>
        lineOf(view, kind === undefined ? NOT_RECORDED : painCategoryWords[kind], ({ pain }) => ({
          count: pain.find(({ category }) => category === kind)?.count ?? 0,
        })),
      ),
      'emptiest',
    ),
    table(
      'diagnoses',
      'Diagnoses',
      'Families of diagnoses.',
      kindsIn(fellows.flatMap(({ diagnoses }) => diagnoses.map(({ group }) => group))).map((kind) =>
        lineOf(view, kind === undefined ? NOT_RECORDED : diagnosisGroupWords[kind], ({ diagnoses }) => ({
          count: diagnoses.find(({ group }) => group === kind)?.count ?? 0,
        })),
      ),
      'emptiest',
    ),
    table(
      'sites',
      'What each site gives',
      'Approved entries in patients, sites by name.',
      sites.map(({ id, name }) => lineOf(view, name, (fellow) => ({ count: countOf(fellow.sites, id) }))),
      'given',
    ),
    table(
      'supervisors',
      'With whom',
      'Approved entries by whoever decided, supervisors by name.',
      supervisors.map(({ id, name }) =>
        lineOf(view, name, (fellow) => ({ count: countOf(fellow.supervisors, id) })),
      ),
      'given',
    ),
    table(
      'simulations',
      'Simulation, counted apart',
      'In none of the other numbers.',
      [lineOf(view, 'Simulated entries', ({ simulations: count }) => ({ count }))],
      'given',
    ),
  ];
}

/** The care without a procedure, with the aims of the requirements. */
export function careTable(view: CaseMixView): MixTable {
  const kinds = (view.fellows[0]?.care ?? []).map(({ kind }) => kind);
  return {
    ...{ id: 'care', title: 'Care without a procedure' },
    note: 'Each bar on its own scale; the line is the aim of the requirements, an open bar is below it.',
    lines: kinds.map((kind) =>
      lineOf(view, careKindWords[kind], ({ fellow, care }) => {
        const one = care.find((cell) => cell.kind === kind);
        return {
          count: one?.count ?? 0,
          ...(one?.aim === undefined ? {} : { aim: one.aim }),
          ...(one?.competencyId === undefined
            ? {}
            : { path: ['/fellows', fellow.id, 'competencies', one.competencyId] }),
        };
      }),
    ),
  };
}

function lineOf(
  { fellows }: CaseMixView,
  name: string,
  of: (fellow: FellowMixView) => Omit<MixCell, 'fellowId'>,
): MixLine {
  const cells = fellows.map((fellow) => ({ fellowId: fellow.fellow.id, ...of(fellow) }));
  return { name, cells, most: Math.max(1, ...cells.flatMap(({ count, aim = 0 }) => [count, aim])) };
}

function countOf(counts: readonly { readonly id: string; readonly count: number }[], id: string): number {
  return counts.find((one) => one.id === id)?.count ?? 0;
}

function kindsIn<Kind>(kinds: readonly Kind[]): Kind[] {
  return [...new Set(kinds)];
}

function emptyIn({ cells }: MixLine): number {
  return cells.filter(({ count }) => count === 0).length;
}
