import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@countersign/domain/access';
import { Network } from '../platform/network';
import { Session } from '../platform/session';
import { watchSessionEnd } from '../platform/session-end';
import { destinations } from './destinations';
import { PageTitle } from './page-title';
import { Shell } from './shell';

@Component({ template: '<h1>A page</h1>' })
class Page {}

let harness: RouterTestingHarness;

beforeEach(() => {
  // Not in jsdom; a closed popover has nothing to do.
  HTMLElement.prototype.hidePopover = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([watchSessionEnd])),
      provideHttpClientTesting(),
      { provide: TitleStrategy, useExisting: PageTitle },
      provideRouter([
        { path: 'sign-in', component: Page },
        {
          path: '',
          component: Shell,
          children: [
            { path: 'log', component: Page, title: 'Log', data: { frame: 'task' } },
            { path: '**', component: Page, title: 'A page' },
          ],
        },
      ]),
    ],
  });
});

it.each<[Role, string]>([
  ['fellow', 'Log'],
  ['supervisor', 'Queue'],
  ['director', 'Program'],
  ['coordinator', 'People'],
  ['institution', 'Programs'],
  ['staff', 'Board'],
])('leads a %s to all that the role finds, such as %s', async (role, label) => {
  await open('/', [role]);
  const labels = [...page().querySelectorAll('nav a.link')].map((link) => link.textContent.trim());
  expect(labels).toEqual(destinations[role].map((one) => one.label));
  expect(labels).toContain(label);
});

it('keeps behind "More" what a phone has no room for', async () => {
  await open('/program', ['director']);
  const labelsOf = (selector: string) =>
    [...page().querySelectorAll(selector)].map((link) => link.textContent.trim());
  const behind = destinations.director.slice(3).map(({ label }) => label);
  expect(behind.length).toBeGreaterThan(1);
  expect(labelsOf('cs-more-pages a')).toEqual(behind);
  expect(labelsOf('nav a.behind-more')).toEqual(behind);
});

it('keeps behind "More" on a wide screen what stands in a section, under its heading, and marks it for such a page', async () => {
  await open('/case-mix?look=table', ['director']);
  const labelsOf = (selector: string) =>
    [...page().querySelectorAll(selector)].map((link) => link.textContent.trim());
  expect(labelsOf('cs-more-pages h2')).toEqual(['Cases', 'Ratings', 'Records']);
  const sectioned = destinations.director.flatMap(({ section, label }) => (section ? [label] : []));
  expect(labelsOf('cs-more-pages a:not(.on-the-rail)')).toEqual(sectioned);
  expect(labelsOf('nav a.off-the-rail')).toEqual(sectioned);
  expect(page().querySelector('button.more')?.className).toContain('holds-page');
  await TestBed.inject(Router).navigateByUrl('/program');
  await settle();
  expect(page().querySelector('button.more')?.className).not.toContain('holds-page');
});

it('has no "More" where all fit', async () => {
  await open('/home', ['fellow']);
  expect(page().querySelector('button.more')).toBeNull();
});

it('says beside the sign-offs how many wait, once it is known', async () => {
  await open('/queue', ['supervisor']);
  await settle();
  const links = [...page().querySelectorAll('nav a.link')].map((link) => link.textContent.trim());
  expect(links).toContain('Sign-offs 2, 2 competencies wait for your signature');
});

it('says beside the contested corrections how many wait for the director', async () => {
  await open('/program', ['director']);
  await settle();
  const links = [...page().querySelectorAll('nav a.link')].map((link) => link.textContent.trim());
  expect(links).toContain('Contested 1, 1 contested correction waits for your decision');
});

it('says beside the account how many notices are new', async () => {
  await open('/home', ['fellow']);
  await settle();
  expect(page().querySelector('button.account')?.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
    'Account 3, 3 notices that you have not seen',
  );
});

it('marks the page that is open, and no other', async () => {
  await open('/entries/42', ['fellow']);
  const current = page().querySelectorAll('nav [aria-current=page]');
  expect([...current].map((link) => link.textContent.trim())).toEqual(['My log']);
});

