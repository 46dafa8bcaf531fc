import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { comeAgain } from './come-again';
import { problemOf } from './problem';

const busy = { type: 'about:blank', code: 'server/busy', status: 503, title: 'The server is busy.' };

let server: HttpTestingController;
let answers: unknown[];
let refusals: unknown[];

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([comeAgain])), provideHttpClientTesting()],
  });
  server = TestBed.inject(HttpTestingController);
  [answers, refusals] = [[], []];
});

afterEach(() => {
  server.verify();
  jest.useRealTimers();
});

function send(method: 'GET' | 'POST'): void {
  TestBed.inject(HttpClient)
    .request(method, '/api/it')
    .subscribe({ next: (view) => answers.push(view), error: (error: unknown) => refusals.push(error) });
}

function putOff(problem = busy, retryAfter = '2'): void {
  server
    .expectOne('/api/it')
    .flush(problem, { status: 503, statusText: 'Busy', headers: { 'Retry-After': retryAfter } });
}

it('a read comes again when a busy server said, and its page hears of nothing', () => {
  send('GET');
  putOff();
  jest.advanceTimersByTime(1_999);
  server.expectNone('/api/it');
  jest.advanceTimersByTime(1_001);
  server.expectOne('/api/it').flush({ here: true });
  expect([answers, refusals]).toEqual([[{ here: true }], []]);
});

it('twice, and then the page says so', () => {
  send('GET');
  for (let times = 0; times < 3; times += 1) {
    putOff();
    jest.advanceTimersByTime(3_000);
  }
  expect(refusals.map((one) => problemOf(one).code)).toEqual(['server/busy']);
});

it.each([
  ['what writes', 'POST', busy, '2'],
  ['a server without a database', 'GET', { ...busy, code: 'server/database' }, '2'],
  ['a long wait', 'GET', busy, '60'],
  ['no word of when', 'GET', busy, ''],
] as const)('not for %s', (_, method, problem, retryAfter) => {
  send(method);
  putOff(problem, retryAfter);
  jest.advanceTimersByTime(120_000);
  expect(refusals.map((one) => problemOf(one).code)).toEqual([problem.code]);
});
