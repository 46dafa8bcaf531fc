import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces';
import type {
  CommitteeCompetencyView,
  CommitteeView,
} from '@countersign/contracts/dashboards/committee-views';
import { decidedInWords } from '@countersign/contracts/words/committee';
import { competenceWords } from '@countersign/contracts/words/competence';
import { forecastRange } from '@countersign/contracts/words/forecast';
import { signOffStandingWords } from '@countersign/contracts/words/sign-off';
import { dayShort } from '@countersign/contracts/words/time';
import { printable as p } from '../platform/pdf';
import { hairlines } from './packet-layout';
import { SPAN_WIDTH, spanSvg } from './packet-curve';
import type { HalfYear } from './read-packet';

/** Below this number of ratings their median says nothing. */
const FEWEST_RATINGS = 10;

const bold = (texts: readonly string[]): TableCell[] => texts.map((text) => ({ text, bold: true }));

/** The competencies, emptiest first, as the committee’s page shows them. */
export function competencyTable({ competencies, asOfOn }: CommitteeView): ContentTable {
  const share = ({ approved, need }: CommitteeCompetencyView) => Math.min(1, approved / need);
  return {
    layout: hairlines,
    fontSize: 8,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 58, 30, 78, 54, SPAN_WIDTH + 2, 84],
      body: [
        bold(['Competency', 'Volume', 'Rules', 'Competence', 'Signed', 'Reached, 8 in 10', '']),
        ...competencies
          .toSorted((one, other) => share(one) - share(other))
          .map((one) => competencyRow(one, asOfOn)),
      ],
    },
  };
}

function competencyRow(one: CommitteeCompetencyView, today: string): TableCell[] {
  const { title, approved, waiting, need, met, rulesMet, rules, competence, signed, signedOn } = one;
  const { n, low, high, state } = competence;
  const interval =
    low === undefined || high === undefined
      ? ''
      : `, ${Math.round(100 * low)} to ${Math.round(100 * high)}\u00a0%`;
  return [
    p(title),
    `${approved} of ${need}${waiting > 0 ? `, +${waiting}` : ''}`,
    { text: `${rulesMet} of ${rules}`, bold: met },
    `${competenceWords[state]}${n > 0 ? ` (n ${n}${interval})` : ''}`,
    signed === undefined
      ? 'not yet'
      : `${signOffStandingWords[signed]}${signedOn === undefined ? '' : ` ${dayShort(signedOn, today)}`}`,
    drawnRange(one, today),
    rangeOf(one, today),
  ];
}

function drawnRange({ forecast }: CommitteeCompetencyView, today: string): TableCell {
  if (forecast?.status !== 'open' || forecast.earlyOn === undefined || forecast.endsOn === undefined)
    return '';
  const { earlyOn, likelyOn, lateOn, endsOn } = forecast;
  return { svg: spanSvg({ today, endsOn, earlyOn, likelyOn, lateOn }), width: SPAN_WIDTH };
}

function rangeOf({ forecast, met, approved, need }: CommitteeCompetencyView, today: string): string {
  if (forecast === undefined) return '';
  if (forecast.status === 'met') return met ? 'met' : `${approved} of ${need}: number met`;
  return forecastRange(forecast, today) ?? 'no dates';
}

/** What came in the last six months, competency by competency. */
export function halfYearTable(lines: readonly HalfYear[]): ContentTable {
  return {
    layout: hairlines,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 70, 70, 60, 90],
      body: [
        bold(['Competency', 'Six months', 'In all', 'Target', 'Help, median (n)']),
        ...lines.map(({ title, lately, all, need, helps }) => [
          p(title),
          String(lately),
          String(all),
          String(need),
          helps.length < FEWEST_RATINGS
            ? `too few (${helps.length})`
            : `${medianOf(helps)} (${helps.length})`,
        ]),
      ],
    },
  };
}

function medianOf(helps: readonly number[]): number {
  const sorted = helps.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Milestones with their evidence, what is suggested, what was decided last, and a line to write on. */
export function milestoneTable({ milestones, decisions }: CommitteeView): ContentTable {
  const last = decisions[0]?.milestones ?? [];
  return {
    layout: hairlines,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [30, '*', 118, 50, 110, 72],
      body: [
        bold(['', 'Sub-competency', 'Evidence', 'Suggested', 'Decided last', 'Committee']),
        ...milestones.map(({ code, title, entries, rated, raters, suggested }): TableCell[] => {
          const decided = last.find((one) => one.code === code);
          return [
            { text: code, bold: true },
            p(title),
            `${entries} entries, ${rated} rated by ${raters}`,
            suggested === undefined ? 'too little' : String(suggested),
            decided === undefined
              ? ''
              : p([decidedInWords(decided), decided.reason].filter(Boolean).join(': ')),
            lineToWriteOn(64),
          ];
        }),
      ],
    },
  };
}

/** A line for a pen. */
export function lineToWriteOn(length: number): Content {
  return { canvas: [{ type: 'line', x1: 0, x2: length, y1: 9, y2: 9, lineWidth: 0.5 }] };
}
