import { Controller, Inject } from '@nestjs/common';
import { EvidenceView } from '@countersign/contracts/competencies/views';
import { AskSignOffBody, RenewSignOffBody, SignOffQuery } from '@countersign/contracts/sign-offs/bodies';
import {
  askSignOff,
  readDocument,
  readSignOff,
  readSignOffEvidence,
  readSignOffHistory,
  readSignOffs,
  renewSignOff,
} from '@countersign/contracts/sign-offs/endpoints';
import { SignOffHistoryView } from '@countersign/contracts/sign-offs/history-views';
import { SignOffListView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { AskSignOff } from './ask-sign-off';
import { ReadSignOffs } from './read-sign-offs';

/** Reading sign-offs, and asking for them. */
@Controller()
export class SignOffsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(AskSignOff) private readonly asking: AskSignOff,
    @Inject(ReadSignOffs) private readonly reading: ReadSignOffs,
  ) {}

  @Handle(readSignOffs, { query: SignOffQuery, view: SignOffListView })
  list({ actor, params, query }: Handled<typeof readSignOffs>): Promise<SignOffListView> {
    return this.db.read(actor, (view) => this.reading.list(view, params.programId, query));
  }

  @Handle(readSignOff, { view: SignOffView })
  one({ actor, params }: Handled<typeof readSignOff>): Promise<SignOffView> {
    return this.db.read(actor, (view) => this.reading.one(view, params));
  }

  @Handle(readDocument, {})
  document({ actor, params }: Handled<typeof readDocument>): Promise<Uint8Array> {
    return this.db.read(actor, (view) => this.reading.document(view, params));
  }

  @Handle(readSignOffEvidence, { view: EvidenceView })
  evidence({ actor, params }: Handled<typeof readSignOffEvidence>): Promise<EvidenceView> {
    return this.db.read(actor, (view) => this.reading.behind(view, params));
  }

  @Handle(readSignOffHistory, { view: SignOffHistoryView })
  history({ actor, params }: Handled<typeof readSignOffHistory>): Promise<SignOffHistoryView> {
    return this.db.read(actor, (view) => this.reading.history(view, params));
  }

  @Handle(askSignOff, { body: AskSignOffBody, view: SignOffView })
  ask({ actor, params, body }: Handled<typeof askSignOff>): Promise<SignOffView> {
    const { id, fellowId, competencyId, reason } = body;
    return this.db.write(actor, async (tx) => {
      const asked = { id, programId: params.programId, fellowId, competencyId, reason };
      return this.reading.one(tx, await this.asking.ask(tx, asked));
    });
  }

  @Handle(renewSignOff, { body: RenewSignOffBody, view: SignOffView })
  renew({ actor, params, body }: Handled<typeof renewSignOff>): Promise<SignOffView> {
    const { id, reason } = body;
    return this.db.write(actor, async (tx) =>
      this.reading.one(tx, await this.asking.renew(tx, params, { id, reason })),
    );
  }
}
