import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { Letter, LetterCompetency, PrintedSignature, Totals } from '@countersign/domain/credential';
import { competencyNotes, meaningWords } from '@countersign/contracts/words/letter';
import { supervisionInLine } from '@countersign/contracts/words/procedure';
import type { SupervisionLevel } from '@countersign/domain/entry';
import { printable as p } from '../platform/pdf';
import { dayInFull } from './letter-words';

/** The signed competencies with those who signed them. */
export function competencyTable({ competencies }: Letter, hair: number): ContentTable {
  const head = ['Competency', 'Supervision', 'Supervisor signed', 'Director signed', 'Holds until'];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: ['*', 60, 134, 134, 50],
      body: [head.map((text) => ({ text, bold: true })), ...competencies.map((one) => competencyRow(one))],
    },
    fontSize: 8,
    lineHeight: 1.05,
    layout: lines(hair, 1),
  };
}

function competencyRow(competency: LetterCompetency): TableCell[] {
  const { title, supervision, signatures, until } = competency;
  const isDirector = ({ capacity }: PrintedSignature) => capacity === 'director';
  return [
    {
      stack: [
        p(title),
        ...competencyNotes(competency).map((text) => ({ text, fontSize: 7, color: '#333333' })),
      ],
    },
    supervisionInLine[supervision as SupervisionLevel] ?? p(supervision),
    { stack: signatures.filter((one) => !isDirector(one)).map((one) => signed(one)) },
    { stack: signatures.filter(isDirector).map((one) => signed(one)) },
    until === null ? 'not limited' : dayInFull(until),
  ];
}

/** A signature with all that belongs to it: name, what it means, when. */
function signed({ name, meaning, at }: PrintedSignature): Content {
  return p(
    `${name}: ${meaningWords[meaning] ?? meaning}, ${dayInFull(at.slice(0, 10))} ${at.slice(11, 16)} UTC`,
  );
}

const groups: TableCell[] = [
  '',
  { text: 'Role', colSpan: 5, alignment: 'center', bold: true },
  ...['', '', '', ''],
  { text: 'Supervision (performed, part)', colSpan: 4, alignment: 'center', bold: true },
  ...['', '', ''],
  { text: 'Performed in', colSpan: 2, alignment: 'center', bold: true },
  '',
];

const columns = [
  ...['performed', 'part', 'assisted', 'observed', 'taught'],
  ...['direct', 'immediate', 'available', 'later', '12 mo.', '24 mo.'],
];

/** Every procedure by role, supervision and window; both rows of the head come again on each page. */
export function totalsTable({ totals, asOf }: Letter, hair: number): Content {
  const body: TableCell[][] = [
    groups,
    [
      { text: 'Procedure', bold: true },
      ...columns.map((text) => ({ text, bold: true, alignment: 'right' as const })),
    ],
    ...totals.items.map((item) => [p(item.name), ...numbers(item, false)]),
    [{ text: 'All listed', bold: true }, ...numbers(totals.all, true)],
  ];
  return [
    {
      margin: [0, 6, 0, 0],
      table: {
        headerRows: 2,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: ['*', ...columns.map(() => 'auto')],
        body,
      },
      fontSize: 8,
      layout: lines(hair, 2),
    },
    {
      text: `12 and 24 months end on ${dayInFull(asOf)}, both days in; this program’s procedures only. A dash means none.`,
      style: 'note',
    },
  ];
}

function numbers({ roles, supervision, performedIn }: Totals, bold: boolean): TableCell[] {
  const values = [
    ...[roles.performed, roles['performed-part'], roles.assisted, roles.observed, roles.taught],
    ...[supervision.direct, supervision['indirect-immediate'], supervision['indirect-available']],
    ...[supervision.oversight, ...performedIn],
  ];
  return values.map((value, index) => ({
    text: value === 0 ? '–' : value.toLocaleString('en-US'),
    alignment: 'right',
    bold: bold || index === 0 || index > 8,
  }));
}

/** Hairlines between rows, a full one under the head and above the sum. */
function lines(hair: number, headRows: number): CustomTableLayout {
  return {
    hLineWidth: (index, { table }) => {
      if (index === 0) return 0;
      return index === headRows || (headRows > 1 && index === table.body.length - 1) ? 0.8 : hair;
    },
    vLineWidth: () => 0,
    hLineColor: (index, { table }) =>
      index === headRows || (headRows > 1 && index === table.body.length - 1) ? '#000000' : '#999999',
    paddingLeft: (index) => (index === 0 ? 0 : 4),
    paddingRight: () => 3,
    paddingTop: () => 2,
    paddingBottom: () => 1.5,
  };
}