it('titles the tab after the page', async () => {
  await open('/log', ['fellow']);
  expect(document.title).toBe('Log · Countersign');
});

it('gives a task the whole phone screen and takes it back afterwards', async () => {
  await open('/log', ['fellow']);
  expect(shell().classList).toContain('task');
  await TestBed.inject(Router).navigateByUrl('/home');
  await settle();
  expect(shell().classList).not.toContain('task');
});

it('moves the focus to the heading of the next page, but not when only a filter changes', async () => {
  await open('/entries', ['fellow']);
  expect(document.activeElement).toBe(document.body);
  await TestBed.inject(Router).navigateByUrl('/entries?state=returned');
  await settle();
  expect(document.activeElement).toBe(document.body);
  await TestBed.inject(Router).navigateByUrl('/progress');
  await settle();
  expect(document.activeElement?.textContent).toBe('A page');
});

it('leads past the navigation to the page', async () => {
  await open('/home', ['fellow']);
  const skip = page().querySelector<HTMLAnchorElement>('a.skip');
  skip?.click();
  expect(document.activeElement).toBe(page().querySelector('main'));
});

it('says on every page of a demo that nothing in it is real', async () => {
  await open('/home', ['fellow']);
  expect(page().textContent).toContain('Demo data: nothing here is a real person.');
});

it('says when there is no network', async () => {
  await open('/home', ['fellow']);
  expect(page().textContent).not.toContain('No network');
  TestBed.inject(Network).online.set(false);
  await settle();
  expect(page().querySelector('[role=status]')?.textContent).toContain('No network');
});

describe('the account', () => {
  it('offers no role to somebody who holds one', async () => {
    await open('/home', ['fellow']);
    expect(page().textContent).not.toContain('Work as');
  });

  it('changes the role, and with it page and navigation', async () => {
    await open('/queue', ['supervisor', 'director']);
    buttonNamed('Program director').click();
    await settle();
    expect(TestBed.inject(Session).role()).toBe('director');
    expect(TestBed.inject(Router).url).toBe('/program');
    expect(page().querySelector('nav a.link')?.textContent.trim()).toBe('Program');
  });

  it('signs out and leaves nobody behind', async () => {
    await open('/home', ['fellow']);
    buttonNamed('Sign out').click();
    await settle();
    server().expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await settle();
    expect(TestBed.inject(Session).view()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('stays and says why when signing out did not reach the server', async () => {
    await open('/home', ['fellow']);
    buttonNamed('Sign out').click();
    await settle();
    server().expectOne('/api/session').error(new ProgressEvent('error'));
    await settle();
    expect(page().querySelector('cs-account [role=alert]')?.textContent).toContain('No answer came');
    expect(TestBed.inject(Session).view()).not.toBeNull();
  });
});

async function open(url: string, roles: readonly Role[]): Promise<void> {
  const ready = TestBed.inject(Session).ready();
  const held = roles.map((role) => ({ programId: 'p', programName: 'Program P', role }));
  const person = { id: 'a', name: 'A. Okafor' };
  server().expectOne('/api/session').flush({ person, email: 'a@b', roles: held, demo: true, endsAt: 0 });
  await ready;
  harness = await RouterTestingHarness.create(url);
}

async function settle(): Promise<void> {
  // What stands beside the navigation is asked for after the page.
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const call of server().match(({ url }) => url.endsWith('/sign-offs')))
      call.flush({ signOffs: [], waiting: 2 });
    for (const call of server().match(({ url }) => url.endsWith('/corrections')))
      call.flush({ entries: [], total: 1 });
    for (const call of server().match(({ url }) => url.endsWith('/notices/count'))) call.flush({ unread: 3 });
  }
  await harness.fixture.whenStable();
}

function server(): HttpTestingController {
  return TestBed.inject(HttpTestingController);
}

function page(): HTMLElement {
  return harness.fixture.nativeElement as HTMLElement;
}

function shell(): HTMLElement {
  const found = page().querySelector<HTMLElement>('cs-shell');
  if (!found) throw new Error('no shell');
  return found;
}

function buttonNamed(name: string): HTMLButtonElement {
  const found = [...page().querySelectorAll('button')].find((button) => button.textContent.includes(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}
