import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { editEntry, listEntries, readEntry, withdrawEntry } from '@countersign/contracts/entries/endpoints';
import type { EntryBody } from '@countersign/contracts/entries/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import { readSession } from '@countersign/contracts/sessions/endpoints';
import { Api, type Read } from './api';
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

describe('an act', () => {
  const request = { params: { programId: 'p', entryId: 'e' }, ifMatch: 1 } as const;
  const path = '/api/programs/p/entries/e/withdrawal';
  const lost = new ProgressEvent('error');

  /** Sends the same act and answers it in some way. @returns its key and the code of what was said */
  async function act(answer: (sent: TestRequest) => void, ifMatch = 1) {
    const reply = api.call(withdrawEntry, { ...request, ifMatch });
    const sent = server.expectOne(path);
    answer(sent);
    const code = await reply.then(
      () => 'done',
      (error: unknown) => problemOf(error).code,
    );
    return { key: sent.request.headers.get('Idempotency-Key'), code };
  }

  it('has a key of its own, and what only reads has none', async () => {
    const keys = [await act((sent) => sent.flush({})), await act((sent) => sent.flush({}))].map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => /^[\w-]{16,64}$/.test(key ?? ''))).toBe(true);
    void api.call(readEntry, { params: { programId: 'p', entryId: 'e' } });
    expect(expectOne('/api/programs/p/entries/e').request.headers.has('Idempotency-Key')).toBe(false);
  });

  it('keeps its key while nobody knows what became of it, says so, and has another one after that', async () => {
    const unknown = { type: 'about:blank', code: 'server/outcome-unknown', status: 503, title: 'Unknown.' };
    const tries = [
      await act((sent) => sent.error(lost)),
      await act((sent) => sent.flush(unknown, { status: 503, statusText: 'Service Unavailable' })),
      await act((sent) => sent.flush('<html>', { status: 502, statusText: 'Bad Gateway' })),
      await act((sent) => sent.flush({})),
    ];
    expect(tries.map(({ code }) => code)).toEqual([
      'network/unanswered',
      'server/outcome-unknown',
      'network/unreadable',
      'done',
    ]);
    expect(new Set(tries.map(({ key }) => key)).size).toBe(1);
    expect((await act((sent) => sent.flush({}))).key).not.toBe(tries[0]?.key);
  });

  it('is another one when it says something else', async () => {
    const first = await act((sent) => sent.error(lost));
    expect((await act((sent) => sent.error(lost), 2)).key).not.toBe(first.key);
  });
});

describe('a read', () => {
  const entryId = signal<string | undefined>(undefined);
  let entry: Read<EntryView>;

  beforeEach(() => {
    entryId.set(undefined);
    entry = TestBed.runInInjectionContext(() =>
      api.read(readEntry, () => {
        const id = entryId();
        return id === undefined ? undefined : { params: { programId: 'p', entryId: id } };
      }),
    );
    TestBed.tick();
  });

  it('waits while there is nothing to ask, then follows its signals', async () => {
    expect(entry.isLoading()).toBe(false);
    for (const id of ['one', 'two']) {
      ask(id);
      expect(entry.view()).toBeUndefined();
      expect(entry.isLoading()).toBe(true);
      await answer(id, { id });
      expect(entry.view()).toEqual({ id });
    }
  });

  it('keeps what was read when it cannot be read again, and says why', async () => {
    ask('one');
    await answer('one', { id: 'one' });
    expect(entry.view()).toEqual({ id: 'one' });
    entry.reload();
    TestBed.tick();
    server.expectOne('/api/programs/p/entries/one').error(new ProgressEvent('error'));
    await settle();
    expect(entry.trouble()?.code).toBe('network/offline');
    expect(entry.view()).toEqual({ id: 'one' });
    ask('two');
    expect(entry.view()).toBeUndefined();
    expect(entry.trouble()).toBeNull();
    await answer('two', { id: 'two' });
  });

  it('asks once where its signals change and the address does not', async () => {
    ask('one');
    await answer('one', { id: 'one' });
    entryId.set('two');
    entryId.set('one');
    TestBed.tick();
    server.expectNone('/api/programs/p/entries/one');
  });

  it('shows what a call answered', async () => {
    ask('one');
    await answer('one', { id: 'one' });
    entry.set({ id: 'changed' } as EntryView);
    expect(entry.view()).toEqual({ id: 'changed' });
  });

  it('is read again after the next sign-in when it failed because the session had ended', async () => {
    const end = TestBed.inject(SessionEnd);
    ask('e');
    expectOne('/api/programs/p/entries/e').flush(ended, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(end.reached()).toBe(true);
    expect(entry.trouble()?.code).toBe('session/required');

    end.reached.set(false);
    TestBed.tick();
    await answer('e', { id: 'e' });
    expect(entry.view()).toEqual({ id: 'e' });
  });

  function ask(id: string): void {
    entryId.set(id);
    TestBed.tick();
  }

  async function answer(id: string, view: object): Promise<void> {
    expectOne(`/api/programs/p/entries/${id}`).flush(view);
    await settle();
  }
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
