import type { Weakness } from '@countersign/domain/password';
import type { ProblemValues } from '../problems';

type Values = Partial<ProblemValues>;

/** Why a password is quickly guessed, and what to do instead. */
const weaknessWords: Readonly<Record<Weakness, string>> = {
  word: 'It is made of words that are tried first.',
  repeat: 'It repeats itself.',
  sequence: 'It goes on in a row, such as abc or 123.',
  keyboard: 'Its keys lie beside one another on a keyboard.',
  date: 'It holds a date.',
  other: 'It is too simple.',
};

/** What a person reads for problems with accounts, passwords and links. */
export const accountProblemWords = {
  'account/password-wrong': 'That is not your present password. Nothing was changed.',
  'mail/not-given-up': 'This mail was not given up. Look at the list again.',
  'link/account-closed': 'The account is closed. Open it first.',
  'link/over':
    'This link is over: links last 72 hours, and a newer one ends those before. Ask for another one.',
  'link/unknown': 'This link is not known. Look whether the whole address was typed, or ask for another one.',
  'link/used':
    'This link was used already. Sign in with the password that was chosen, or ask for another link.',
  'password/common': 'Many people have this password, so that it is tried first. Take another one.',
  'password/guessable': ({ why }: Values) =>
    `This password is quickly guessed. ${weaknessWords[why as Weakness] ?? weaknessWords.other} Take four or more words that have nothing to do with one another.`,
  'password/personal': 'This password is made of names that everybody here knows. Take another one.',
  'password/same': 'This is the password that you have. Take another one.',
  'password/too-short': ({ min }: Values) =>
    `Take ${min ?? 'more'} characters or more; a few words with blanks between are easy to remember.`,
  'factor/code-wrong':
    'This code is not right now. Codes change every 30 seconds, and each is taken once: wait for the next.',
  'factor/none': 'There is no second factor here. Look at the page again.',
  'factor/on': 'There is a second factor already. Take it away first.',
  'factor/required': 'Your program asks for a second factor, so that it stays.',
  'passkey/not-added': 'The passkey was not added. Try again; a device is asked within five minutes.',
  'passkey/refused': 'This passkey does not open an account here. Sign in with e-mail and password.',
  'set-up/over': 'No set-up is open here. Whoever has an account signs in.',
  'set-up/token-wrong':
    'This is not the token that the server printed when it started last. Look at its console; each start prints another one.',
  'set-up/unknown-edition': 'This edition of the catalogue is not here. Choose another.',
  'set-up/unknown-zone': 'This time zone is not known. Choose one from the list.',
  'session/code-needed': 'Type the code that your authenticator app shows, or one of your recovery codes.',
  'session/code-wrong':
    'This code is not right now. Codes change every 30 seconds, and each is taken once: wait for the next.',
  'session/second-factor-needed':
    'Your program asks those who approve, sign or administer for a second factor. Set one up under Account first.',
  'session/password-change-needed':
    'Somebody else made your password. Choose your own under Account first; then everything is open.',
  'session/too-many-tries': ({ seconds }: Values) =>
    `There were many wrong passwords from here. Try again in ${seconds ?? 60} seconds. Nobody is locked out.`,
} as const;
