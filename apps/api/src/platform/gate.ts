import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { audienceOf, mayAttempt, type Action, type Actor } from '@countersign/domain/access';
import type { Endpoint } from '@countersign/contracts/endpoint';
import { PERSON_HEADER } from '@countersign/contracts/sessions/endpoints';
import type { SessionDemand } from '@countersign/contracts/sessions/views';
import type { SignedAct } from '@countersign/domain/signing';
import { isAct, keyOf } from './act';
import { ROUTE, type Route, type SignedRequest } from './handle';
import type { Proof } from './privacy';
import { afterReset, problem } from './problem';
import { isSameSite } from './same-site';
import type { Settings } from './settings';
import { SETTINGS } from './settings-token';

/** Characters that a password has at most, as `Password` of the contracts says. */
const LONGEST_PASSWORD = 256;

/** Who is signed in. */
export interface KnownSession {
  readonly actor: Actor;
  readonly sessionId: string;
  /** What has to be done before anything else. */
  readonly demand: SessionDemand | undefined;
  /** Until when the person decides nothing, because somebody else let them in anew. */
  readonly restsUntil: number | null;
}

/** What a passkey answered, with the act that it was sent with. */
export interface SigningAnswer {
  readonly act: SignedAct;
  readonly questionId: string;
  /** The response of WebAuthn as JSON. */
  readonly response: string;
}

/** Finds out who sends a request; implemented by the sessions feature, so that the platform knows no feature. */
export abstract class Doorkeeper {
  /** The actor with the session's name, or null without a live session. Asked in the background it is no use of it. */
  abstract identify(request: SignedRequest, how: { readonly isUse: boolean }): Promise<KnownSession | null>;
  /** Whether a writing request carries the token that only our own pages can know. */
  abstract hasWriteToken(request: SignedRequest): boolean;
  /**
   * Checks the password of whoever signs. A wrong one is counted before the refusal.
   * @throws ProblemException `signature/password-wrong`
   */
  abstract prove(actor: Actor, password: string): Promise<Proof>;
  /**
   * Checks what a passkey of whoever signs answered, for this act.
   * @throws ProblemException `signature/passkey-…`
   */
  abstract proveByPasskey(request: SignedRequest, actor: Actor, answer: SigningAnswer): Promise<Proof>;
}

/**
 * The one gate before every handler. It denies by default: a handler without a route, an action without a row in the
 * table, a role that the table does not name.
 */
@Injectable()
export class Gate implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) throw problem('access/not-allowed');
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const writes = isWrite(route.endpoint);
    if (writes && !isSameSite(request.headers, this.settings.publicOrigin))
      throw problem('request/cross-site');
    // What is for anyone asks nobody, so that it answers while the database is down.
    if (audienceOf(route.endpoint.action) === 'anyone') return true;
    const session = await this.doorkeeper.identify(request, {
      isUse: route.endpoint.background === undefined,
    });
    if (!session) throw problem('session/required');
    if (writes && !this.doorkeeper.hasWriteToken(request)) throw problem('request/cross-site');
    assertPageOf(session.actor, route.endpoint, request.header(PERSON_HEADER));
    if (session.demand !== undefined && !duringDemand.includes(route.endpoint.action))
      throw problem(demandProblems[session.demand]);
    // Some databases take `id ` or `ID` for `id`; nothing of ours is called like that.
    if (!Object.values(request.params).every(isPlainName)) throw problem('access/not-found');
    const programId = request.params['programId'];
    if (!mayAttempt(route.endpoint.action, session.actor, typeof programId === 'string' ? programId : null)) {
      // A program in which the person holds no role does not exist for that person.
      const knowsProgram = session.actor.roles.some((held) => held.programId === programId);
      throw problem(programId === undefined || knowsProgram ? 'access/not-allowed' : 'access/not-found');
    }
    if (route.endpoint.decides && session.restsUntil !== null) throw afterReset(session.restsUntil);
    if (isAct(route.endpoint)) request.actKey = keyOf(request);
    if (route.endpoint.signs) request.proof = await this.proofOf(request, session.actor, route.endpoint);
    request.actor = session.actor;
    request.sessionId = session.sessionId;
    return true;
  }

  /** A signature is an act of its own: the session says who asks, password or passkey that it is really that person, now. */
  private proofOf(request: SignedRequest, actor: Actor, { path }: Endpoint): Promise<Proof> {
    const body = (request.body ?? {}) as { readonly password?: unknown; readonly passkey?: unknown };
    const { password, passkey } = body;
    if (password === undefined && isAnswer(passkey)) {
      const params = request.params as Readonly<Record<string, string>>;
      return this.doorkeeper.proveByPasskey(request, actor, { act: { path, params, body }, ...passkey });
    }
    if (
      passkey !== undefined ||
      typeof password !== 'string' ||
      password === '' ||
      password.length > LONGEST_PASSWORD
    )
      throw problem('signature/authentication-required');
    return this.doorkeeper.prove(actor, password);
  }
}

/** Characters of an answer at most, as `PasskeyProofBody` of the contracts says. */
const LONGEST_ANSWER = 8000;

/** Whether this has the form of an answer, so that it can be looked at before the body is read. */
function isAnswer(passkey: unknown): passkey is Pick<SigningAnswer, 'questionId' | 'response'> {
  if (typeof passkey !== 'object' || passkey === null) return false;
  const { questionId, response } = passkey as Record<string, unknown>;
  if (typeof questionId !== 'string' || typeof response !== 'string') return false;
  return questionId.length <= 36 && response.length <= LONGEST_ANSWER;
}

/** What is open to somebody who has something to do first: to do it, to look who is signed in, to leave. */
const duringDemand: readonly Action[] = ['account.manage', 'session.read', 'session.close'];

const demandProblems = {
  'change-password': 'session/password-change-needed',
  'set-up-second-factor': 'session/second-factor-needed',
} as const;

/** The form of everything that an address names: ids, keys of the catalogue, secrets of links. */
const PLAIN_NAME = /^[\w.~-]{1,128}$/;

function isPlainName(param: string | readonly string[] | undefined): boolean {
  return typeof param === 'string' && PLAIN_NAME.test(param);
}

function isWrite({ method }: Endpoint): boolean {
  return method !== 'GET';
}

/**
 * Makes sure that the page belongs to whoever is signed in: in another tab of the browser somebody else may have signed
 * in, and what is typed on this page must not land in that person's log. Asking who is signed in is for any page.
 */
function assertPageOf({ personId }: Actor, endpoint: Endpoint, named: string | undefined): void {
  if (endpoint.action === 'session.read') return;
  if (!named && isWrite(endpoint)) throw problem('session/person-missing');
  if (named && named !== personId) throw problem('session/other-person');
}
