import type { Content } from 'pdfmake/interfaces';
import { committeeOutcomeWords, presentInWords } from '@countersign/contracts/words/committee';
import { personInWords } from '@countersign/contracts/words/person';
import { dayFull, instantFull } from '@countersign/contracts/words/time';
import { printable as p } from '../platform/pdf';
import { lineToWriteOn } from './packet-tables';
import type { Packet } from './read-packet';

/** Remarks that a packet prints; the page has the rest. */
const MOST_REMARKS = 12;
/** Decisions that a packet prints. */
const MOST_DECISIONS = 4;

/** What supervisors wrote, the newest first; nothing for who may not read it. */
export function remarksPart({ view, kind, sinceOn }: Packet): Content[] {
  if (view.remarks === undefined) return [];
  const asked =
    kind === 'semi-annual' ? view.remarks.filter((one) => one.performedOn >= sinceOn) : view.remarks;
  const shown = asked.slice(0, MOST_REMARKS);
  return [
    {
      text:
        shown.length === asked.length
          ? `In their words: ${asked.length}`
          : `In their words: the newest ${shown.length} of ${asked.length}`,
      style: 'section',
    },
    ...shown.map(({ text, by, performedOn, kind: said }): Content => ({
      unbreakable: true,
      margin: [0, 0, 0, 3],
      text: [
        `“${p(text)}” `,
        {
          text: `${p(personInWords(by))}, ${dayFull(performedOn)}, ${said === 'keep-doing' ? 'keep doing' : 'next time'}`,
          fontSize: 7.5,
          color: '#333333',
        },
      ],
    })),
  ];
}

/** What was decided, and lines for what is decided now. */
export function decisionsPart({ view, timeZone, isBlinded }: Packet): Content[] {
  const { decisions } = view;
  return [
    { text: decisions.length === 0 ? 'Nothing is decided yet' : 'What was decided', style: 'section' },
    ...decisions.slice(0, MOST_DECISIONS).map((one): Content => {
      const who = isBlinded ? '' : ` by ${personInWords(one.by)}`;
      const again = one.lookAgainOn === undefined ? '' : ` Look again: ${dayFull(one.lookAgainOn)}.`;
      return {
        unbreakable: true,
        margin: [0, 0, 0, 4],
        stack: [
          { text: committeeOutcomeWords[one.outcome], bold: true },
          ...(one.reason === undefined ? [] : [p(one.reason)]),
          {
            text: p(
              `Recorded ${instantFull(one.at, timeZone)}${who}. Present: ${presentInWords(one, isBlinded)}.${again} Numbers of ${dayFull(one.asOfOn)}, ${one.setTitle}, version ${one.setVersion}.`,
            ),
            ...{ fontSize: 7.5, color: '#333333' },
          },
        ],
      };
    }),
    {
      unbreakable: true,
      margin: [0, 14, 0, 0],
      columnGap: 24,
      columns: [
        { stack: [lineToWriteOn(300), { text: 'Chair', fontSize: 7.5 }] },
        { stack: [lineToWriteOn(160), { text: 'Date', fontSize: 7.5 }], width: 170 },
      ],
    },
    {
      text: 'Signs nothing off. A decision is recorded in the program, with the password; a later one follows, none replaces another.',
      style: 'note',
    },
  ];
}
