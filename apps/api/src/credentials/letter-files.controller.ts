import { Controller, Inject } from '@nestjs/common';
import { readLetterCredential, readLetterPdf } from '@countersign/contracts/credentials/endpoints';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { Issuer } from './issuer';
import { letterPdf } from './letter-pdf';
import { Letters } from './letters';

/** Letters as files, which whoever holds them takes away. */
@Controller()
export class LetterFilesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(Issuer) private readonly issuer: Issuer,
  ) {}

  /** Drawn anew each time, out of the credential alone: the same letter gives the same bytes. */
  @Handle(readLetterPdf, {})
  async readPdf({ actor, params }: Handled<typeof readLetterPdf>): Promise<Uint8Array> {
    const row = await this.db.read(actor, (view) => this.letters.one(view, params));
    return letterPdf(row, this.issuer.verifyAddress);
  }

  @Handle(readLetterCredential, {})
  async readCredential({ actor, params }: Handled<typeof readLetterCredential>): Promise<Uint8Array> {
    const row = await this.db.read(actor, (view) => this.letters.one(view, params));
    return Buffer.from(row.credential);
  }
}
