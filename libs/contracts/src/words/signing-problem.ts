import type { ProblemValues } from '../problems';

type Values = Partial<ProblemValues>;

/** What a person reads where a signature is refused. */
export const signingProblemWords = {
  'signature/authentication-required':
    'Enter your password, or answer with your passkey: being signed in is not enough to sign. Nothing was signed.',
  'signature/after-reset': ({ until }: Values) =>
    `Somebody else let you into your account anew, so that you decide and sign nothing for a day. ${typeof until === 'string' ? `You do again from ${until}` : 'You do again a day later'}, or once you sign in with a second factor or passkey that you had before. Nothing was sent.`,
  'signature/password-wrong': 'That password did not match. Nothing was signed.',
  'signature/statement-needed':
    'Before your first signature, accept that it is as binding as one by your hand. Nothing was signed.',
  'signature/meaning-not-of-turn': 'Choose what your signature means from the list of your turn.',
  'signature/other-document':
    'This is not the document that the page showed. Nothing was signed; read it again.',
  'signature/id-taken': 'Another signature already has this id.',
  'signature/no-passkey': 'There is no passkey in your account. Enter your password to sign.',
  'signature/passkey-copied':
    'Your passkey counts backward, as a copy of it would. Nothing was signed. Sign with your password, take this passkey away under Account, and tell your director if you do not know why.',
  'signature/passkey-other-act':
    'Your passkey answered for another document than the one that was sent. Nothing was signed; sign again.',
  'signature/passkey-over': 'Your passkey is asked for five minutes. Nothing was signed; sign again.',
  'signature/passkey-refused':
    'What your passkey answered could not be checked. Nothing was signed. Sign again, or with your password.',
  'signature/passkey-unknown':
    'This passkey is not one of your account. Nothing was signed. Take your own, or sign with your password.',
  'signature/passkey-unverified':
    'Your device did not ask for finger, face or PIN, so that nothing says it was you. Nothing was signed.',
  'signature/passkey-used': 'This answer of your passkey was used already. Nothing was signed; sign again.',
} as const;
