import type { JsonObject } from './canonical-json';
import type { TextId } from './commitment';
import type { EventV1 } from './event-hash';

/** What belongs to every event of one name. */
interface EventKind<Log extends 'program' | 'installation', Payload extends object> {
  /** Whose log it goes to: its program's, or the installation's for what belongs to no program. */
  readonly log: Log;
  /** First part of the event's object, `noun:id`. */
  readonly noun: string;
  /** A type only: what was meant and no row tells. No words of a person and no names, only their commitments. */
  readonly payload?: Payload;
}

/** Nothing beyond what the rows say. */
export type NoPayload = Readonly<Record<string, never>>;

/** Which version of an entry it is about. */
export interface OfVersion {
  readonly number: number;
}

/** How an epoch begins. */
export interface EpochBegan {
  /** Number of the last event before it, 0 in a new log. */
  readonly after: number;
  /** Rows that stood in the tables of the log; as many `row.snapshot` follow. */
  readonly rows: number;
}

/** What a redaction took away, and what is left. */
export interface TextRedacted {
  /** The texts whose words and salts are gone; the ids stay wherever they are. */
  readonly texts: readonly TextId[];
  /** Why; a text as well. */
  readonly reason: TextId;
  /** Events of the first epoch that lost their body, with ids in the place of all words. */
  readonly restated: readonly EventV1[];
}

/** What is gone with a demo program, whose own log goes as well. */
export interface DemoWiped {
  readonly name: string;
  readonly entries: number;
  readonly people: number;
  /** Number of the last event of its log, 0 for none, and the chain hash there. */
  readonly events: number;
  readonly chain: string | null;
}

/** A key that took the place of another. */
export interface KeyRotated {
  /** Id of the key before it, which signs no more. */
  readonly before: string;
}

/** The key that signs the heads of this log from now on. */
export interface LogKeyRotated extends KeyRotated {
  /** Its Multikey text. */
  readonly publicKey: string;
}

/** For which program a link is mailed; null where its person belongs to none. */
export interface LinkAsked {
  readonly programId: string | null;
}

/** Why a session ended. */
export type EndOfSession =
  | 'signed-out'
  | 'replaced'
  | 'expired'
  | 'disabled'
  | 'left'
  | 'password-changed'
  | 'ended-elsewhere'
  | 'restored';

const program = <Payload extends object>(noun: string): EventKind<'program', Payload> => ({
  log: 'program',
  noun,
});
const installation = <Payload extends object>(noun: string): EventKind<'installation', Payload> => ({
  log: 'installation',
  noun,
});

/**
 * Every event by name, `noun.verb` in the past; nothing else can be recorded. A name is never used for anything else
 * later, for old logs hold it.
 */
