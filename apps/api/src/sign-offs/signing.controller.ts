import { Controller, Inject } from '@nestjs/common';
import { DeclineBody, ReasonBody, SignBody } from '@countersign/contracts/sign-offs/bodies';
import {
  declineSignOff,
  keepSignOff,
  openDocument,
  reinstateSignOff,
  revokeSignOff,
  signSignOff,
  suspendSignOff,
  withdrawSignOff,
} from '@countersign/contracts/sign-offs/endpoints';
import { OpenedDocumentView, SignOffView } from '@countersign/contracts/sign-offs/views';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import type { Writer } from '../platform/privacy';
import { EndSignOff } from './end-sign-off';
import { ReadSignOffs } from './read-sign-offs';
import type { SignOffKey } from './sign-off-store';
import { SignSignOff } from './sign-sign-off';

/** Signing, declining, and what the director decides on what is signed. */
@Controller()
export class SigningController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SignSignOff) private readonly signing: SignSignOff,
    @Inject(EndSignOff) private readonly ending: EndSignOff,
    @Inject(ReadSignOffs) private readonly reading: ReadSignOffs,
  ) {}

  @Handle(openDocument, { view: OpenedDocumentView })
  open({ actor, params }: Handled<typeof openDocument>): Promise<OpenedDocumentView> {
    return this.db.write(actor, (tx) => this.signing.open(tx, params));
  }

  @Handle(signSignOff, { body: SignBody, view: SignOffView })
  sign({ actor, params, body }: Handled<typeof signSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.signing.sign(tx, params, body));
  }

  @Handle(declineSignOff, { body: DeclineBody, view: SignOffView })
  decline({ actor, params, body }: Handled<typeof declineSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.ending.decline(tx, params, body));
  }

  @Handle(withdrawSignOff, { view: SignOffView })
  withdraw({ actor, params }: Handled<typeof withdrawSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.ending.withdraw(tx, params));
  }

  @Handle(keepSignOff, { body: ReasonBody, view: SignOffView })
  keep({ actor, params, body }: Handled<typeof keepSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.ending.decide(tx, params, 'keep', body));
  }

  @Handle(suspendSignOff, { body: ReasonBody, view: SignOffView })
  suspend({ actor, params, body }: Handled<typeof suspendSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.ending.decide(tx, params, 'suspend', body));
  }

  @Handle(reinstateSignOff, { view: SignOffView })
  reinstate({ actor, params }: Handled<typeof reinstateSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.ending.decide(tx, params, 'reinstate'));
  }

  @Handle(revokeSignOff, { body: ReasonBody, view: SignOffView })
  revoke({ actor, params, body }: Handled<typeof revokeSignOff>): Promise<SignOffView> {
    return this.answer(actor, params, (tx) => this.ending.decide(tx, params, 'revoke', body));
  }

  /** Acts and answers the sign-off as it then is, in one transaction. */
  private answer(actor: Writer, key: SignOffKey, act: (tx: Tx) => Promise<void>): Promise<SignOffView> {
    return this.db.write(actor, async (tx) => {
      await act(tx);
      return this.reading.after(tx, key);
    });
  }
}
