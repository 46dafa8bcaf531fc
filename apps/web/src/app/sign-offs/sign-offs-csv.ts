import Papa from 'papaparse';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { personInWords } from '@countersign/contracts/words/person';
import { meaningGiven, signOffStandingWords } from '@countersign/contracts/words/sign-off';

type Cell = string | number;

const head: readonly string[] = [
  ...[
    'Fellow',
    'Competency',
    'State',
    'Demonstration',
    'Requirements',
    'Version',
    'Asked (UTC)',
    'Signed (UTC)',
  ],
  ...['High risk', 'Waived rules', 'Waived by'],
  ...['Place', 'Printed name', 'Capacity', 'Meaning', 'Time (UTC)', 'Time zone', 'Document SHA-256'],
  'Signature SHA-256',
];

/** One line for each signature, and one for a sign-off without any; formulas are kept from being any. */
export function signOffsCsv(signOffs: readonly SignOffView[]): string {
  const rows = signOffs.flatMap((signOff): Cell[][] => {
    const { fellow, title, state, demonstration, setId, setVersion, askedAt, signedAt, signatures } = signOff;
    const { highRisk, waiver } = signOff;
    const about: Cell[] = [
      ...[personInWords(fellow), title, signOffStandingWords[state], demonstration ? 'yes' : 'no'],
      ...[setId, setVersion, utc(askedAt), signedAt === undefined ? '' : utc(signedAt)],
      ...[highRisk ? 'yes' : 'no', waiver?.unmet.length ?? 0, waiver ? personInWords(waiver.by) : ''],
    ];
    if (signatures.length === 0) return [about];
    return signatures.map((one) => [
      ...about,
      ...[one.position + 1, one.printedName, one.capacity, meaningGiven[one.meaning], utc(one.at)],
      ...[one.timeZone, one.documentDigest, one.digest],
    ]);
  });
  const text = Papa.unparse([[...head], ...rows], { escapeFormulae: true, newline: '\r\n' });
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}

function utc(at: number): string {
  return new Date(at).toISOString();
}
