import { CivilDate, Id, OneOf, Optional } from '../fields';

/** That another supervisor may decide in one's name on these days, both included. */
export class OfferDelegationBody {
  /** Made by the client: what is sent again under the same id is offered once. */
  @Id() id!: string;
  /** For whom; the signed-in supervisor unless somebody who keeps the program’s people says so. */
  @Optional() @Id() supervisorId?: string;
  @Id() delegateId!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
}

/** What the delegate says to it. */
export class AnswerDelegationBody {
  @OneOf(['accepted', 'declined']) kind!: 'accepted' | 'declined';
}
