import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { control, pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, entryView } from '../testing/program';
import type { EntryView } from '@countersign/contracts/entries/views';
import { Privacy } from '../platform/privacy';
import { QueuePage } from './queue-page';

const first = entryView({ id: 'e1', revision: 3 });
const second = entryView({ id: 'e2', revision: 1 });

let server: SpecServer;
let fixture: ComponentFixture<QueuePage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const notes = (): string[] => [...page().querySelectorAll('cs-field-error p')].map(textIn);
const cards = (): HTMLElement[] => [...page().querySelectorAll<HTMLElement>('cs-review-card')];
const button = (card: HTMLElement | undefined, start: string): HTMLButtonElement => {
  const found = [...(card?.querySelectorAll('button') ?? [])].find((one) => textIn(one).startsWith(start));
  if (!found) throw new Error(`no button starts with ${start}`);
  return found;
};

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({
    '/catalogue': catalogue,
    '/review-queue': { entries: [first, second], total: 2 },
  });
  await signIn('supervisor');
  fixture = TestBed.createComponent(QueuePage);
  document.body.append(page());
  await server.settle();
});
afterEach(() => page().remove());

/** What the server answers to an approval, on a clock that is not this device's. */
function approved(entry: EntryView, undoMs: number): EntryView {
  const at = 5_000_000;
  const decision = {
    kind: 'approved' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at,
    ratings: [{ position: 0, help: 4 as const, scope: 'all' as const }],
    undone: false,
  };
  return {
    ...entry,
    state: 'approved',
    revision: entry.revision + 1,
    versions: entry.versions.map((version) => ({ ...version, decisions: [decision] })),
    acts: { ...entry.acts, undoUntil: at + undoMs },
  };
}

async function rate(card: HTMLElement | undefined, help: number): Promise<void> {
  const radio = card?.querySelector<HTMLInputElement>(`input[type=radio][value="${help}"]`);
  radio?.click();
  await server.settle();
}

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

it('asks for a sentence at low help and sends nothing without it', async () => {
  await rate(cards()[0], 2);
  button(cards()[0], 'Say what to do next time').click();
  await server.settle();
  server.expectNone('POST');
  expect(notes()).toEqual(['Say what to do differently next time.']);
  const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Next time');
  expect(document.activeElement).toBe(field);
  field.value = 'Lateral view earlier';
  field.dispatchEvent(new Event('input'));
  await server.settle();
  button(cards()[0], 'Approve with 2').click();
  await server.settle();
  expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({
    help: 2,
    nextTimeText: 'Lateral view earlier',
  });
});

it('returns only with a reason and a text', async () => {
  button(cards()[0], 'Return').click();
  await server.settle();
  button(cards()[0], 'Return to').click();
  await server.settle();
  server.expectNone('POST');
  expect(notes()).toEqual(['Choose a reason.', 'Say what to change.']);
  expect(document.activeElement).toBe(
    control<HTMLInputElement>(page(), 'input[type=radio]', 'Role is different'),
  );
  control<HTMLInputElement>(page(), 'input[type=radio]', 'Role is different').click();
  const text = cards()[0]?.querySelector('textarea');
  if (text) text.value = 'You assisted.';
  text?.dispatchEvent(new Event('input'));
  await server.settle();
  button(cards()[0], 'Return to').click();
  await server.settle();
  expect(server.expect('POST', '/entries/e1/return').request.body).toEqual({
    reasonCode: 'wrong-role',
    reasonText: 'You assisted.',
  });
});

it('sends no words that tell who a patient is, and others once the supervisor says that they do not', async () => {
  await TestBed.inject(Privacy).load();
  button(cards()[0], 'Return').click();
  await server.settle();
  cards()[0]?.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  const write = async (text: string): Promise<void> => {
    const area = cards()[0]?.querySelector('textarea');
    if (!area) throw new Error('no text area');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    area.dispatchEvent(new Event('blur'));
    await server.settle();
    button(cards()[0], 'Return to').click();
    await server.settle();
    expect(cards()[0]?.querySelector('textarea')?.value ?? text).toBe(text);
  };
  await write('Mrs Ramirez was on the left');
  server.expectNone('POST');
  expect(notes()).toEqual(['Take out “Mrs Ramirez”. Nothing here may tell who a patient is.']);
  await write('Kowalski did the left');
  server.expectNone('POST');
  button(cards()[0], 'This is no patient').click();
  button(cards()[0], 'Return to').click();
  expect(server.expect('POST', '/entries/e1/return').request.body).toMatchObject({
    reasonText: 'Kowalski did the left',
    noPatient: ['Kowalski'],
  });
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
    fixture.destroy();
    fixture = TestBed.createComponent(QueuePage);
    document.body.append(page());
    await server.settle();
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

describe('an entry with two procedures', () => {
  const [epidural] = first.content.procedures;
  const injection = { ...epidural!, itemId: 'tpi', itemName: 'Trigger point injection', levels: [] };
  const two = entryView({ id: 'e1', content: { ...first.content, procedures: [epidural!, injection] } });

  beforeEach(async () => {
    server.answers['/review-queue'] = { entries: [two], total: 1 };
    page().remove();
    fixture = TestBed.createComponent(QueuePage);
    document.body.append(page());
    await server.settle();
  });
  const scale = (legend: string): HTMLElement => {
    const found = [...page().querySelectorAll<HTMLElement>('cs-help-scale')].find((one) =>
      textIn(one.querySelector('legend')).startsWith(legend),
    );
    if (!found) throw new Error(`no scale ${legend}`);
    return found;
  };
  const press = async (name: string): Promise<void> => {
    button(cards()[0], name).click();
    await server.settle();
  };

  it('is rated in one tap for both', async () => {
    await rate(cards()[0], 4);
    await press('Approve with 4');
    expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({ help: 4 });
  });

  it('is rated apart, each procedure on a scale of its own, and one sentence is enough', async () => {
    await press('Rate each apart');
    await rate(scale('How much help: Transforaminal'), 5);
    expect(button(cards()[0], 'Rate each procedure').getAttribute('aria-disabled')).toBe('true');
    await rate(scale('How much help: Trigger'), 2);
    await press('Say what to do next time');
    const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Next time');
    field.value = 'Find the band first';
    field.dispatchEvent(new Event('input'));
    await server.settle();
    await press('Approve with 5, 2');
    expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({
      ratings: [
        { position: 0, help: 5 },
        { position: 1, help: 2 },
      ],
      nextTimeText: 'Find the band first',
    });
  });

  it('has a role set right, with the reason, and nothing that stays as it was', async () => {
    await press('Correct the role');
    const select = page().querySelector<HTMLSelectElement>(
      'select[aria-label="Role in Trigger point injection"]',
    )!;
    select.value = 'assisted';
    select.dispatchEvent(new Event('change'));
    await rate(cards()[0], 3);
    await press('Say why you correct it');
    server.expectNone('POST');
    expect(notes()).toEqual(['Say in a sentence why.']);
    const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Why do you correct it?');
    field.value = 'I held the needle';
    field.dispatchEvent(new Event('input'));
    await server.settle();
    await press('Approve with 3');
    expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({
      help: 3,
      corrections: [{ position: 1, role: 'assisted' }],
      correctionReason: 'I held the needle',
    });
  });
});
