import type { Content, ContentTable, TDocumentDefinitions } from 'pdfmake/interfaces';
import { DEMONSTRATION, letterKindWords } from '@countersign/contracts/words/letter';
import type { Letter } from '@countersign/domain/credential';
import { firstPage, secondPage, type PrintedCode } from './letter-body';
import { printable as p } from '../platform/pdf';
import { dayInFull } from './letter-words';

/** US Letter in points, and its margins. */
const WIDTH = 612;
const SIDE = 44;
const LINE = WIDTH - 2 * SIDE;

/** The pages of a letter: black on white, hairlines, no color; every page says whose it is and as of when. */
export function letterPages(letter: Letter, printed: PrintedCode): TDocumentDefinitions {
  const { demonstration } = letter;
  return {
    pageSize: 'LETTER',
    pageMargins: [SIDE, demonstration ? 116 : 80, SIDE, 46],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: '#000000' },
    styles: {
      title: { fontSize: 15, bold: true, margin: [0, 0, 0, 4] },
      section: { fontSize: 10.5, bold: true, margin: [0, 9, 0, 3] },
      note: { fontSize: 8, margin: [0, 4, 0, 0] },
    },
    header: () => head(letter),
    footer: (page, pages) => foot(letter, page, pages),
    ...(demonstration ? { background: () => behind() } : {}),
    content: [...firstPage(letter, printed), ...secondPage(letter)],
  };
}

function head({ program, kind, attestedBy, demonstration }: Letter): Content {
  const issued = `issued ${dayInFull(attestedBy.at.slice(0, 10))}`;
  const named = (name: string, under: string): Content[] => [
    { text: name, bold: true, fontSize: 11.5 },
    under,
  ];
  return {
    margin: [SIDE, 34, SIDE, 0],
    stack: [
      {
        columns: [
          mark(),
          { stack: named(p(program.name), p(program.institution)) },
          { width: 'auto', alignment: 'right', stack: named(letterKindWords[kind], issued) },
        ],
      },
      rule(1, 6),
      ...(demonstration ? [boxed(DEMONSTRATION, [4, 4])] : []),
    ],
  };
}

/** Two checks: signed once, countersigned once. */
function mark(): Content & { width: number } {
  const check = (points: readonly [number, number][]) => ({
    type: 'polyline' as const,
    lineWidth: 1.7,
    points: points.map(([x, y]) => ({ x, y })),
  });
  return {
    canvas: [
      { type: 'rect', x: 1, y: 1, w: 24, h: 24, r: 6, lineWidth: 1.1 },
      check([
        [5, 13.5],
        [9, 17],
        [16, 9],
      ]),
      check([
        [11.5, 15.5],
        [13, 17],
        [20.5, 9],
      ]),
    ],
    width: 34,
  };
}

function foot({ name, program, asOf, requirements }: Letter, page: number, pages: number): Content {
  return {
    margin: [SIDE, 8, SIDE, 0],
    fontSize: 8,
    stack: [
      rule(0.8, 0),
      {
        margin: [0, 4, 0, 0],
        columns: [
          {
            text: p(
              `${program.name}, ${program.institution}: ${name}. As of ${dayInFull(asOf)}. ${requirements.title}, version ${requirements.version}.`,
            ),
          },
          { text: `page ${page} of ${pages}`, width: 'auto', margin: [12, 0, 0, 0] },
        ],
      },
    ],
  };
}

/** The outlined word behind the text of a demonstration; what must be read by machines has a white ground of its own. */
function behind(): Content {
  const word =
    '<svg viewBox="0 0 612 792" width="612" height="792"><g transform="rotate(-52 306 396)">' +
    '<text x="306" y="420" text-anchor="middle" font-size="84" font-family="Roboto" fill="none" stroke="#9a9a9a" stroke-width="0.7">Demonstration</text></g></svg>';
  return { svg: word, width: 612, absolutePosition: { x: 0, y: 0 } };
}

function boxed(text: string, padding: [number, number]): ContentTable {
  return {
    margin: [0, 8, 0, 0],
    table: { widths: ['*'], body: [[{ text, bold: true, margin: [...padding, ...padding] }]] },
    layout: {
      hLineWidth: () => 1,
      vLineWidth: () => 1,
      hLineStyle: () => ({ dash: { length: 3, space: 2 } }),
      vLineStyle: () => ({ dash: { length: 3, space: 2 } }),
    },
  };
}

function rule(lineWidth: number, above: number): Content {
  return {
    margin: [0, above, 0, 0],
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: LINE, y2: 0, lineWidth }],
  };
}
