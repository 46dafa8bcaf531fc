import { problem, textIn } from '../testing/page';
import { entryView } from '../testing/program';
import { approved, button, cards, first, page, rate, reopen, server, startQueue } from './testing';

beforeEach(startQueue);
afterEach(() => page().remove());

it('approves with a rating in one act, folds the card and offers an undo that takes it back', async () => {
  expect(cards()).toHaveLength(2);
  expect(button(cards()[0], 'Rate the help').getAttribute('aria-disabled')).toBe('true');
  await rate(cards()[0], 4);
  button(cards()[0], 'Approve with 4').click();
  await server.settle();
  const call = server.expect('POST', '/entries/e1/approval');
  expect(call.request.body).toEqual({ help: 4 });
  expect(call.request.headers.get('If-Match')).toBe('"3"');
  call.flush(approved(first, 10_000));
  await server.settle();
  expect(cards()).toHaveLength(1);
  expect(textIn(page().querySelector('cs-undo-bar'))).toContain('Approved with 4: M. Tanaka');

  button(page(), 'Undo').click();
  await server.settle();
  const undo = server.expect('POST', '/entries/e1/undo');
  expect(undo.request.headers.get('If-Match')).toBe('"4"');
  undo.flush(first);
  await server.settle();
  expect(cards()).toHaveLength(2);
  expect(document.activeElement?.getAttribute('aria-label')).toContain('M. Tanaka');
});

it.each([
  [7_000, '7 s'],
  [10_000, '10 s'],
])('counts the time to take a decision back as the server does: %i ms', async (undoMs, said) => {
  await rate(cards()[0], 4);
  button(cards()[0], 'Approve with 4').click();
  await server.settle();
  server.expect('POST', '/entries/e1/approval').flush(approved(first, undoMs));
  await server.settle();
  expect(textIn(page().querySelector('cs-undo-bar button'))).toContain(said);
});

it('offers nothing to take back where the server does not', async () => {
  await rate(cards()[0], 4);
  button(cards()[0], 'Approve with 4').click();
  await server.settle();
  const { acts, ...rest } = approved(first, 0);
  const { undoUntil: _none, ...others } = acts;
  server.expect('POST', '/entries/e1/approval').flush({ ...rest, acts: others });
  await server.settle();
  expect(page().querySelector('cs-undo-bar')).toBeNull();
});

it('keeps the card and says why when somebody was first', async () => {
  await rate(cards()[0], 5);
  button(cards()[0], 'Approve with 5').click();
  await server.settle();
  server
    .expect('POST', '/entries/e1/approval')
    .flush(problem('entry/stale-version', 412), { status: 412, statusText: 'stale' });
  await server.settle();
  expect(cards()).toHaveLength(2);
  expect(textIn(cards()[0]?.querySelector('cs-problem') ?? null)).toContain(
    'Somebody changed this entry after you opened it.',
  );
});

it('acts on the card that has the focus, not on the one that the keys left', async () => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  await server.settle();
  const inSecond = cards()[1]?.querySelector<HTMLInputElement>('input[type=radio][value="4"]');
  inSecond?.focus();
  await server.settle();
  expect(document.activeElement).toBe(inSecond);
  for (const key of ['5', 'a']) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await server.settle();
  }
  expect(server.expect('POST', '/entries/e2/approval').request.body).toEqual({ help: 5 });
});

describe('a long queue', () => {
  const procedures = first.content.procedures;
  const long = Array.from({ length: 45 }, (_, at) =>
    entryView({
      id: `q${at}`,
      fellow: at % 2 === 0 ? { id: 'tanaka', name: 'M. Tanaka' } : { id: 'okafor', name: 'A. Okafor' },
      content: {
        ...first.content,
        procedures: procedures.map((one) => ({ ...one, itemName: at % 4 < 2 ? 'Stellate' : 'Caudal' })),
      },
    }),
  );
  const headings = (): string[] => [...page().querySelectorAll('.cards .of')].map(textIn);

  beforeEach(async () => {
    server.answers['/review-queue'] = { entries: long, total: 260 };
    await reopen();
  });

  it('stands under one heading per fellow, with how much there is of what', async () => {
    expect(headings()).toEqual(['MT M. Tanaka 23 entries · 2 procedures']);
    expect([...page().querySelectorAll('.list h2')].map(textIn)).toEqual([
      'MT M. Tanaka 23',
      'AO A. Okafor 22',
    ]);
  });

  it('makes its cards twenty at a time', async () => {
    expect(cards()).toHaveLength(20);
    button(page().querySelector<HTMLElement>('.cards') ?? undefined, 'Show more · 25 below').click();
    await server.settle();
    expect(cards()).toHaveLength(40);
  });

  it('makes those that somebody jumps to', async () => {
    button(page().querySelector<HTMLElement>('.list section:last-child ul') ?? undefined, 'Caudal').click();
    await server.settle();
    expect(cards()).toHaveLength(45);
    expect(headings()).toHaveLength(2);
    expect(document.activeElement?.tagName).toBe('ARTICLE');
    expect(page().querySelector('[aria-current]')?.textContent).toContain('A. Okafor');
    expect(page().textContent).toContain('215 newer ones follow when these are decided.');
  });

  it('is walked in the order in which it is shown', async () => {
    for (let step = 0; step < 14; step += 1) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
      await server.settle();
    }
    const current = page().querySelector('article.current h3');
    expect(textIn(current)).toBe('Caudal');
    expect(page().querySelector('.list li [aria-current]')?.textContent).toContain('Caudal');
    expect(page().querySelector('.steps')?.textContent).toContain('14 of 45');
  });
});

it('follows the keys: next, rate, approve', async () => {
  for (const key of ['j', '3', 'a']) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await server.settle();
  }
  expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({ help: 3 });
});
