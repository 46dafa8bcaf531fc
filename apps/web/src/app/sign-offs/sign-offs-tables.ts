import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { personInWords } from '@countersign/contracts/words/person';
import { meaningGiven, signOffStandingWords } from '@countersign/contracts/words/sign-off';
import type { Cell, Tables } from '../platform/tables';

const head: readonly string[] = [
  ...['Fellow', 'Competency', 'State', 'Demonstration', 'Requirements', 'Version'],
  ...['Asked (UTC)', 'Signed (UTC)', 'Current through', 'High risk', 'Waived rules', 'Waived by'],
  ...['Place', 'Printed name', 'Capacity', 'Meaning', 'Time (UTC)', 'Time zone', 'Document SHA-256'],
  'Signature SHA-256',
];

/** One line for each signature, and one for a sign-off without any. */
export function signOffsTables(signOffs: readonly SignOffView[]): Tables {
  return { tables: [{ name: 'Sign-offs', head, rows: signOffs.flatMap(rowsOf) }] };
}

function rowsOf(signOff: SignOffView): Cell[][] {
  const { fellow, title, state, demonstration, setId, setVersion, askedAt, signedAt } = signOff;
  const { signatures, currentThroughOn: through, highRisk, waiver } = signOff;
  const about: Cell[] = [
    ...[personInWords(fellow), title, signOffStandingWords[state], demonstration ? 'yes' : 'no'],
    ...[setId, setVersion, { at: askedAt }, signedAt === undefined ? undefined : { at: signedAt }],
    ...[through === undefined ? undefined : { on: through }, highRisk ? 'yes' : 'no'],
    ...[waiver?.unmet.length ?? 0, waiver && personInWords(waiver.by)],
  ];
  if (signatures.length === 0) return [about];
  return signatures.map((one) => [
    ...about,
    ...[one.position + 1, one.printedName, one.capacity, meaningGiven[one.meaning], { at: one.at }],
    ...[one.timeZone, one.documentDigest, one.digest],
  ]);
}
