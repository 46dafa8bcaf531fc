import type { Content } from 'pdfmake/interfaces';
import { meaningWords } from '@countersign/contracts/words/letter';
import { counted } from '@countersign/contracts/words/count';
import { digestInFours, type Letter } from '@countersign/domain/credential';
import { competencyTable, totalsTable } from './letter-tables';
import { printable as p } from '../platform/pdf';
import { dayInFull, hasUnprintable, momentInFull } from './letter-words';

/** What is printed so that the letter can be checked. */
export interface PrintedCode {
  /** Text of the code. */
  readonly code: string;
  readonly digest: string;
  readonly kid: string;
  readonly verifyAddress: string;
}

/** Width of a hairline, pt. */
const HAIR = 0.4;

/** Who is signed for what, attested by whom, and how to check it. */
export function firstPage(letter: Letter, printed: PrintedCode): Content[] {
  const { competencies, attestation } = letter;
  return [
    { text: p(finding(letter)), style: 'title' },
    'To the credentialing office: this is the program’s own record, approved case by case by the supervisors who were there. Totals by role and supervision follow on the next page.',
    facts(letter),
    { text: `Signed competencies: ${signedOf(letter)}`, style: 'section' },
    ...(competencies.length > 0 ? [competencyTable(letter, HAIR)] : ['None is signed so far.']),
    ...(competencies.length > 0
      ? [{ text: `${letter.scale}. A competency holds longer with each new case.`, style: 'note' }]
      : []),
    ...(letter.notSigned.length > 0
      ? [{ text: p(`Not signed: ${letter.notSigned.join('; ')}.`), style: 'note' }]
      : []),
    {
      unbreakable: true,
      stack: [
        { text: 'Attestation', style: 'section' },
        p(attestation),
        signatureBox(letter),
        verifyBlock(printed),
      ],
    },
  ];
}

function finding({ name, kind, competencies }: Letter): string {
  if (kind === 'competency') return `${name} is signed for ${competencies[0]?.title.toLowerCase() ?? ''}`;
  const number = competencies.length;
  return number === 0
    ? `${name}: the record of training`
    : `${name} is signed for ${counted(number, 'competency', 'competencies')}`;
}

function signedOf({ competencies, notSigned }: Letter): string {
  const all = competencies.length + notSigned.length;
  return notSigned.length === 0 ? String(competencies.length) : `${competencies.length} of ${all}`;
}

function facts({ name, baseSpecialty, training, requirements, totals, attestedBy, asOf }: Letter): Content {
  const [year, two] = totals.all.performedIn;
  const cells: readonly [string, string][] = [
    ['Fellow', p(name)],
    ['Program director', p(attestedBy.name)],
    ['Training', training.map(({ fromOn, toOn }) => `${dayInFull(fromOn)} to ${dayInFull(toOn)}`).join('; ')],
    ['Requirements', p(`${requirements.title}, version ${requirements.version} (${requirements.standing})`)],
    ['Base specialty', p(baseSpecialty) || 'not stated'],
    ['As of', dayInFull(asOf)],
    ['Performed', `${year ?? 0} in 12 months, ${two ?? 0} in 24 months`],
  ];
  const pairs = cells
    .filter((_, index) => index % 2 === 0)
    .map((left, index) => [left, cells[2 * index + 1]]);
  return {
    margin: [0, 8, 0, 0],
    layout: 'noBorders',
    table: {
      widths: ['auto', '*', 'auto', '*'],
      body: pairs.map((pair) =>
        pair.flatMap((cell) => [
          { text: cell?.[0] ?? '', color: '#333333' },
          { text: cell?.[1] ?? '', bold: true },
        ]),
      ),
    },
  };
}

function signatureBox({ attestedBy }: Letter): Content {
  const { name, meaning, at, timeZone } = attestedBy;
  return {
    margin: [0, 5, 0, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            margin: [5, 3, 5, 3],
            stack: [
              { text: p(name), bold: true, fontSize: 10.5 },
              `Program director. Signed electronically; meaning: ${meaningWords[meaning] ?? meaning}. ${momentInFull(at, timeZone)}.`,
            ],
          },
        ],
      ],
    },
    layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8 },
  };
}

