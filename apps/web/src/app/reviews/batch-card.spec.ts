import { textIn, problem } from '../testing/page';
import { entryView } from '../testing/program';
import { approved, button, cards, page, press, queueOf, rate, reopen, server, startQueue } from './testing';

const alike = ['a1', 'a2', 'a3'].map((id) => entryView({ id, revision: 2, acts: { review: true } }));
const odd = entryView({ id: 'odd', acts: { review: true } });
const ids = alike.map(({ id }) => id);

const card = () => page().querySelector<HTMLElement>('cs-batch-card') ?? undefined;
const found = (selector: string) => card()?.querySelector(selector) ?? null;
const enter = async (password: string): Promise<void> => {
  const field = card()?.querySelector<HTMLInputElement>('input[type=password]');
  if (!field) throw new Error('no password is asked for');
  field.value = password;
  field.dispatchEvent(new Event('input'));
  await server.settle();
};

beforeEach(async () => {
  await startQueue();
  const earlier = {
    ...{ fellowId: odd.fellow.id, itemId: 'esi-tf-lumbar' },
    roles: [{ role: 'performed' as const, cases: 12 }],
    outcomes: [{ outcome: 'success' as const, cases: 12 }],
  };
  server.answers['/review-queue'] = queueOf([...alike, odd], {
    batches: [{ entryIds: ids }],
    pulled: [{ entryId: 'odd', reasons: ['complication', 'late'] }],
    earlier: [earlier],
  });
  await reopen();
});
afterEach(() => page().remove());

it('lists each entry, tells what was pulled out and why, and approves nothing before it is rated and signed', async () => {
  expect(card()?.querySelectorAll('ol li')).toHaveLength(3);
  expect(cards()).toHaveLength(1);
  expect(textIn(found('.pulled'))).toContain('A complication, logged late.');
  expect(textIn(found('cs-earlier-cases'))).toContain('Approved: performed 12; success 12.');
  expect(textIn(button(card(), 'Rate the help to approve 3'))).toBeTruthy();
  await rate(card(), 4);
  button(card(), 'Enter your password to approve 3').click();
  await server.settle();
  server.expectNone('POST');
  expect(textIn(card() ?? null)).toContain('Enter your password.');
});

it('approves all by one act under one id, and one undo takes all back', async () => {
  await press('4');
  await enter('open sesame');
  button(card(), 'Approve these 3').click();
  await server.settle();
  const call = server.expect('POST', '/review-batches');
  expect(call.request.body).toMatchObject({
    help: 4,
    password: 'open sesame',
    entries: ids.map((id) => ({ id, revision: 2 })),
  });
  call.flush({ entries: alike.map((entry) => approved(entry, 10_000)) });
  await server.settle();
  expect(card()).toBeUndefined();
  expect(textIn(page().querySelector('cs-undo-bar'))).toContain('Approved 3 with 4: M. Tanaka');
  button(page(), 'Undo').click();
  await server.settle();
  for (const entry of alike) {
    server.expect('POST', `/entries/${entry.id}/undo`).flush({ ...entry, revision: 4 });
    await server.settle();
  }
  expect(card()?.querySelectorAll('ol li')).toHaveLength(3);
});

it('is sent again under the same id, with the password asked for anew', async () => {
  await rate(card(), 5);
  await enter('wrong');
  button(card(), 'Approve these 3').click();
  await server.settle();
  const first = server.expect('POST', '/review-batches');
  const wrong = problem('signature/password-wrong', 401);
  first.flush(wrong, { status: 401, statusText: 'Unauthorized' });
  await server.settle();
  expect(textIn(found('cs-problem'))).toContain('did not match');
  await enter('right');
  button(card(), 'Approve these 3').click();
  await server.settle();
  const second = server.expect('POST', '/review-batches');
  const idOf = (call: typeof first): string => (call.request.body as { id: string }).id;
  expect(idOf(second)).toBe(idOf(first));
});

it('is opened to see each by itself, by the button and by the key r', async () => {
  await press('r');
  expect(card()).toBeUndefined();
  expect(cards()).toHaveLength(4);
});
