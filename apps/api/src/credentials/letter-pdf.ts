import type { Attachment } from 'pdfmake/interfaces';
import { letterCode, letterOf } from '@countersign/domain/credential';
import type { JsonObject } from '@countersign/domain/ledger';
import { sha256 } from '../db/salt';
import { pdfPrinter } from '../platform/pdf';
import { letterPages } from './letter-pages';
import type { LetterRow } from './letter.row';

/** What the signed record is called inside the PDF. */
export const ATTACHED_NAME = 'letter.json';

/** An attachment with its dates, which the library hands on. */
interface DatedAttachment extends Attachment {
  readonly creationDate: Date;
  readonly modifiedDate: Date;
}

/**
 * A letter as PDF, drawn out of its credential alone, which is attached to it; the same bytes for the same letter.
 * `verifyAddress` is where people check it.
 */
export async function letterPdf(
  row: Pick<LetterRow, 'credential' | 'documentDigest' | 'kid' | 'issuedAt'>,
  verifyAddress: string,
): Promise<Uint8Array> {
  const { credential, documentDigest: digest, kid } = row;
  const signed = JSON.parse(credential) as JsonObject;
  const letter = letterOf(signed);
  if (!letter) throw new Error('what is kept as a letter is one');
  const code = `${verifyAddress}#${await letterCode(signed, kid, sha256)}`;
  const date = new Date(row.issuedAt);
  const attached: DatedAttachment = {
    src: `data:application/vc;base64,${Buffer.from(credential).toString('base64')}`,
    name: ATTACHED_NAME,
    description: 'The signed record, which proves the pages',
    creationDate: date,
    modifiedDate: date,
  };
  const printer = await pdfPrinter();
  return printer
    .createPdf({
      ...letterPages(letter, { code, kid, digest, verifyAddress }),
      info: {
        title: `Letter about ${letter.name}`,
        author: `${letter.program.name}, ${letter.program.institution}`,
        creator: 'Countersign',
        producer: 'Countersign',
        creationDate: date,
        modDate: date,
      },
      files: { letter: attached },
    })
    .getBuffer();
}
