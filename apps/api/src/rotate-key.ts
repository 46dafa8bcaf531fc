import type { INestApplication } from '@nestjs/common';
import { keyPurposes } from '@countersign/contracts/ledger/views';
import type { Call } from './commands';
import { Checkpoints } from './ledger/checkpoints';
import { KeyError } from './ledger/key-files';
import { SigningKeys } from './ledger/signing-keys';

/** As many characters as the column of the reason takes. */
const REASON_MAX = 300;

type Said = Pick<Call, 'args' | 'values' | 'print'>;

/** The command: a new key for a purpose, and the heads of all logs signed by the old one and the new one. */
export async function rotateKey(app: INestApplication, { args, values, print }: Said): Promise<number> {
  const purpose = keyPurposes.find((one) => one === args[0]);
  if (!purpose) throw new KeyError(`There is no purpose ${args[0]}; there are ${keyPurposes.join(' and ')}.`);
  const reason = reasonIn(values);
  const given = values.get('--distrust-after');
  const distrustAfter = given === undefined ? null : instantIn(given);
  const kid = await app.get(SigningKeys).rotate(purpose, { reason, distrustAfter });
  await app.get(Checkpoints).signAll();
  print(`The ${purpose} key is now ${kid}. The one before it signs no more and stays published.`);
  print('Back up the folder of keys, and start every other server of this installation again.');
  return 0;
}

/** The command: since when a key that was retired is not to be believed. */
export async function distrustKey(app: INestApplication, { args, values, print }: Said): Promise<number> {
  const [kid = ''] = args;
  const distrustAfter = instantIn(values.get('--after') ?? '');
  await app.get(SigningKeys).distrust(kid, { reason: reasonIn(values), distrustAfter });
  print(`Nothing that ${kid} signed after ${new Date(distrustAfter).toISOString()} is believed.`);
  return 0;
}

function reasonIn(values: Said['values']): string {
  const reason = values.get('--reason')?.trim() ?? '';
  if (reason !== '' && reason.length <= REASON_MAX) return reason;
  throw new KeyError(`Say why in --reason, in 1 to ${REASON_MAX} characters.`);
}

function instantIn(text: string): number {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new KeyError(`"${text}" is no instant. Write it as 2026-07-01T00:00:00Z.`);
}
