import { Controller, Inject } from '@nestjs/common';
import {
  IssueLetterBody,
  LetterQuery,
  LettersQuery,
  RevokeLetterBody,
} from '@countersign/contracts/credentials/bodies';
import {
  draftLetter,
  issueLetter,
  readLetters,
  revokeLetter,
} from '@countersign/contracts/credentials/endpoints';
import { LetterDraftView, LettersView, LetterView } from '@countersign/contracts/credentials/views';
import type { Reading } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { IssueLetter } from './issue-letter';
import { LetterContents } from './letter-contents';
import type { LetterRow } from './letter.row';
import { Letters } from './letters';
import { RevokeLetter } from './revoke-letter';

/** Letters that prove themselves: made, read and taken back. */
@Controller()
export class LettersController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LetterContents) private readonly contents: LetterContents,
    @Inject(IssueLetter) private readonly issuing: IssueLetter,
    @Inject(RevokeLetter) private readonly revoking: RevokeLetter,
    @Inject(Letters) private readonly letters: Letters,
  ) {}

  @Handle(draftLetter, { query: LetterQuery, view: LetterDraftView })
  draft({ actor, params, query }: Handled<typeof draftLetter>): Promise<LetterDraftView> {
    return this.db.read(actor, async (view) => {
      const { bytes, digest, signed } = await this.contents.draft(view, { ...params, ...query });
      const statementVersion = await this.issuing.statementToAccept(view);
      return {
        ...{ content: bytes, digest },
        competencies: signed.map(({ id, title }) => ({ id, title })),
        ...(statementVersion === undefined ? {} : { statementVersion }),
      };
    });
  }

  @Handle(issueLetter, { body: IssueLetterBody, view: LetterView })
  issue({ actor, params, body }: Handled<typeof issueLetter>): Promise<LetterView> {
    return this.db.write(actor, async (tx) => this.view(tx, await this.issuing.run(tx, params, body)));
  }

  @Handle(readLetters, { query: LettersQuery, view: LettersView })
  async list({ actor, params, query }: Handled<typeof readLetters>): Promise<LettersView> {
    return {
      letters: await this.db.read(actor, (view) => this.letters.list(view, params.programId, query.fellowId)),
    };
  }

  @Handle(revokeLetter, { body: RevokeLetterBody, view: LetterView })
  revoke({ actor, params, body, revision }: Handled<typeof revokeLetter>): Promise<LetterView> {
    return this.db.write(actor, async (tx) =>
      this.view(tx, await this.revoking.run(tx, params, { reason: body.reason, revision })),
    );
  }

  private async view(view: Reading, row: LetterRow): Promise<LetterView> {
    const [one] = await this.letters.views(view, row.programId, [row]);
    if (!one) throw new Error('one letter gives one view');
    return one;
  }
}
