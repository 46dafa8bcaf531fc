import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@countersign/domain/access';
import { toStartPage } from '../platform/guards';
import { watchSessionEnd } from '../platform/session-end';
import { SignInPage } from './sign-in-page';

@Component({ template: '' })
class Page {}

let server: HttpTestingController;
let harness: RouterTestingHarness;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([watchSessionEnd])),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'sign-in', component: SignInPage },
          { path: '', pathMatch: 'full', canActivate: [toStartPage], children: [] },
          { path: '**', component: Page },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  server = TestBed.inject(HttpTestingController);
});

afterEach(() => server.verify());

describe('with e-mail and password', () => {
  it('opens the start page of the role', async () => {
    await open('/sign-in');
    await answerDemo(404);
    await fillIn('tanaka@hospital.example', 'right');
    expect(answerSignIn('fellow')).toEqual({ email: 'tanaka@hospital.example', password: 'right' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/home');
  });

  it('goes on to the page that was asked for', async () => {
    await open('/sign-in?return=%2Fentries%2F42%3Ftab%3Dversions');
    await answerDemo(404);
    await fillIn('tanaka@hospital.example', 'right');
    answerSignIn('fellow');
    await settle();
    expect(TestBed.inject(Router).url).toBe('/entries/42?tab=versions');
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])(
    'does not go on to %s, which is no page of this app',
    async (address) => {
      await open(`/sign-in?return=${encodeURIComponent(address)}`);
      await answerDemo(404);
      await fillIn('tanaka@hospital.example', 'right');
      answerSignIn('supervisor');
      await settle();
      expect(TestBed.inject(Router).url).toBe('/queue');
    },
  );

  it('says under each field what is missing, asks nobody, and leads to the first', async () => {
    await open('/sign-in');
    await answerDemo(404);
    await fillIn('tanaka', '');
    const [email, password] = fields();
    expect(errorOf(email)).toBe('Type your work e-mail, such as name@hospital.example.');
    expect(errorOf(password)).toBe('Type your password.');
    expect(document.activeElement).toBe(email);
  });

  it('keeps what was typed when the server refuses, and says why', async () => {
    await open('/sign-in');
    await answerDemo(404);
    await fillIn('tanaka@hospital.example', 'wrong');
    const title = 'E-mail and password do not match an account that can sign in.';
    server
      .expectOne({ method: 'POST', url: '/api/session' })
      .flush(
        { code: 'session/wrong-credentials', status: 401, title },
        { status: 401, statusText: 'Unauthorized' },
      );
    await settle();
    expect(page().querySelector('[role=alert]')?.textContent).toContain(title);
    expect(fields().map((field) => field.value)).toEqual(['tanaka@hospital.example', 'wrong']);
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('puts the server’s word about a field under that field', async () => {
    await open('/sign-in');
    await answerDemo(404);
    await fillIn('tanaka@hospital', 'right');
    const errors = [{ pointer: '/email', code: 'email', title: 'This is not an e-mail address.' }];
    server
      .expectOne({ method: 'POST', url: '/api/session' })
      .flush(
        { code: 'request/invalid', status: 400, title: 'Look again.', errors },
        { status: 400, statusText: 'Bad' },
      );
    await settle();
    expect(errorOf(fields()[0])).toBe('This is not an e-mail address.');
  });
});

it('leads on to the set-up where there is no program yet', async () => {
  await open('/sign-in');
  server
    .expectOne('/api/demo-people')
    .flush({ code: 'demo/off', status: 404, title: '' }, { status: 404, statusText: 'Not Found' });
  server.expectOne('/api/set-up').flush({ least: 15 });
  await settle();
  expect(TestBed.inject(Router).url).toBe('/set-up');
});

describe('in a demo', () => {
  it('offers nobody on a real database', async () => {
    await open('/sign-in');
    await answerDemo(404);
    expect(page().querySelector('cs-demo-people')).toBeNull();
    expect(page().querySelector('form')).not.toBeNull();
  });

  it('offers a few people of each role, and all of them when asked', async () => {
    await open('/sign-in');
    await answerDemo(200);
    expect([...page().querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
      'Fellow',
      'Supervisor',
      'Program director',
    ]);
    expect(names()).toEqual(['Fellow 1', 'Fellow 2', 'Dr. Osei', 'Dr. Amundsen']);
    buttonNamed('Show all 4 fellows').click();
    await settle();
    expect(names().slice(0, 4)).toEqual(['Fellow 1', 'Fellow 2', 'Fellow 3', 'Fellow 4']);
    expect(page().textContent).not.toContain('Show all');
  });

  it('signs in with one tap, in the role under which the person was offered', async () => {
    await open('/sign-in');
    await answerDemo(200);
    buttonNamed('Dr. Amundsen').click();
    const call = server.expectOne('/api/demo-session');
    expect(call.request.body).toEqual({ personId: 'amundsen' });
    call.flush(sessionOf('supervisor', 'director'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/program');
  });
});

async function open(url: string): Promise<void> {
  harness = await RouterTestingHarness.create(url);
}

async function answerDemo(status: 200 | 404): Promise<void> {
  const person = (id: string, name: string, role: Role) => ({ id, name, role });
  const fellows = [1, 2, 3, 4].map((n) => person(`fellow-${n}`, `Fellow ${n}`, 'fellow'));
  const others = [person('amundsen', 'Dr. Amundsen', 'director'), person('osei', 'Dr. Osei', 'supervisor')];
  const call = server.expectOne('/api/demo-people');
  if (status === 200) call.flush({ programName: 'Demo program', people: [...others, ...fellows] });
  else call.flush({ code: 'demo/off', status, title: '' }, { status, statusText: 'Not Found' });
  server
    .expectOne('/api/set-up')
    .flush({ code: 'set-up/over', status: 404, title: '' }, { status: 404, statusText: 'Not Found' });
  await settle();
}

async function fillIn(email: string, password: string): Promise<void> {
  const [emailField, passwordField] = fields();
  if (!emailField || !passwordField) throw new Error('no form');
  emailField.value = email;
  passwordField.value = password;
  buttonNamed('Sign in').click();
  await settle();
}

function answerSignIn(role: Role): unknown {
  const call = server.expectOne({ method: 'POST', url: '/api/session' });
  call.flush(sessionOf(role), { status: 201, statusText: 'Created' });
  return call.request.body;
}

function sessionOf(...roles: Role[]) {
  const held = roles.map((role) => ({ programId: 'p', programName: 'P', role }));
  return { person: { id: 'a', name: 'A' }, email: 'a@b', roles: held, demo: true, endsAt: 0 };
}

async function settle(): Promise<void> {
  // A reply resolves promises of the page before the router starts; only then is there something to wait for.
  await new Promise((resolve) => setTimeout(resolve));
  await harness.fixture.whenStable();
}

function page(): HTMLElement {
  return harness.fixture.nativeElement as HTMLElement;
}

function fields(): HTMLInputElement[] {
  return [...page().querySelectorAll<HTMLInputElement>('form input')];
}

function errorOf(field: HTMLInputElement | undefined): string | undefined {
  const id = field?.getAttribute('aria-describedby');
  return id ? page().querySelector(`#${id}`)?.textContent.trim() : undefined;
}

function names(): string[] {
  return [...page().querySelectorAll('.name')].map((name) => name.textContent);
}

function buttonNamed(name: string): HTMLButtonElement {
  const found = [...page().querySelectorAll('button')].find((button) => button.textContent.includes(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}
