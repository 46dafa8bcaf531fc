import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { control, problem, textIn } from '../testing/page';
import { entryView } from '../testing/program';
import {
  approved,
  button,
  cards,
  first,
  ids,
  page,
  press,
  queueOf,
  rate,
  reopen,
  second,
  server,
  startQueue,
} from './testing';

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
  expect(ids()).toEqual(['e1', 'e2']);
  expect(document.activeElement).toBe(cards()[0]?.querySelector('article'));
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

it('takes several decisions back within their time, the newest by the key', async () => {
  const decide = async (entry: typeof first): Promise<void> => {
    await press('5');
    await press('a');
    server.expect('POST', `/entries/${entry.id}/approval`).flush(approved(entry, 10_000));
    await server.settle();
  };
  await decide(first);
  await decide(second);
  expect([...page().querySelectorAll('cs-undo-bar p')].map(textIn)).toEqual([
    'Approved with 5: A. Okafor, Transforaminal epidural, lumbar',
    'Approved with 5: M. Tanaka, Transforaminal epidural, lumbar',
  ]);
  await press('u');
  await press('u');
  server.expect('POST', '/entries/e2/undo').flush({ ...second, revision: 3 });
  await server.settle();
  server.expect('POST', '/entries/e1/undo').flush({ ...first, revision: 5 });
  await server.settle();
  expect(page().querySelector('cs-undo-bar')).toBeNull();
  expect(ids()).toEqual(['e1', 'e2']);
  expect(page().querySelector('input:checked')).toBeNull();
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

describe('when somebody was first', () => {
  const [procedure] = first.content.procedures;
  const assisted = { ...first.content, procedures: [{ ...procedure!, role: 'assisted' as const }] };
  const decideOn = async (status = 412): Promise<void> => {
    await rate(cards()[0], 5);
    button(cards()[0], 'Approve with 5').click();
    await server.settle();
    server
      .expect('POST', '/entries/e1/approval')
      .flush(problem('entry/stale-version', status), { status, statusText: 'no' });
    await server.settle();
  };

  it('shows what changed; rating and words were about what was there before, and are gone', async () => {
    button(cards()[0], 'Add a word').click();
    await server.settle();
    const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Keep doing, optional');
    field.value = 'Calm';
    field.dispatchEvent(new Event('input'));
    server.answers['/entries/e1'] = { ...first, revision: 6, content: assisted };
    await decideOn();
    expect(textIn(cards()[0]?.querySelector('.changes') ?? null)).toBe(
      'Changed while you had it open: look again, then decide Role: Performed → Assisted',
    );
    expect(cards()[0]?.querySelector('cs-problem p')).toBeNull();
    expect(cards()[0]?.querySelector('input:checked')).toBeNull();
    button(cards()[0], 'Add a word').click();
    await server.settle();
    expect(control<HTMLTextAreaElement>(page(), 'textarea', 'Keep doing, optional').value).toBe('');
    await rate(cards()[0], 3);
    button(cards()[0], 'Approve with 3').click();
    await server.settle();
    const again = server.expect('POST', '/entries/e1/approval').request;
    expect([again.body, again.headers.get('If-Match')]).toEqual([{ help: 3 }, '"6"']);
  });

  it.each([
    ['cannot be read any more', 404],
    ['waits no more', 409],
  ])('says that an entry that %s was withdrawn, folds it and goes on', async (_, status) => {
    server.answers['/entries/e1'] = { ...first, revision: 5, acts: { ...first.acts, review: false } };
    if (status === 404) delete server.answers['/entries/e1'];
    await decideOn(status);
    if (status === 404) {
      server
        .expect('GET', '/entries/e1')
        .flush(problem('access/not-found', 404), { status: 404, statusText: 'no' });
      await server.settle();
    }
    expect(ids()).toEqual(['e2']);
    expect(textIn(page().querySelector('.gone'))).toBe(
      'Withdrawn meanwhile, nothing is left to decide: M. Tanaka, Transforaminal epidural, lumbar · L4 left.',
    );
    expect(document.activeElement).toBe(cards()[0]?.querySelector('article'));
    expect(textIn(page().querySelector('.steps b'))).toBe('2 of 2');
  });

  it('keeps the card and says why where nothing tells what became of it', async () => {
    await decideOn();
    server
      .expect('GET', '/entries/e1')
      .flush(problem('app/unexpected', 500), { status: 500, statusText: '' });
    await server.settle();
    expect(ids()).toEqual(['e1', 'e2']);
    expect(textIn(cards()[0]?.querySelector('cs-problem') ?? null)).toContain(
      'Somebody changed this entry after you opened it.',
    );
  });
});

it('acts on the card that has the focus, not on the one that the keys left', async () => {
  const inSecond = cards()[1]?.querySelector<HTMLInputElement>('input[type=radio][value="4"]');
  inSecond?.focus();
  await server.settle();
  expect(document.activeElement).toBe(inSecond);
  for (const key of ['5', 'a']) {
    await press(key);
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
  const whose = (card: HTMLElement): string =>
    `${card.querySelector('.who')?.lastChild?.textContent ?? ''} ${textIn(card.querySelector('h3'))}`;

  beforeEach(async () => {
    server.answers['/review-queue'] = queueOf(long, { total: 260 });
    await reopen();
  });

  it('stands oldest first whosever it is, beside a list by fellow with how much there is of what', () => {
    expect(cards().slice(0, 4).map(whose)).toEqual([
      'M. Tanaka Stellate',
      'A. Okafor Stellate',
      'M. Tanaka Caudal',
      'A. Okafor Caudal',
    ]);
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
    expect(document.activeElement?.tagName).toBe('ARTICLE');
    expect(document.activeElement?.textContent).toContain('Caudal');
    expect(page().querySelector('[aria-current]')?.textContent).toContain('A. Okafor');
    while (page().querySelector('.cards > button')) {
      button(page().querySelector<HTMLElement>('.cards') ?? undefined, 'Show more').click();
      await server.settle();
    }
    expect(cards()).toHaveLength(45);
    expect(page().textContent).toContain('215 newer ones follow when these are decided.');
  });

  it('is walked in the order in which it is shown, and keeps it after each decision', async () => {
    const place = (): string | undefined => page().querySelector('.steps')?.textContent.trim();
    for (let step = 0; step < 13; step += 1) await press('j');
    expect(place()).toContain('14 of 45');
    const before = cards().map(whose);
    for (const key of ['5', 'a']) await press(key);
    server.expect('POST', '/entries/q13/approval').flush(approved(long[13]!, 10_000));
    await server.settle();
    expect(cards().map(whose).slice(0, 19)).toEqual(before.toSpliced(13, 1));
    expect(cards()[13]?.querySelector('article')).toBe(document.activeElement);
    expect(place()).toContain('15 of 45');
    await press('k');
    expect(place()).toContain('13 of 45');
  });
});

it('follows the first key: rate, approve', async () => {
  expect(document.activeElement).toBe(cards()[0]?.querySelector('article'));
  for (const key of ['3', 'a']) {
    await press(key);
  }
  expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({ help: 3 });
});

it('leads to the entry that the address asks for, which has a card of its own among those that are alike', async () => {
  const alike = ['a1', 'a2', 'a3', 'a4'].map((id) => entryView({ id, acts: { review: true } }));
  server.answers['/review-queue'] = queueOf(alike, { batches: [{ entryIds: alike.map(({ id }) => id) }] });
  await TestBed.inject(Router).navigateByUrl('/?entry=a3');
  await reopen();
  expect(page().querySelectorAll('cs-batch-card')).toHaveLength(1);
  expect(cards()).toHaveLength(1);
  expect(textIn(page().querySelector('.steps b'))).toBe('3 of 4');
  await press('k');
  expect(textIn(page().querySelector('.steps b'))).not.toBe('3 of 4');
});
