import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { AnswerDelegationBody, OfferDelegationBody } from '@countersign/contracts/delegations/bodies';
import {
  answerDelegation,
  endDelegation,
  offerDelegation,
  readDelegations,
} from '@countersign/contracts/delegations/endpoints';
import { DelegationsView } from '@countersign/contracts/delegations/views';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { Delegations } from './delegations';

@Controller()
export class DelegationsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Delegations) private readonly delegations: Delegations,
  ) {}

  @Handle(readDelegations, { view: DelegationsView })
  list({ actor, params }: Handled<typeof readDelegations>): Promise<DelegationsView> {
    return this.db.read(actor, (view) => this.delegations.list(view, params.programId));
  }

  @Handle(offerDelegation, { body: OfferDelegationBody, view: DelegationsView })
  offer({ actor, params, body }: Handled<typeof offerDelegation>): Promise<DelegationsView> {
    return this.acting(actor, params.programId, (tx) => this.delegations.offer(tx, params.programId, body));
  }

  @Handle(answerDelegation, { body: AnswerDelegationBody, view: DelegationsView })
  answer({ actor, params, body }: Handled<typeof answerDelegation>): Promise<DelegationsView> {
    const { programId, delegationId: id } = params;
    return this.acting(actor, programId, (tx) => this.delegations.answer(tx, { programId, id }, body));
  }

  @Handle(endDelegation, { view: DelegationsView })
  end({ actor, params }: Handled<typeof endDelegation>): Promise<DelegationsView> {
    const { programId, delegationId: id } = params;
    return this.acting(actor, programId, (tx) => this.delegations.end(tx, { programId, id }));
  }

  /** Acts and answers what stands then, in one transaction. */
  private acting(actor: Actor, programId: string, act: (tx: Tx) => Promise<void>): Promise<DelegationsView> {
    return this.db.write(actor, async (tx) => {
      await act(tx);
      return this.delegations.list(tx, programId);
    });
  }
}
