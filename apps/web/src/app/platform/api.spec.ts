import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { editEntry, listEntries, readEntry, withdrawEntry } from '@countersign/contracts/entries/endpoints';
import type { EntryBody } from '@countersign/contracts/entries/bodies';
import { readSession } from '@countersign/contracts/sessions/endpoints';
import { Api } from './api';
import { ProblemError, problemOf } from './problem';
import { SessionEnd, watchSessionEnd } from './session-end';

const draft: EntryBody = { performedOn: '2026-11-13', simulation: false, procedures: [], then: 'keep' };
const ended = { type: 'about:blank', code: 'session/required', status: 401, title: 'Sign in to go on.' };

let api: Api;
let server: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([watchSessionEnd])), provideHttpClientTesting()],
  });
  api = TestBed.inject(Api);
  server = TestBed.inject(HttpTestingController);
});

afterEach(() => server.verify());

describe('a call', () => {
  it('fills the path, encodes what would break it, and carries the body and the version that the person saw', async () => {
    const reply = api.call(editEntry, {
      params: { programId: 'a/b', entryId: 'c d' },
      body: draft,
      ifMatch: 7,
    });
    const { request, flush } = expectOne('/api/programs/a%2Fb/entries/c%20d');
    expect(request.method).toBe('PUT');
    expect(request.body).toEqual(draft);
    expect(request.headers.get('If-Match')).toBe('"7"');
    flush({ id: 'c d' });
    await expect(reply).resolves.toEqual({ id: 'c d' });
  });

  it('sends no version where none was given', () => {
    void api.call(readEntry, { params: { programId: 'p', entryId: 'e' } });
    expect(expectOne('/api/programs/p/entries/e').request.headers.has('If-Match')).toBe(false);
  });

  it('leaves out of the query what is not stated', () => {
    void api.call(listEntries, { params: { programId: 'p' }, query: { groupId: 'lumbar', cursor: 'a&b' } });
    expectOne('/api/programs/p/entries?groupId=lumbar&cursor=a%26b');
  });

  it('is rejected with the problem that the server reports', async () => {
    const reply = api.call(withdrawEntry, { params: { programId: 'p', entryId: 'e' }, ifMatch: 1 });
    const stale = {
      type: 'about:blank',
      code: 'entry/stale-version',
      status: 412,
      title: 'Somebody changed it.',
    };
    expectOne('/api/programs/p/entries/e/withdrawal').flush(stale, {
      status: 412,
      statusText: 'Precondition Failed',
    });
    const error = await reply.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect(problemOf(error)).toEqual(stale);
  });

  it('is rejected as offline when no answer comes', async () => {
    const reply = api.call(readSession, { params: {} });
    server.expectOne('/api/session').error(new ProgressEvent('error'));
    await expect(reply).rejects.toMatchObject({ problem: { code: 'network/offline', status: 0 } });
  });
});

describe('a resource', () => {
  it('waits while there is nothing to ask, then follows its signals', async () => {
    const entryId = signal<string | undefined>(undefined);
    const entry = TestBed.runInInjectionContext(() =>
      api.resource(readEntry, () => {
        const id = entryId();
        return id === undefined ? undefined : { params: { programId: 'p', entryId: id } };
      }),
    );
    TestBed.tick();
    expect(entry.status()).toBe('idle');
    for (const id of ['one', 'two']) {
      entryId.set(id);
      TestBed.tick();
      expectOne(`/api/programs/p/entries/${id}`).flush({ id });
      await settle();
      expect(entry.value()).toEqual({ id });
    }
  });

  it('is read again after the next sign-in when it failed because the session had ended', async () => {
    const end = TestBed.inject(SessionEnd);
    const entry = TestBed.runInInjectionContext(() =>
      api.resource(readEntry, () => ({ params: { programId: 'p', entryId: 'e' } })),
    );
    TestBed.tick();
    expectOne('/api/programs/p/entries/e').flush(ended, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(end.reached()).toBe(true);
    expect(problemOf(entry.error()).code).toBe('session/required');

    end.reached.set(false);
    TestBed.tick();
    expectOne('/api/programs/p/entries/e').flush({ id: 'e' });
    await settle();
    expect(entry.value()).toEqual({ id: 'e' });
  });
});

describe('the end of the session', () => {
  it('is not announced by a wrong password', async () => {
    const reply = api.call(readSession, { params: {} });
    const wrong = { ...ended, code: 'session/wrong-credentials' };
    expectOne('/api/session').flush(wrong, { status: 401, statusText: 'Unauthorized' });
    await expect(reply).rejects.toMatchObject({ problem: { code: 'session/wrong-credentials' } });
    expect(TestBed.inject(SessionEnd).reached()).toBe(false);
  });
});

function expectOne(url: string) {
  const test = server.expectOne((request) => request.urlWithParams === url);
  return { request: test.request, flush: test.flush.bind(test) };
}

async function settle(): Promise<void> {
  await TestBed.inject(ApplicationRef).whenStable();
  TestBed.tick();
}
