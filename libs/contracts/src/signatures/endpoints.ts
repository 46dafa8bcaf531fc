import { endpoint } from '../endpoint';
import type { AskSigningBody } from './bodies';
import type { SigningQuestionView } from './views';

/** Asks for the question that a passkey answers in the place of the password. */
export const askSigning = endpoint<{ body: AskSigningBody; view: SigningQuestionView }>()({
  method: 'POST',
  path: '/account/signing-questions',
  action: 'account.manage',
  summary: 'What the browser is asked where somebody signs with an own passkey: good for one act, once.',
  secret: true,
  status: 201,
  bodyKb: 1,
  problems: ['signature/no-passkey'],
});
