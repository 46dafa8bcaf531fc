import { DomainError } from '../refusal';
import { utf8 } from './bytes';
import type { Digest, Hmac } from './crypto-functions';

/** Sets these hashes apart from all others under the same key. */
const PREFIX = 'caseref/v1\n';
/** Far longer than any record number; a longer text is something else, pasted by mistake. */
const MAX_LENGTH = 64;

/**
 * A reference by which one case is found again, made of the number that a hospital knows it by:
 * HMAC-SHA-256(key of the program, "caseref/v1\n" ‖ normalized number), 32 bytes.
 *
 * Normalized: spaces, dashes, `.`, `/` and `_` go, letters become capitals, leading zeros stay: `a-12345` is `A12345`. So
 * `1-23` and `12-3` are one number. Only ASCII letters and digits may be left, 1 to 64 of them; anything else would be
 * written in several ways that look alike. Throws `ledger/impossible-case-number`, which never repeats the text.
 *
 * **Off by default.** Call this only on the written decision of a program, and treat what comes out as data on a patient:
 * - It is derived from a record number, so a data set that holds it is not de-identified by Safe Harbor (45 CFR
 *   164.514(c): a code must not be derived from information about the individual).
 * - It is undone by whoever has the key: all 10^8 numbers of eight digits take one core minutes, so a leaked key is a
 *   leaked list of numbers. Keep the key out of the database and its backups, change it every year, and drop the
 *   references of the old one.
 * - It links the cases of several fellows to one patient.
 * - It is an equality oracle: whoever may ask can test whether a number is there. Answer only within a person's own
 *   entries, and only a few times an hour.
 *
 * Make it on the server; never log, store or export the number. Store the first 8 bytes only, and never export those.
 */
export function caseReference<D extends Digest>(caseNumber: string, hmac: Hmac<D>): D {
  const plain = caseNumber.replaceAll(/[\s\p{Dash_Punctuation}\u2212./_]/gu, '');
  if (!/^[A-Za-z0-9]+$/.test(plain) || plain.length > MAX_LENGTH)
    throw new DomainError(
      'ledger/impossible-case-number',
      'a case number has 1 to 64 letters and digits, and may be divided by spaces and dashes',
    );
  return hmac(utf8(PREFIX + plain.toUpperCase()));
}
