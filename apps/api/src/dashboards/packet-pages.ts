import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PacketKind } from '@countersign/contracts/dashboards/bodies';
import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { concernSentence, suretyInWords } from '@countersign/contracts/words/attention';
import { careKindWords } from '@countersign/contracts/words/case-mix';
import { committeeFinding } from '@countersign/contracts/words/committee';
import { competenceRuleInWords } from '@countersign/contracts/words/competence';
import { counted } from '@countersign/contracts/words/count';
import { curveFinding, curveParameters } from '@countersign/contracts/words/curve';
import { forecastRecordInWords } from '@countersign/contracts/words/forecast';
import { clockTime, dayFull } from '@countersign/contracts/words/time';
import { pdfPrinter, printable as p } from '../platform/pdf';
import { CURVE_WIDTH, curveSvg } from './packet-curve';
import { hairlines } from './packet-layout';
import { competencyTable, halfYearTable, milestoneTable } from './packet-tables';
import { decisionsPart, remarksPart } from './packet-words';
import type { Packet, PacketCurve } from './read-packet';

/** US Letter in points, and its margins. */
const [WIDTH, SIDE] = [612, 40];

const kindWords: Readonly<Record<PacketKind, string>> = {
  committee: 'Committee packet',
  'semi-annual': 'Semi-annual summary',
};

/** A packet as PDF, black on white; every page says whose it is, as of when and under which requirements. */
export async function packetPdf(packet: Packet): Promise<Uint8Array> {
  const printer = await pdfPrinter();
  const date = new Date(packet.view.asOf);
  return printer
    .createPdf({
      ...packetPages(packet),
      info: {
        title: `${kindWords[packet.kind]}: ${packet.view.fellow.name}`,
        author: packet.view.programName,
        ...{ creator: 'Countersign', producer: 'Countersign', creationDate: date, modDate: date },
      },
    })
    .getBuffer();
}

/** The pages of a packet. */
export function packetPages(packet: Packet): TDocumentDefinitions {
  const { view, kind } = packet;
  return {
    pageSize: 'LETTER',
    pageMargins: [SIDE, 52, SIDE, 44],
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.12, color: '#000000' },
    styles: {
      title: { fontSize: 17, bold: true },
      section: { fontSize: 11, bold: true, margin: [0, 10, 0, 3] },
      note: { fontSize: 7.5, color: '#333333', margin: [0, 3, 0, 0] },
    },
    header: head(packet),
    footer: (page, pages) => foot(packet, page, pages),
    content: [
      { text: p(view.fellow.name), style: 'title' },
      { text: facts(view), margin: [0, 2, 0, 2] },
      { text: committeeFinding(view), style: 'section' },
      competencyTable(view),
      { text: competenceRuleInWords(view.competenceRule), style: 'note' },
      { text: forecastRecordInWords(view.forecastRecord), style: 'note' },
      ...(kind === 'semi-annual' ? halfYear(packet) : []),
      ...reasons(view),
      ...experiences(view),
      ...curves(packet.curves),
      ...milestones(view),
      ...remarksPart(packet),
      ...decisionsPart(packet),
    ],
  };
}

function head({ view, kind, isBlinded }: Packet): Content {
  const confidential = isBlinded ? 'Confidential; names left out' : 'Confidential';
  return {
    margin: [SIDE, 26, SIDE, 0],
    stack: [
      {
        fontSize: 7.5,
        columns: [
          { text: p(`${view.fellow.name} · ${view.programName} · ${kindWords[kind]}`) },
          { text: confidential, alignment: 'right', width: 'auto' },
        ],
      },
      rule(),
    ],
  };
}

function foot({ view, timeZone, isBlinded }: Packet, page: number, pages: number): Content {
  const { asOfOn, asOf, requirementSet: set } = view;
  const names = isBlinded ? 'names hidden' : 'names of raters shown';
  return {
    margin: [SIDE, 8, SIDE, 0],
    stack: [
      rule(),
      {
        fontSize: 7.5,
        margin: [0, 3, 0, 0],
        columns: [
          p(
            `As of ${dayFull(asOfOn)}, ${clockTime(asOf, timeZone)} · ${set.title}, version ${set.version} (${set.standing}) · ${names}`,
          ),
          { text: `Page ${page} of ${pages}`, alignment: 'right', width: 'auto' },
        ],
      },
    ],
  };
}

function rule(): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 2, x2: WIDTH - 2 * SIDE, y2: 2, lineWidth: 0.6 }],
  };
}

function facts({ programName, baseSpecialty, approved, waiting }: CommitteeView): string {
  const parts = [programName, baseSpecialty, `${approved} approved, ${waiting} waiting`];
  return p(parts.filter(Boolean).join('   ·   '));
}

