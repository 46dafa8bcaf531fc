import type { MailKind } from '@countersign/domain/notices';
import { counted } from './count';
import { qualificationWarning } from './qualification';

/**
 * All that a mail can hold besides its fixed words: names of staff and of the program, numbers, and addresses of pages.
 * There is no field for a patient, a rating or what somebody wrote, so that no mail can tell of them.
 */
export interface MailFacts {
  /** Name of whom it is for. */
  readonly to: string;
  readonly programName: string;
  /** Address of the app. */
  readonly home: string;
  /** Of an invitation or a reset: the address that opens once. */
  readonly link?: string;
  /** Entries that wait for the reader. */
  readonly waiting?: number;
  /** Whole days since the oldest of them was sent. */
  readonly oldestDays?: number;
  /** Entries that were returned to the reader. */
  readonly returned?: number;
  /** Of an escalation: the supervisor for whom they wait. */
  readonly supervisor?: string;
  /** Days since the newest logged procedure, and days on service since. */
  readonly silentDays?: number;
  readonly onService?: number;
  /** Entries that wait anywhere in the program. */
  readonly programWaiting?: number;
  /** The reader’s qualifications that have expired, and that expire soon. */
  readonly qualifications?: { readonly expired: number; readonly expiring: number };
  /** Those of all fellows of the program. */
  readonly programQualifications?: { readonly expired: number; readonly expiring: number };
}

/** Subject and text of a mail. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

const entries = (count = 0) => counted(count, 'entry', 'entries');
const days = (count = 0) => counted(count, 'day', 'days');
const wait = (count = 0) => counted(count, 'entry waits', 'entries wait');

/** How many qualifications are to be looked at; which ones, and whose, stands on the page alone. */
const expiry = (whose: string, found: MailFacts['qualifications']) => {
  const said = found === undefined ? null : qualificationWarning(found);
  return said === null ? null : `${whose}: ${said}.`;
};

type Body = (facts: MailFacts) => { readonly subject: string; readonly lines: readonly (string | null)[] };

const page = ({ home }: MailFacts, path: string): string => `${home}${path}`;

const bodies: Readonly<Record<MailKind, Body>> = {
  invitation: (facts) => ({
    subject: `You are invited to ${facts.programName} in Countersign`,
    lines: [
      `${facts.programName} keeps its procedure log in Countersign and has made an account for you.`,
      `Choose your password here. The link opens once, within 72 hours:`,
      facts.link ?? '',
      'If you did not expect this, do nothing: nobody signs in without the link.',
    ],
  }),
  reset: (facts) => ({
    subject: 'Choose a new password for Countersign',
    lines: [
      'Somebody asked for a new password for your account. If that was you, choose one here. The link opens once, within 72 hours:',
      facts.link ?? '',
      'Your second factor stays. If you did not ask, do nothing: your password stays as it is.',
    ],
  }),
  'entry-returned': (facts) => ({
    subject: `${entries(facts.returned)} returned to you`,
    lines: [
      `${counted(facts.returned ?? 0, 'entry was', 'entries were')} returned to you in ${facts.programName}. What is asked for stands there:`,
      page(facts, '/entries'),
    ],
  }),
  'sign-off-asked': (facts) => ({
    subject: 'A sign-off was asked for',
    lines: [`A sign-off was asked for in ${facts.programName}:`, page(facts, '/sign-offs')],
  }),
  'sign-off-turn': (facts) => ({
    subject: 'A sign-off waits for your signature',
    lines: [
      `Supervisors have signed a sign-off in ${facts.programName}; a director signs last:`,
      page(facts, '/sign-offs'),
    ],
  }),
  'sign-off-granted': (facts) => ({
    subject: 'A competency was signed off for you',
    lines: [`A competency was signed off for you in ${facts.programName}:`, page(facts, '/progress')],
  }),
  'sign-off-declined': (facts) => ({
    subject: 'A sign-off was declined',
    lines: [
      `A sign-off that you asked for in ${facts.programName} was declined. The reason stands there:`,
      page(facts, '/progress'),
    ],
  }),
  'correction-contested': (facts) => ({
    subject: 'A correction is contested',
    lines: [
      `A fellow of ${facts.programName} contests a correction. A director decides:`,
      page(facts, '/contested'),
    ],
  }),
  'correction-settled': (facts) => ({
    subject: 'A contested correction was decided',
    lines: [
      `A director of ${facts.programName} decided on a correction that you contested:`,
      page(facts, '/entries'),
    ],
  }),
  'delegation-offered': (facts) => ({
    subject: 'You are asked to stand in',
    lines: [
      `A supervisor of ${facts.programName} asks you to stand in. Nothing is decided before you accept:`,
      page(facts, '/standing-in'),
    ],
  }),
  'let-in-anew': (facts) => ({
    subject: 'You were let into your account anew',
    lines: [
      `Somebody who keeps the accounts of ${facts.programName} let you into your account anew: with a link for another password, another e-mail, or without the second factor. For a day you approve and sign nothing, unless you sign in with a second factor or passkey that you had before.`,
      'If you did not ask for it, tell your director now. What your account has stands there:',
      page(facts, '/account'),
    ],
  }),
  'other-let-in-anew': (facts) => ({
    subject: 'Somebody was let into an account anew',
    lines: [
      `Somebody in ${facts.programName} was let into their account anew by somebody else, who may sit at it now. For a day that account approves and signs nothing. Ask whether its person wanted it:`,
      page(facts, '/people'),
    ],
  }),
  nudge: (facts) => ({
    subject: `${wait(facts.waiting)} for you`,
    lines: [
      `${wait(facts.waiting)} for you in ${facts.programName}, the oldest for ${days(facts.oldestDays)}.`,
      'Entries that are alike can be approved together:',
      page(facts, '/queue'),
      'If you are away, somebody can stand in for you; set it up under “Standing in”.',
    ],
  }),
  escalation: (facts) => ({
    subject: `${wait(facts.waiting)} for ${facts.supervisor ?? 'a supervisor'}`,
    lines: [
      `${wait(facts.waiting)} for ${facts.supervisor ?? 'a supervisor'} in ${facts.programName}, the oldest for ${days(facts.oldestDays)}.`,
      'You can stand in, or hand them over:',
      page(facts, '/'),
    ],
  }),
  digest: (facts) => ({
    subject: `Your week in ${facts.programName}`,
    lines: [
      facts.waiting ? `${wait(facts.waiting)} for you, the oldest for ${days(facts.oldestDays)}.` : null,
      facts.returned
        ? `${counted(facts.returned, 'entry is', 'entries are')} with you: returned, and not sent again.`
        : null,
      facts.onService
        ? `You last logged ${days(facts.silentDays)} ago; the schedule has you on service for ${days(facts.onService)} since. Is something missing?`
        : null,
      facts.programWaiting ? `${wait(facts.programWaiting)} in the whole program.` : null,
      expiry('Yours', facts.qualifications),
      expiry('In the whole program', facts.programQualifications),
      page(facts, '/'),
    ],
  }),
};

/**
 * The mail of a kind: a greeting, what it says, how it is stopped.
 * @param stop address of the page where this kind is stopped; null where it cannot be
 */
export function mailText(kind: MailKind, facts: MailFacts, stop: string | null): MailText {
  const { subject, lines } = bodies[kind](facts);
  const said = lines.filter((line) => line !== null);
  return {
    subject,
    text: [
      `Dear ${facts.to},`,
      ...said,
      ...(stop === null ? [] : [`-- \nNot wanted? Stop this kind of mail, without signing in: ${stop}`]),
    ].join('\n\n'),
  };
}
