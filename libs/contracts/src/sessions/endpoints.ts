import { endpoint } from '../endpoint';
import type { DemoSignInBody, SignInBody } from './bodies';
import type { DemoPeopleView, SessionView } from './views';

/**
 * Header with the id of the person to whom the page belongs that sends a request. In one browser somebody else may have
 * signed in meanwhile: a request that names another person than the session's is refused, and a write must name one.
 */
export const PERSON_HEADER = 'X-Person';

/** Signs in with e-mail and password; the session travels in an HttpOnly cookie. */
export const signIn = endpoint<{ body: SignInBody; view: SessionView }>()({
  method: 'POST',
  path: '/session',
  action: 'session.open',
  summary: 'Sign in with e-mail and password.',
  status: 201,
  bodyKb: 1,
  cookies: 'set',
  problems: [
    'session/code-needed',
    'session/code-wrong',
    'session/too-many-tries',
    'session/wrong-credentials',
  ],
});

/** Tells who is signed in. */
export const readSession = endpoint<{ view: SessionView }>()({
  method: 'GET',
  path: '/session',
  action: 'session.read',
  summary: 'Who is signed in, with roles by program.',
  status: 200,
  problems: [],
});

/** Signs out: the session row is deleted, the cookie cleared. */
export const signOut = endpoint<object>()({
  method: 'DELETE',
  path: '/session',
  action: 'session.close',
  summary: 'Sign out.',
  status: 204,
  cookies: 'cleared',
  problems: [],
});

/** Lists the people of a demo database; answers 404 on a real one or to a caller that is not on this machine. */
export const readDemoPeople = endpoint<{ view: DemoPeopleView }>()({
  method: 'GET',
  path: '/demo-people',
  action: 'demo.read',
  summary: 'The people of the demo program, for one-tap sign-in on this machine only.',
  status: 200,
  problems: ['demo/off'],
});

/** Signs in as a person of the demo; answers 404 on a real database or to a caller that is not on this machine. */
export const demoSignIn = endpoint<{ body: DemoSignInBody; view: SessionView }>()({
  method: 'POST',
  path: '/demo-session',
  action: 'demo.sign-in',
  summary: 'Sign in as a person of the demo program, on this machine only.',
  status: 201,
  bodyKb: 1,
  cookies: 'set',
  problems: ['demo/off', 'access/not-found'],
});
