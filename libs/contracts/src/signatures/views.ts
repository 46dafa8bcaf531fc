import { IsString } from 'class-validator';
import { Id } from '../fields';

/** What a browser is asked where somebody signs with a passkey; it may be answered once, within five minutes. */
export class SigningQuestionView {
  @Id() id!: string;
  /** Options of WebAuthn as JSON; the challenge is made of the act that will be sent. */
  @IsString() options!: string;
}
