import { Controller, Inject } from '@nestjs/common';
import { RedactTextBody } from '@countersign/contracts/entries/bodies';
import { readStoppedTexts, redactText } from '@countersign/contracts/entries/endpoints';
import { EntryView } from '@countersign/contracts/entries/views';
import { StoppedTextsView } from '@countersign/contracts/entries/stopped-views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { EntryViews } from './entry-views';
import { ReadStoppedTexts } from './read-stopped-texts';
import { RedactText } from './redact-text';

/** Removal of words for good, and where there are words to remove. */
@Controller()
export class RedactionsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(RedactText) private readonly redacting: RedactText,
    @Inject(ReadStoppedTexts) private readonly stopped: ReadStoppedTexts,
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

  @Handle(readStoppedTexts, { view: StoppedTextsView })
  find({ actor, params }: Handled<typeof readStoppedTexts>): Promise<StoppedTextsView> {
    return this.db.read(actor, (view) => this.stopped.run(view, params.programId));
  }
}
