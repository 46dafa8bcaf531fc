import type { CaseMixView, FellowMixView } from '@countersign/contracts/dashboards/case-mix-views';
import { careKindWords } from '@countersign/contracts/words/case-mix';
import { diagnosisGroupWords, painCategoryWords } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';

/** One number of one column: a fellow, or a site. */
export interface MixCell {
  readonly columnId: string;
  readonly count: number;
  readonly aim?: number;
  /** What is to be said of it. */
  readonly mark?: string;
  /** Where the entries behind it are. */
  readonly path?: readonly string[];
  readonly query?: Readonly<Record<string, string | boolean>>;
}

/** A row with a number for each column; its bars are drawn on its own scale. */
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

/** Every table of the page, as page and file show it: rows with most empty cells first, people and sites by name. */
export function mixTables(view: CaseMixView): MixTable[] {
  const { sites, supervisors } = view;
  return [
    groupTable(view),
    painTable(view),
    diagnosisTable(view),
    {
      ...{ id: 'sites', title: 'What each site gives' },
      note: 'Approved entries in patients, sites by name.',
      lines: sites.map(({ id, name }) =>
        lineOf(view, name, (fellow) => ({ count: countOf(fellow.sites, id) })),
      ),
    },
    {
      ...{ id: 'supervisors', title: 'With whom' },
      note: 'Approved entries by whoever decided, supervisors by name.',
      lines: supervisors.map((one) =>
        lineOf(view, personInWords(one), (fellow) => ({ count: countOf(fellow.supervisors, one.id) })),
      ),
    },
    {
      ...{ id: 'simulations', title: 'Simulation, counted apart' },
      note: 'In none of the other numbers.',
      lines: [lineOf(view, 'Simulated entries', ({ simulations: count }) => ({ count }))],
    },
  ];
}

function groupTable(view: CaseMixView): MixTable {
  const lines = view.groups.map(({ id, title }) =>
    lineOf(view, title, (fellow) => ({
      count: countOf(fellow.groups, id),
      path: ['/fellows', fellow.fellow.id, 'entries'],
      query: { groupId: id, state: 'approved', simulation: false },
    })),
  );
  return {
    ...{ id: 'groups', title: 'Procedures and experiences by group' },
    note: 'Approved entries in patients; groups with most empty cells first.',
    lines: emptiestFirst(lines),
  };
}

function painTable(view: CaseMixView): MixTable {
  const kinds = [...new Set(view.fellows.flatMap(({ pain }) => pain.map(({ category }) => category)))];
  const lines = kinds.map((kind) =>
    lineOf(view, kind === undefined ? NOT_RECORDED : painCategoryWords[kind], ({ pain }) => ({
      count: pain.find(({ category }) => category === kind)?.count ?? 0,
    })),
  );
  return {
    ...{ id: 'pain', title: 'Pain', note: 'Kind of pain that brought the patient.' },
    lines: emptiestFirst(lines),
  };
}

function diagnosisTable(view: CaseMixView): MixTable {
  const families = [...new Set(view.fellows.flatMap(({ diagnoses }) => diagnoses.map(({ group }) => group)))];
  const lines = families.map((family) =>
    lineOf(view, family === undefined ? NOT_RECORDED : diagnosisGroupWords[family], ({ diagnoses }) => ({
      count: diagnoses.find(({ group }) => group === family)?.count ?? 0,
    })),
  );
  return {
    ...{ id: 'diagnoses', title: 'Diagnoses', note: 'Families of diagnoses.' },
    lines: emptiestFirst(lines),
  };
}

function emptiestFirst(lines: readonly MixLine[]): MixLine[] {
  return lines.toSorted((one, other) => emptyIn(other) - emptyIn(one));
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
  of: (fellow: FellowMixView) => Omit<MixCell, 'columnId'>,
): MixLine {
  return mixLine(
    name,
    fellows.map((fellow) => ({ columnId: fellow.fellow.id, ...of(fellow) })),
  );
}

/** A row, on its own scale. */
export function mixLine(name: string, cells: readonly MixCell[]): MixLine {
  return { name, cells, most: Math.max(1, ...cells.flatMap(({ count, aim = 0 }) => [count, aim])) };
}

function countOf(counts: readonly { readonly id: string; readonly count: number }[], id: string): number {
  return counts.find((one) => one.id === id)?.count ?? 0;
}

function emptyIn({ cells }: MixLine): number {
  return cells.filter(({ count }) => count === 0).length;
}
