import { gzipSync } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { secondsOf, statusListDocument } from '@countersign/domain/credential';
import { canonicalJson, signDocument } from '@countersign/domain/ledger';
import type { Reading } from '../db/context';
import { sha256 } from '../db/salt';
import { Issuer } from './issuer';
import { LetterRow } from './letter.row';

/** Says which letters of the installation were taken back, in one list that is the same for whoever asks. */
@Injectable()
export class StatusList {
  constructor(@Inject(Issuer) private readonly issuer: Issuer) {}

  /** The list as it is now, signed: canonical JSON of its credential. */
  async run({ manager, now }: Reading): Promise<string> {
    const rows = await manager.find(LetterRow, {
      select: { programId: true, id: true, statusIndex: true },
      where: { revokedAt: Not(IsNull()) },
    });
    const { key, method, id } = this.issuer.signer();
    const document = statusListDocument({
      address: this.issuer.statusListAddress,
      issuer: id,
      takenBack: rows.map(({ statusIndex }) => statusIndex),
      madeAt: secondsOf(now),
      pack: (bytes) => gzipSync(bytes),
    });
    const proof = { verificationMethod: method, created: secondsOf(now) };
    return canonicalJson(await signDocument(document, proof, { sha256, sign: key.sign }));
  }
}
