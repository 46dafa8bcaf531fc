import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  catalogue,
  control,
  entryView,
  pageProviders,
  problem,
  signIn,
  SpecServer,
  textIn,
} from '../entries/testing';
import { QueuePage } from './queue-page';

const first = entryView({ id: 'e1', version: 3 });
const second = entryView({ id: 'e2', version: 1 });

let server: SpecServer;
let fixture: ComponentFixture<QueuePage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
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
  call.flush({ ...first, state: 'approved', version: 4 });
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
});

it('asks for a sentence at low help and sends nothing without it', async () => {
  await rate(cards()[0], 2);
  button(cards()[0], 'Say what to do next time').click();
  await server.settle();
  server.expectNone('POST');
  const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Next time');
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
  expect(textIn(cards()[0]?.querySelector('[role=alert]') ?? null)).toContain('Choose a reason');
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

it('keeps the card and says why when somebody was first', async () => {
  await rate(cards()[0], 5);
  button(cards()[0], 'Approve with 5').click();
  await server.settle();
  server
    .expect('POST', '/entries/e1/approval')
    .flush(problem('entry/stale-version', 412), { status: 412, statusText: 'stale' });
  await server.settle();
  expect(cards()).toHaveLength(2);
  expect(textIn(cards()[0]?.querySelector('cs-problem') ?? null)).toContain('Title of entry/stale-version.');
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

it('follows the keys: next, rate, approve', async () => {
  for (const key of ['j', '3', 'a']) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await server.settle();
  }
  expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({ help: 3 });
});