function halfYear({ sinceOn, view, halfYear: lines }: Packet): Content[] {
  const lately = lines.reduce((sum, one) => sum + one.lately, 0);
  return [
    {
      text: `${lately} that count since ${dayFull(sinceOn)}, competency by competency`,
      style: 'section',
    },
    halfYearTable(lines),
    {
      text: `From ${dayFull(sinceOn)} to ${dayFull(view.asOfOn)}. The median of ratings says nothing below ten of them; simulation is not in it.`,
      style: 'note',
    },
  ];
}

function reasons({ concerns, expectedFalse, competenceRule }: CommitteeView): Content[] {
  return [
    {
      text: concerns.length === 0 ? 'Nothing stands out today' : 'Reasons to look, not verdicts',
      style: 'section',
    },
    ...concerns.map((one): Content => ({
      margin: [0, 0, 0, 3],
      unbreakable: true,
      stack: [
        {
          text: [
            { text: one.title === undefined ? '' : `${p(one.title)}: `, bold: true },
            p(concernSentence(one)),
          ],
        },
        { text: p(suretyInWords(one, competenceRule)), fontSize: 7.5, color: '#333333' },
      ],
    })),
    { text: `Expected false flags for one fellow: ${expectedFalse.toFixed(2)}.`, style: 'note' },
  ];
}

/** Length of a drawn bar, in points. */
const BAR = 120;

function experiences({ care, simulations }: CommitteeView): Content[] {
  const below = care.filter(({ count, aim }) => aim !== undefined && count < aim).length;
  const table: ContentTable = {
    layout: hairlines,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [130, BAR + 6, 40, '*'],
      body: [
        ['Experience', '', 'Entries', 'Aim'].map((text) => ({ text, bold: true })),
        ...care.map(({ kind, count, aim }) => {
          const most = Math.max(1, count, aim ?? 0);
          return [
            careKindWords[kind],
            bar(count / most, aim === undefined ? undefined : aim / most),
            String(count),
            aim === undefined ? 'none' : String(aim),
          ];
        }),
      ],
    },
  };
  return [
    {
      text:
        below === 0
          ? 'No experience is below its aim'
          : `${below} of ${care.length} experiences below their aim`,
      style: 'section',
    },
    table,
    { text: `Each bar on its own scale; line: aim. Simulation apart: ${simulations}.`, style: 'note' },
  ];
}

function bar(share: number, aim: number | undefined): Content {
  const at = aim === undefined ? undefined : aim * BAR;
  return {
    canvas: [
      { type: 'rect', x: 0, y: 2, w: BAR, h: 5, lineWidth: 0.4 },
      { type: 'rect', x: 0, y: 2, w: Math.max(0.1, share * BAR), h: 5, color: '#777777', lineWidth: 0 },
      ...(at === undefined ? [] : [{ type: 'line' as const, x1: at, x2: at, y1: 0, y2: 9, lineWidth: 1.4 }]),
    ],
  };
}

/** Each competency with its panels beside one another. */
function curves(all: readonly PacketCurve[]): Content[] {
  if (all.length === 0) return [];
  return [
    ...all.map((one, nth): Content => {
      const drawn = curve(one);
      // The heading stays with the first of them.
      return nth === 0 ? { unbreakable: true, stack: [curvesTitle(all.length), drawn] } : drawn;
    }),
    { text: 'Tick: went well; cross: did not. Hatched: the chart cannot speak yet.', style: 'note' },
  ];
}

function curvesTitle(count: number): Content {
  return {
    text: `Learning curves of ${counted(count, 'competency', 'competencies')} with enough judged cases`,
    style: 'section',
  };
}

function curve(one: PacketCurve): Content {
  const { title, curve: drawn, competence, competenceRule } = one;
  const panels = drawn.stretches.at(-1)?.panels ?? [];
  const { low, high, n, successes } = competence;
  const interval =
    low === undefined || high === undefined || successes === undefined
      ? `n = ${n}`
      : `${Math.round(100 * low)} to ${Math.round(100 * high)} % go well (90 % interval), ${successes} of ${n}`;
  const said = { ...one, competence } as Parameters<typeof curveFinding>[0];
  return {
    unbreakable: true,
    margin: [0, 0, 0, 7],
    stack: [
      { text: [{ text: `${p(title)}: `, bold: true }, p(curveFinding(said))] },
      {
        columnGap: 12,
        columns: panels.map((panel) => ({ svg: curveSvg(panel), width: CURVE_WIDTH })),
      },
      { text: p(`${interval}. ${curveParameters(competenceRule)}`), fontSize: 7, color: '#333333' },
    ],
  };
}

function milestones(view: CommitteeView): Content[] {
  const decided = view.decisions[0]?.milestones.filter(({ level }) => level !== undefined).length ?? 0;
  return [
    {
      text:
        view.decisions.length === 0
          ? 'Milestones: none decided yet'
          : `Milestones: ${decided} of ${view.milestones.length} decided last`,
      style: 'section',
    },
    milestoneTable(view),
    {
      text: 'Suggested: the median help of the newest 10 rated cases if at least 3 supervisors gave them, never above 4. Short titles of our own; confirm against the current document.',
      style: 'note',
    },
  ];
}
