import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@countersign/domain/access';
import { forRoles, onlySignedIn, onlySignedOut, toStartPage } from './guards';
import { Session } from './session';

@Component({ template: '' })
class Page {}

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', component: Page, canActivate: [onlySignedOut] },
        { path: '', pathMatch: 'full', canActivate: [toStartPage], children: [] },
        {
          path: '',
          canActivate: [onlySignedIn],
          children: [
            { path: 'home', component: Page, canMatch: [forRoles('fellow')] },
            { path: 'queue', component: Page, canMatch: [forRoles('supervisor')] },
            { path: 'program', component: Page, canMatch: [forRoles('director', 'coordinator')] },
            { path: '**', component: Page, data: { name: 'not found' } },
          ],
        },
      ]),
    ],
  });
});

it('asks somebody who is not signed in to sign in first, and remembers where they wanted to go', async () => {
  await open('/queue?fellow=tanaka', []);
  expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Fqueue%3Ffellow%3Dtanaka');
});

it.each<[Role, string]>([
  ['fellow', '/home'],
  ['supervisor', '/queue'],
  ['director', '/program'],
  ['coordinator', '/program'],
])('starts a %s at %s', async (role, start) => {
  await open('/', [role]);
  expect(TestBed.inject(Router).url).toBe(start);
});

it('has nothing for a fellow at the queue', async () => {
  await open('/queue', ['fellow']);
  expect(deepestData()).toEqual({ name: 'not found' });
});

it('changes to the role that an address asks for when the person holds it', async () => {
  await open('/program', ['supervisor', 'director']);
  expect(deepestData()).toEqual({});
  expect(TestBed.inject(Session).role()).toBe('director');
});

it('sends somebody who is signed in from the sign-in page to their start page', async () => {
  await open('/sign-in', ['fellow']);
  expect(TestBed.inject(Router).url).toBe('/home');
});

/** Opens an address as somebody who holds these roles; with none, nobody is signed in. */
async function open(url: string, roles: readonly Role[]): Promise<void> {
  const ready = TestBed.inject(Session).ready();
  const call = TestBed.inject(HttpTestingController).expectOne('/api/session');
  if (roles.length === 0) {
    call.flush(
      { code: 'session/required', status: 401, title: '' },
      { status: 401, statusText: 'Unauthorized' },
    );
  } else {
    const held = roles.map((role) => ({ programId: 'p', programName: 'P', role }));
    call.flush({ person: { id: 'a', name: 'A' }, email: '', roles: held, demo: false, endsAt: 0 });
  }
  await ready;
  await RouterTestingHarness.create(url);
}

function deepestData(): unknown {
  let route = TestBed.inject(Router).routerState.snapshot.root;
  while (route.firstChild) route = route.firstChild;
  return route.data;
}
