import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Session } from '../platform/session';
import { watchSessionEnd } from '../platform/session-end';
import { SignInAgain } from './sign-in-again';

@Component({ template: '' })
class Page {}

const tanaka = {
  person: { id: 'tanaka', name: 'M. Tanaka' },
  email: 'tanaka@hospital.example',
  roles: [{ programId: 'p', programName: 'P', role: 'fellow' }],
  endsAt: 0,
};

let server: HttpTestingController;
let fixture: ComponentFixture<SignInAgain>;

beforeEach(() => {
  // Not in jsdom: a modal dialog is open or it is not.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([watchSessionEnd])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: Page }]),
    ],
  });
  server = TestBed.inject(HttpTestingController);
});

it('asks the same person for the password alone, above the page', async () => {
  await endSession({ demo: false });
  const [email, password] = fixture.nativeElement.querySelectorAll('input') as NodeListOf<HTMLInputElement>;
  expect(dialog().open).toBe(true);
  expect([email?.value, email?.readOnly]).toEqual(['tanaka@hospital.example', true]);
  if (password) password.value = 'right';
  buttonNamed('Sign in').click();
  const call = server.expectOne({ method: 'POST', url: '/api/session' });
  expect(call.request.body).toEqual({ email: 'tanaka@hospital.example', password: 'right' });
  call.flush({ ...tanaka, demo: false });
  await settle();
  expect(dialog().open).toBe(false);
  expect(TestBed.inject(Session).ended()).toBe(false);
});

it('cannot be closed while nobody is signed in', async () => {
  await endSession({ demo: false });
  dialog().close();
  dialog().dispatchEvent(new Event('close'));
  expect(dialog().open).toBe(true);
});

it('goes on with one tap in a demo', async () => {
  await endSession({ demo: true });
  buttonNamed('Go on as M. Tanaka').click();
  const call = server.expectOne('/api/demo-session');
  expect(call.request.body).toEqual({ personId: 'tanaka' });
  call.flush({ ...tanaka, demo: true });
  await settle();
  expect(dialog().open).toBe(false);
});

it('lets somebody else sign in, who finds nothing of the person before', async () => {
  await endSession({ demo: false });
  buttonNamed('Somebody else signs in').click();
  await settle();
  expect(TestBed.inject(Session).view()).toBeNull();
  expect(TestBed.inject(Router).url).toBe('/sign-in');
});

async function endSession(kind: { demo: boolean }): Promise<void> {
  const session = TestBed.inject(Session);
  const ready = session.ready();
  server.expectOne('/api/session').flush({ ...tanaka, ...kind });
  await ready;
  const attempt = session.close().catch(() => undefined);
  const gone = { code: 'session/required', status: 401, title: '' };
  server.expectOne('/api/session').flush(gone, { status: 401, statusText: 'Unauthorized' });
  await attempt;
  fixture = TestBed.createComponent(SignInAgain);
  await settle();
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
}

function dialog(): HTMLDialogElement {
  return (fixture.nativeElement as HTMLElement).querySelector('dialog') as HTMLDialogElement;
}

function buttonNamed(name: string): HTMLButtonElement {
  const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
  const found = buttons.find((button) => button.textContent.includes(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}
