import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@countersign/domain/access';
import { forRoles, onlySignedIn, onlySignedOut, toStartPage, whileLogging } from './guards';
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
            { path: 'home', component: Page, canMatch: [forRoles('fellow'), whileLogging] },
            { path: 'entries', component: Page, canMatch: [forRoles('fellow')] },
            { path: 'start', component: Page },
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

it.each(['/', '/home', '/entries'])(
  'Identity (b): leads a fellow whose training is over from %s to the log',
  async (address) => {
    await open(address, ['fellow'], { ended: 'over', lastOn: '2026-06-30' });
    expect(TestBed.inject(Router).url).toBe('/entries');
  },
);

it('Identity (b): lets a fellow finish the log in the closing days', async () => {
  await open('/', ['fellow'], { ended: 'closing', lastOn: '2026-06-30', closesOn: '2026-07-14' });
  expect(TestBed.inject(Router).url).toBe('/home');
});

it('Identity (b): a role in force comes before one that has ended', async () => {
  const ready = TestBed.inject(Session).ready();
  const held = { programId: 'p', programName: 'P' };
  const roles = [
    { ...held, role: 'fellow', ended: 'over', lastOn: '2026-06-30' },
    { ...held, role: 'supervisor' },
  ];
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({ person: { id: 'a', name: 'A' }, email: '', roles, outside: [], demo: false, endsAt: 0 });
  await ready;
  await RouterTestingHarness.create('/');
  expect(TestBed.inject(Router).url).toBe('/queue');
});

it('Identity (b): somebody whose role has ended or not begun comes to a page, from every address', async () => {
  const ready = TestBed.inject(Session).ready();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({ person: { id: 'a', name: 'A' }, email: '', roles: [], outside: [], demo: false, endsAt: 0 });
  await ready;
  const harness = await RouterTestingHarness.create('/');
  expect(TestBed.inject(Router).url).toBe('/start');
  await harness.navigateByUrl('/sign-in');
  expect(TestBed.inject(Router).url).toBe('/start');
  await harness.navigateByUrl('/queue');
  expect(deepestData()).toEqual({ name: 'not found' });
});

/** Opens an address as somebody who holds these roles; with none, nobody is signed in. */
async function open(url: string, roles: readonly Role[], more: object = {}): Promise<void> {
  const ready = TestBed.inject(Session).ready();
  const call = TestBed.inject(HttpTestingController).expectOne('/api/session');
  if (roles.length === 0) {
    call.flush(
      { code: 'session/required', status: 401, title: '' },
      { status: 401, statusText: 'Unauthorized' },
    );
  } else {
    const held = roles.map((role) => ({ programId: 'p', programName: 'P', role, ...more }));
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