/** The code with the quiet rim that readers need, white also where a word stands behind the text. */
function qrOf(qr: string): Content {
  const rim = { padding: 4, width: 97 };
  return { qr, fit: 84, eccLevel: 'L', foreground: '#000000', background: '#ffffff', ...rim };
}

function verifyBlock({ code, digest, kid, verifyAddress }: PrintedCode): Content {
  return {
    margin: [0, 5, 0, 0],
    columnGap: 12,
    columns: [
      qrOf(code),
      {
        stack: [
          { text: 'Verify without us', bold: true, fontSize: 10.5, margin: [0, 0, 0, 2] },
          {
            text: [
              'Scan, or open ',
              { text: verifyAddress, bold: true },
              ' and drop this PDF. The check runs in your browser, without an account, and also when our server is off. Paper alone proves nothing; compare:',
            ],
          },
          {
            margin: [0, 4, 0, 0],
            layout: 'noBorders',
            table: {
              body: [
                ['Document', { text: digestInFours(digest), bold: true, characterSpacing: 0.4 }],
                ['Key', kid],
              ],
            },
          },
        ],
      },
    ],
  };
}

/** What was done, in numbers, and how they were counted. */
export function secondPage(letter: Letter): Content[] {
  const { totals, name } = letter;
  const { performed, 'performed-part': part } = totals.all.roles;
  const all = Object.values(totals.all.roles).reduce((sum, one) => sum + one, 0);
  const range =
    totals.from === null || totals.to === null
      ? 'No approved procedures.'
      : `Approved procedures from ${dayInFull(totals.from)} to ${dayInFull(totals.to)}.`;
  const warning = hasUnprintable(letter)
    ? [
        {
          text: 'Some letters of names cannot be printed here and are shown as “?”. The attached record has them.',
          style: 'note',
        },
      ]
    : [];
  return [
    {
      text: `${performed} performed, ${part} performed in part, ${all} in all`,
      style: 'title',
      pageBreak: 'before',
    },
    `${range} Simulation is counted apart: ${counted(totals.simulation, 'procedure', 'procedures')}.`,
    totalsTable(letter, HAIR),
    { columns: [wordsOfRoles(), wordsOfSupervision()], columnGap: 24 },
    ...section(
      'How this was counted',
      'Each procedure counts once, for the role held in it. Only procedures approved by a supervisor are counted; if a supervisor corrected the role, the corrected one is. Aborted procedures are left out. The file attached to this letter holds these numbers, signed.',
    ),
    ...section(
      'What the signature proves, and what not',
      `That these people signed these words at these times, and that nothing was changed since. It does not prove skill on a given day, today’s currency, or that the person in front of you is ${name}: please check an identity document.`,
    ),
    ...section(
      'If something here looks wrong',
      'Ask the program. A correction comes as a new letter; the old one is then taken back, and says so when it is checked online.',
    ),
    ...warning,
  ];
}

function section(title: string, text: string): Content[] {
  return [{ unbreakable: true, stack: [{ text: title, style: 'section' }, p(text)] }];
}

function wordsOfRoles(): Content {
  return words('Roles', [
    ['Performed', 'more than half of the critical part.'],
    ['Part', 'some of the critical part.'],
    ['Assisted, observed', 'helped without it; watched.'],
    ['Taught', 'guided a learner.'],
  ]);
}

function wordsOfSupervision(): Content {
  return words('Supervision', [
    ['Direct', 'supervisor in the room.'],
    ['Immediate', 'on site, there within minutes.'],
    ['Available', 'off site, reachable, can come.'],
    ['Later', 'reviewed afterwards.'],
  ]);
}

function words(title: string, pairs: readonly [string, string][]): Content {
  return {
    stack: [
      { text: title, style: 'section' },
      ...pairs.map(([word, gloss]) => ({
        text: [{ text: `${word}: `, bold: true }, gloss],
        margin: [0, 1, 0, 0] as [number, number, number, number],
      })),
    ],
  };
}