export const eventKinds = {
  'program.set-up': program<NoPayload>('program'),
  'role.given': program<NoPayload>('role'),
  'role.cohort-set': program<NoPayload>('role'),
  'role.dates-set': program<NoPayload>('role'),
  /** A role that had not begun was taken back. */
  'role.taken-back': program<NoPayload>('role'),
  'roster.imported': program<NoPayload>('roster-import'),
  'roster.import-undone': program<NoPayload>('roster-import'),
  'site.added': program<NoPayload>('site'),
  'site.changed': program<NoPayload>('site'),
  'rotation.changed': program<NoPayload>('rotation'),
  'rotation.removed': program<NoPayload>('rotation'),
  'leave.removed': program<NoPayload>('leave'),
  'rotation.planned': program<NoPayload>('rotation'),
  'leave.planned': program<NoPayload>('leave'),
  'qualification.added': program<NoPayload>('qualification'),
  /** Its days or words are others: it was renewed, granted or set right. */
  'qualification.changed': program<NoPayload>('qualification'),
  /** Somebody took it off the list; it stays readable. */
  'qualification.ended': program<NoPayload>('qualification'),
  'requirements.drafted': program<NoPayload>('requirement-draft'),
  'requirements.draft-removed': program<NoPayload>('requirement-draft'),
  'requirements.published': program<NoPayload>('requirement-set'),
  'catalogue.moved': program<NoPayload>('program'),
  'program.factor-set': program<NoPayload>('program'),
  'program.fallback-set': program<NoPayload>('program'),

  'entry.drafted': program<OfVersion>('entry'),
  'entry.submitted': program<OfVersion>('entry'),
  'entry.edited': program<OfVersion>('entry'),
  'entry.amended': program<OfVersion>('entry'),
  'entry.withdrawn': program<OfVersion>('entry'),
  'entry.voided': program<OfVersion>('entry'),
  'entry.approved': program<OfVersion>('entry'),
  'entry.returned': program<OfVersion>('entry'),
  'entry.reassigned': program<OfVersion>('entry'),
  'entry.decision-undone': program<OfVersion>('entry'),
  'entry.correction-accepted': program<OfVersion>('entry'),
  'entry.correction-contested': program<OfVersion>('entry'),
  'entry.correction-upheld': program<OfVersion>('entry'),
  'entry.correction-reversed': program<OfVersion>('entry'),
  'letter.issued': program<NoPayload>('letter'),
  'letter.revoked': program<NoPayload>('letter'),
  'text.redacted': program<TextRedacted>('entry'),

  /** The log itself tells which key signs its heads, so that a note in one key leads to the next. */
  'log.key-rotated': program<LogKeyRotated>('key'),
  'delegation.offered': program<NoPayload>('delegation'),
  'delegation.accepted': program<NoPayload>('delegation'),
  'delegation.declined': program<NoPayload>('delegation'),
  'delegation.ended': program<NoPayload>('delegation'),
  'sign-off.asked': program<NoPayload>('sign-off'),
  /** Somebody opened what they may sign: the document was made and kept. */
  'sign-off.opened': program<NoPayload>('sign-off'),
  'sign-off.signed': program<NoPayload>('sign-off'),
  'sign-off.completed': program<NoPayload>('sign-off'),
  'sign-off.declined': program<NoPayload>('sign-off'),
  'sign-off.withdrawn': program<NoPayload>('sign-off'),
  'sign-off.suspended': program<NoPayload>('sign-off'),
  'sign-off.reinstated': program<NoPayload>('sign-off'),
  'sign-off.revoked': program<NoPayload>('sign-off'),
  'sign-off.flagged': program<NoPayload>('sign-off'),
  'sign-off.kept': program<NoPayload>('sign-off'),
  'sign-off.renewed': program<NoPayload>('sign-off'),

  /** Columns that are derived were made again from the contents; no row that the log holds changed. */
  'facts.recounted': program<{ readonly versions: number }>('program'),

  /** A committee decided on the training of a fellow; a later decision follows, none is overwritten. */
  'committee.decided': program<NoPayload>('committee-decision'),
  /** The director looked at a concern and set it aside with a note; it comes back when its reason changes. */
  'attention.dismissed': program<NoPayload>('attention'),
  'chart.set': program<NoPayload>('chart-setting'),
  'forecast.made': program<NoPayload>('program'),
  'alarm.reviewed': program<NoPayload>('alarm-review'),

  'board-link.made': program<NoPayload>('board-link'),
  'board-link.revoked': program<NoPayload>('board-link'),

  'demo.completed': program<{ readonly entries: number }>('program'),
  'demo.wiped': installation<DemoWiped>('program'),

  'catalogue.loaded': installation<{ readonly terms: number }>('catalogue'),
  'catalogue.sealed': installation<NoPayload>('catalogue'),
  'person.added': installation<NoPayload>('person'),
  'person.changed': installation<NoPayload>('person'),
  'person.disabled': installation<NoPayload>('person'),
  'person.rest-began': installation<NoPayload>('person'),
  'person.rest-ended': installation<NoPayload>('person'),
  'person.enabled': installation<NoPayload>('person'),
  'session.opened': installation<NoPayload>('session'),
  'session.closed': installation<{ readonly reason: EndOfSession }>('session'),
  /** Wrong passwords since they were last told: at the next right one, and every hour. */
  'sign-in.tried': installation<{ readonly tries: number }>('person'),
  /** A demo person got a password to sign with. */
  'person.password-changed': installation<NoPayload>('person'),
  /** Somebody asked for a mail with a link: the person, or whoever keeps the account. The secret is made when it is written. */
  'access-link.asked': installation<LinkAsked>('person'),
  'mail.chosen': installation<NoPayload>('person'),
  'access-link.made': installation<NoPayload>('access-link'),
  'access-link.revoked': installation<NoPayload>('access-link'),
  'access-link.used': installation<NoPayload>('access-link'),
  'second-factor.begun': installation<NoPayload>('person'),
  'second-factor.set': installation<NoPayload>('person'),
  'second-factor.removed': installation<NoPayload>('person'),
  'passkey.added': installation<NoPayload>('passkey'),
  'passkey.removed': installation<NoPayload>('passkey'),
  'recovery-code.used': installation<NoPayload>('person'),
  'person.password-made': installation<NoPayload>('person'),
  'signing-statement.accepted': installation<NoPayload>('person'),
  'key.made': installation<NoPayload>('key'),
  'key.rotated': installation<KeyRotated>('key'),
  'key.distrusted': installation<NoPayload>('key'),
} as const;

/** The name of an event that can be recorded. */
export type EventName = keyof typeof eventKinds;

/** What an event of a name says besides its rows. */
export type PayloadOf<Name extends EventName> = NonNullable<(typeof eventKinds)[Name]['payload']>;

/** Begins the second epoch of a log; the log itself writes it, no use case. */
export const EPOCH_BEGAN = 'epoch.began';
/** One row as it stood when the epoch of a log began; written by the log itself. */
export const ROW_SNAPSHOT = 'row.snapshot';
/** Tells which events lost their words; the verifier reads it. */
export const TEXT_REDACTED = 'text.redacted' satisfies EventName;

/** The data of an event as a payload says it: plain JSON, nothing undefined. */
export function dataOf(payload: object): JsonObject {
  return JSON.parse(JSON.stringify(payload)) as JsonObject;
}
