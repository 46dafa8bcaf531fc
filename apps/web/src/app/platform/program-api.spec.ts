import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { readEntry, withdrawEntry } from '@countersign/contracts/entries/endpoints';
import { pageProviders, signIn } from '../testing/page';
import { ProgramApi } from './program-api';
import { Session } from './session';

let api: ProgramApi;
let server: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: pageProviders });
  api = TestBed.inject(ProgramApi);
  server = TestBed.inject(HttpTestingController);
});
afterEach(() => server.verify());

it('reads nothing while nobody is signed in, and then from the program in use', async () => {
  const entry = TestBed.runInInjectionContext(() =>
    api.read(readEntry, () => ({ params: { entryId: 'e' } })),
  );
  TestBed.tick();
  server.expectNone(({ url }) => url.includes('/entries/'));
  await signIn();
  TestBed.tick();
  expect(entry.isLoading()).toBe(true);
  server.expectOne('/api/programs/p/entries/e');
});

it('sends a call to the program in use, with the version that the person saw', async () => {
  await signIn();
  void api.call(withdrawEntry, { params: { entryId: 'e' }, ifMatch: 3 });
  const { request } = server.expectOne('/api/programs/p/entries/e/withdrawal');
  expect(request.headers.get('If-Match')).toBe('"3"');
});

it('reads from the other program once somebody works there', async () => {
  const { id: entryId, roles } = { id: 'e', roles: [role('north', 'fellow'), role('south', 'supervisor')] };
  const session = TestBed.inject(Session);
  const ready = session.ready();
  server
    .expectOne('/api/session')
    .flush({ person: { id: 'a', name: 'A' }, email: '', roles, demo: false, endsAt: 0 });
  await ready;
  TestBed.runInInjectionContext(() => api.read(readEntry, () => ({ params: { entryId } })));
  TestBed.tick();
  server.expectOne('/api/programs/north/entries/e');
  session.choose('supervisor', 'south');
  TestBed.tick();
  server.expectOne('/api/programs/south/entries/e');
});

function role(programId: string, held: 'fellow' | 'supervisor') {
  return { programId, programName: programId, role: held };
}
