import { ProblemError } from './problem';
import { Sending } from './sending';

const stale = {
  type: 'about:blank',
  code: 'entry/stale-version',
  status: 412,
  title: 'Somebody changed it.',
};
const refused = (problem: object) => () =>
  Promise.reject(new ProblemError({ ...stale, ...problem } as typeof stale));

let sending: Sending;
beforeEach(() => (sending = new Sending()));

it('is busy until there is an answer, and gives it', async () => {
  let answer: (text: string) => void = () => undefined;
  const sent = sending.send(() => new Promise<string>((resolve) => (answer = resolve)));
  expect(sending.busy()).toBe(true);
  answer('saved');
  expect(await sent).toBe('saved');
  expect(sending.busy()).toBe(false);
});

it('sends nothing while something is on its way', async () => {
  let calls = 0;
  const call = () => Promise.resolve((calls += 1));
  const both = await Promise.all([sending.send(call), sending.send(call)]);
  expect(both).toEqual([1, undefined]);
  expect(calls).toBe(1);
});

it('keeps what went wrong until the next attempt', async () => {
  expect(await sending.send(refused({}))).toBeUndefined();
  expect(sending.problem()).toEqual(stale);
  expect(sending.busy()).toBe(false);
  await sending.send(() => Promise.resolve('saved'));
  expect(sending.problem()).toBeNull();
});

it.each([
  [409, true],
  [412, true],
  [400, false],
  [0, false],
])('knows by the status whether somebody changed it meanwhile: %i', async (status, isOutdated) => {
  await sending.send(refused({ status }));
  expect(sending.isOutdated()).toBe(isOutdated);
});

it('tells what the server said about one field', async () => {
  const errors = [{ pointer: '/email', code: 'x/unknown', title: 'This is not an e-mail address.' }];
  await sending.send(refused({ status: 400, errors }));
  expect(sending.noteAt('/email')).toBe('This is not an e-mail address.');
  expect(sending.noteAt('/password')).toBeUndefined();
  sending.forget();
  expect(sending.noteAt('/email')).toBeUndefined();
});

it('names what it makes: by the same id while nobody knows what became of it, by another one after that', async () => {
  const sending = new Sending();
  const ids = [sending.id];
  const send = async (call: () => Promise<unknown>): Promise<void> => {
    await sending.send(call);
    ids.push(sending.id);
  };
  const lost = { ...stale, code: 'network/unanswered', status: 0 } as const;
  const unknown = { ...stale, code: 'server/outcome-unknown', status: 503 } as const;
  await send(() => Promise.reject(new ProblemError(lost)));
  await send(() => Promise.reject(new ProblemError(unknown)));
  expect(new Set(ids).size).toBe(1);
  await send(() => Promise.reject(new ProblemError(stale)));
  await send(() => Promise.resolve('done'));
  expect(new Set(ids).size).toBe(3);
});
