import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { Session } from './session';
import { watchSessionEnd } from './session-end';

const north = { programId: 'north', programName: 'North', timeZone: 'America/Chicago' };
const south = { programId: 'south', programName: 'South', timeZone: 'UTC' };
const amundsen: SessionView = {
  person: { id: 'amundsen', name: 'Dr. Amundsen' },
  email: 'amundsen@hospital.example',
  roles: [
    { ...north, role: 'director' },
    { ...north, role: 'supervisor' },
    { ...south, role: 'director' },
  ],
  outside: [],
  demo: false,
  endsAt: 0,
};
const required = { code: 'session/required', status: 401, title: 'Sign in to go on.' };

let session: Session;
let server: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([watchSessionEnd])), provideHttpClientTesting()],
  });
  session = TestBed.inject(Session);
  server = TestBed.inject(HttpTestingController);
});

afterEach(() => server.verify());

it('asks the server once who is signed in', async () => {
  const both = Promise.all([session.ready(), session.ready()]);
  server.expectOne('/api/session').flush(amundsen);
  await both;
  expect(session.view()).toEqual(amundsen);
  expect(session.actor()).toEqual({ personId: 'amundsen', roles: amundsen.roles });
});

it('knows nobody while nobody is signed in, and does not call that an ended session', async () => {
  const ready = session.ready();
  server.expectOne('/api/session').flush(required, { status: 401, statusText: 'Unauthorized' });
  await ready;
  expect(session.view()).toBeNull();
  expect(session.ended()).toBe(false);
  expect(session.trouble()).toBeNull();
  expect(session.programId()).toBe('');
});

it('tells why it could not find out, and tries again when asked', async () => {
  const first = session.ready();
  server.expectOne('/api/session').error(new ProgressEvent('error'));
  await first;
  expect(session.trouble()?.code).toBe('network/offline');

  const second = session.ready();
  server.expectOne('/api/session').flush(amundsen);
  await second;
  expect(session.trouble()).toBeNull();
  expect(session.view()).toEqual(amundsen);
});

it('starts in the first role in the order of start pages, and works in another that is chosen', async () => {
  await signIn();
  expect([session.programId(), session.role()]).toEqual(['north', 'supervisor']);
  expect(session.roles()).toEqual(['supervisor', 'director']);

  session.choose('director');
  expect([session.programId(), session.role()]).toEqual(['north', 'director']);

  session.choose('director', 'south');
  expect([session.programId(), session.role()]).toEqual(['south', 'director']);
  expect(session.roles()).toEqual(['director']);
});

it('never works in a role that the person does not hold', async () => {
  await signIn();
  session.choose('fellow');
  expect(session.role()).toBe('supervisor');
});

it('keeps the person in view when the session ends under way, until the next sign-in', async () => {
  await signIn();
  const attempt = session.close();
  server.expectOne('/api/session').flush(required, { status: 401, statusText: 'Unauthorized' });
  await expect(attempt).rejects.toMatchObject({ problem: { code: 'session/required' } });
  expect(session.ended()).toBe(true);
  expect(session.view()).toEqual(amundsen);

  await signIn();
  expect(session.ended()).toBe(false);
});

it('forgets person and role after signing out', async () => {
  await signIn();
  session.choose('director', 'south');
  const closed = session.close();
  const call = server.expectOne('/api/session');
  expect(call.request.method).toBe('DELETE');
  call.flush(null, { status: 204, statusText: 'No Content' });
  await closed;
  expect(session.view()).toBeNull();

  await signIn();
  expect(session.programId()).toBe('north');
});

it('Identity (a): stays with its person when another tab signs somebody else in, and tells who that is', async () => {
  await signIn();
  const looked = session.look();
  const okafor = {
    ...amundsen,
    person: { id: 'okafor', name: 'Ama Okafor' },
    email: 'okafor@hospital.example',
  };
  server.expectOne('/api/session').flush(okafor);
  await looked;
  expect(session.personId()).toBe('amundsen');
  expect(session.other()).toEqual(okafor);

  session.askAgain();
  expect(session.ended()).toBe(true);
  await signIn();
  expect(session.other()).toBeNull();
  expect(session.ended()).toBe(false);
});

it('Identity (a): goes on when another tab signed the same person in, and while the server is out of reach', async () => {
  await signIn();
  const looked = session.look();
  server.expectOne('/api/session').flush({ ...amundsen, endsAt: 7 });
  await looked;
  expect([session.other(), session.view()?.endsAt]).toEqual([null, 7]);
  const again = session.look();
  server.expectOne('/api/session').error(new ProgressEvent('error'));
  await again;
  expect([session.other(), session.ended()]).toEqual([null, false]);
});

async function signIn(): Promise<void> {
  const opened = session.open('amundsen@hospital.example', 'right');
  const call = server.expectOne('/api/session');
  expect(call.request.body).toEqual({ email: 'amundsen@hospital.example', password: 'right' });
  call.flush(amundsen, { status: 201, statusText: 'Created' });
  await opened;
}
