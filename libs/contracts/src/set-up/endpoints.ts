import { endpoint } from '../endpoint';
import type { ImportTrialView } from '../people/roster-views';
import type { SessionView } from '../sessions/views';
import type { SetUpBody, SetUpRosterBody, SetUpTokenBody } from './bodies';
import type { EntryTrialView, FirstRunView, SetUpChoicesView } from './views';

const opening = ['session/too-many-tries', 'set-up/over', 'set-up/token-wrong'] as const;

/** Says whether the installation waits for its first program. */
export const readFirstRun = endpoint<{ view: FirstRunView }>()({
  method: 'GET',
  path: '/set-up',
  action: 'installation.set-up',
  summary:
    'Whether the installation waits for its first program; one that has a program answers nothing of it.',
  status: 200,
  problems: ['set-up/over'],
});

/** Says what can be chosen; the token is not used up by that. */
export const openSetUp = endpoint<{ body: SetUpTokenBody; view: SetUpChoicesView }>()({
  method: 'POST',
  path: '/set-up/opening',
  action: 'installation.set-up',
  summary: 'What can be chosen for the first program; looking does not use the token up.',
  secret: true,
  status: 200,
  bodyKb: 1,
  problems: opening,
});

/** Looks what would become of a roster. */
export const tryFirstRoster = endpoint<{ body: SetUpRosterBody; view: ImportTrialView }>()({
  method: 'POST',
  path: '/set-up/roster-trials',
  action: 'installation.set-up',
  summary: 'Look what would become of a roster that is to come in with the first program.',
  secret: true,
  status: 200,
  bodyKb: 512,
  problems: opening,
});

/** Tries the program out. */
export const tryFirstEntry = endpoint<{ body: SetUpBody; view: EntryTrialView }>()({
  method: 'POST',
  path: '/set-up/entry-trials',
  action: 'installation.set-up',
  summary:
    'Make the program as it is asked for with an invented fellow and supervisor, log, approve and count a test entry there, and take all of it back.',
  secret: true,
  status: 200,
  bodyKb: 512,
  problems: [
    ...opening,
    'people/email-taken',
    'people/impossible-date',
    'people/reversed',
    'set-up/unknown-edition',
    'set-up/unknown-zone',
  ],
});

/** Sets the installation up and signs its director in. */
export const setUpInstallation = endpoint<{ body: SetUpBody; view: SessionView }>()({
  method: 'POST',
  path: '/set-up',
  action: 'installation.set-up',
  summary:
    'Make the first program with its people, all of it or nothing, and sign its director in. Of two at once one wins.',
  secret: true,
  status: 201,
  bodyKb: 512,
  cookies: 'set',
  problems: [
    ...opening,
    'password/common',
    'password/guessable',
    'password/personal',
    'password/same',
    'password/too-short',
    'people/changed',
    'people/email-taken',
    'people/impossible-date',
    'people/reversed',
    'set-up/unknown-edition',
    'set-up/unknown-zone',
  ],
});
