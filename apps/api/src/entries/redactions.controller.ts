import { Controller, Inject } from '@nestjs/common';
import { RedactTextBody } from '@countersign/contracts/entries/bodies';
import { redactText } from '@countersign/contracts/entries/endpoints';
import { EntryView } from '@countersign/contracts/entries/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { EntryViews } from './entry-views';
import { RedactText } from './redact-text';

/** Removal of words for good. */
@Controller()
export class RedactionsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(RedactText) private readonly redacting: RedactText,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  /** Answers once the words are in no file any more. */
  @Handle(redactText, { body: RedactTextBody, view: EntryView })
  async redact({ actor, params, body }: Handled<typeof redactText>): Promise<EntryView> {
    const view = await this.db.write(actor, async (tx) =>
      this.views.one(tx, await this.redacting.run(tx, params, body)),
    );
    await this.db.forgetRemoved();
    return view;
  }
}
