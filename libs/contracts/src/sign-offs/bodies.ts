import { IsInt, Min } from 'class-validator';
import { declineReasons, type DeclineReason } from '@countersign/domain/competency';
import { meanings, type Meaning } from '@countersign/domain/signing';
import { Digest, Id, Key, OneOf, Optional, Prose } from '../fields';
import { ProseBody } from '../prose-body';
import { SigningBody } from '../signatures/bodies';

/** Asks for a sign-off. */
export class AskSignOffBody extends ProseBody {
  /** UUIDv7 of the client: asked twice it is one sign-off. */
  @Id() id!: string;
  @Id() fellowId!: string;
  @Key() competencyId!: string;
  /** Why unmet rules are waived; the director's alone. */
  @Optional() @Prose(1000) reason?: string;
}

/** Asks for new signatures on what is signed or has lapsed. */
export class RenewSignOffBody extends ProseBody {
  /** UUIDv7 of the client: asked twice it is one sign-off. */
  @Id() id!: string;
  /** Why unmet rules are waived; the director's alone. */
  @Optional() @Prose(1000) reason?: string;
}

/** Signs what the page showed. */
export class SignBody extends SigningBody {
  /** UUIDv7 of the client: sent twice it is one signature. */
  @Id() id!: string;
  @OneOf(meanings) meaning!: Meaning;
  /** SHA-256 of the bytes that the page was drawn from. */
  @Digest() digest!: string;
  /** Version of the statement that is accepted with the first signature. */
  @Optional() @IsInt() @Min(1) statementVersion?: number;
}

/** Declines, or takes an own signature back, while the last one is missing. */
export class DeclineBody extends ProseBody {
  @OneOf(declineReasons) reasonCode!: DeclineReason;
  /** Needed unless the reason says it all (`not-seen-enough`, `somebody-else`). */
  @Optional() @Prose(1000) text?: string;
}

/** Why something that is signed is kept, suspended or revoked. */
export class ReasonBody extends ProseBody {
  @Prose(1000) text!: string;
}

/** Which sign-offs are asked for. */
export class SignOffQuery {
  /** Those of one fellow. */
  @Optional() @Id() fellowId?: string;
  /** `me`: those that wait for the reader's signature or decision. */
  @Optional() @OneOf(['me']) waiting?: 'me';
}
