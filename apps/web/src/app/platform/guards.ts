import { inject } from '@angular/core';
import { Router, type CanActivateFn, type CanMatchFn, type UrlTree } from '@angular/router';
import type { Role } from '@countersign/domain/access';
import type { ProgramRolesView } from '@countersign/contracts/sessions/views';
import { Session } from './session';

const startPages: Readonly<Record<Role, string>> = {
  fellow: '/home',
  supervisor: '/queue',
  director: '/program',
  coordinator: '/program',
  institution: '/programs',
  staff: '/board',
};

/** Where somebody starts who works in this role; a fellow whose training is over has the log to read. */
export function startPageOf({ role, ended }: Pick<ProgramRolesView, 'role' | 'ended'>): string {
  return ended === 'over' ? '/entries' : startPages[role];
}

/** Sends everybody who is not signed in to the sign-in page, and back to where they wanted to go afterwards. */
export const onlySignedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  if (session.view()) return session.view()?.demand === undefined || toAccount(router, state.url);
  return router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } });
};

/** Somebody who has something to do with the account first comes there, whatever address was opened. */
function toAccount(router: Router, url: string): true | UrlTree {
  return url.split(/[?#]/)[0] === '/account' || router.parseUrl('/account');
}

/** Opens the start page of the role in use. */
export const toStartPage: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  const current = session.current();
  if (session.view()?.demand !== undefined) return router.parseUrl('/account');
  if (current !== null) return router.parseUrl(startPageOf(current));
  return router.parseUrl(session.view() === null ? '/sign-in' : '/start');
};

/**
 * The address exists for these roles only; for others it is not found. Somebody who holds one of the roles but works
 * in another changes role by opening the address.
 */
export function forRoles(...wanted: readonly Role[]): CanMatchFn {
  return async () => {
    const session = inject(Session);
    await session.ready();
    const role = session.role();
    // Nobody signed in: the address matches, and the guard of the shell asks to sign in.
    if (role === null) return session.view() === null;
    if (wanted.includes(role)) return true;
    const other = session.roles().find((held) => wanted.includes(held));
    if (other === undefined) return false;
    session.choose(other);
    return true;
  };
}

/** Where something is logged: once the training is over for good, the address leads to the log, which says so. */
export const whileLogging: CanMatchFn = () => {
  const current = inject(Session).current();
  return current?.ended !== 'over' || inject(Router).parseUrl(startPageOf(current));
};

/** Somebody who is signed in has no use for the sign-in page. */
export const onlySignedOut: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  return session.view() === null || router.createUrlTree(['/']);
};
