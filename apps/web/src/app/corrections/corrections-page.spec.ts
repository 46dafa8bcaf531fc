import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DecisionView, EntryView } from '@countersign/contracts/entries/views';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, entryView } from '../testing/program';
import { ContestedPage } from './contested-page';
import { CorrectionsPage } from './corrections-page';

const DAY_MS = 86_400_000;
const now = Date.parse('2026-11-23T18:00:00Z');

const corrected: DecisionView = {
  kind: 'approved',
  by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
  at: now - 2 * DAY_MS,
  undone: false,
  corrections: [{ position: 0, role: { recorded: 'performed', corrected: 'assisted' } }],
  reasonText: 'I held the needle',
};
const contest: DecisionView = {
  kind: 'contested',
  by: { id: 'tanaka', name: 'M. Tanaka' },
  at: now - DAY_MS,
  undone: false,
  reasonText: 'I placed both needles',
};

function entry(id: string, acts: Partial<EntryView['acts']>, ...decisions: DecisionView[]): EntryView {
  const plain = entryView({ id, state: 'approved', acts });
  return { ...plain, versions: plain.versions.map((version) => ({ ...version, decisions })) };
}
const list = (...entries: EntryView[]) => ({ entries, total: entries.length });

let server: SpecServer;
let page: HTMLElement;

async function open(component: typeof ContestedPage | typeof CorrectionsPage): Promise<void> {
  const fixture = TestBed.createComponent<ContestedPage | CorrectionsPage>(component);
  page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await server.settle();
}
function button(start: string): HTMLButtonElement {
  const found = [...page.querySelectorAll('button')].find((one) => textIn(one).startsWith(start));
  if (!found) throw new Error(`no button ${start}`);
  return found;
}

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/catalogue': catalogue });
});
afterEach(() => page.remove());

it('shows a fellow both values, why, and how long there is to answer; accepted, it is said', async () => {
  await signIn();
  const answerUntil = now + 12.5 * DAY_MS;
  server.answers['/corrections'] = list(entry('e1', { answerUntil }, corrected));
  await open(CorrectionsPage);
  const [card] = page.querySelectorAll('cs-corrected-entry');
  expect(textIn(card ?? null)).toMatch(/Performed → Assisted.*I held the needle/);
  expect(textIn(card ?? null)).toMatch(/within 14 days, until .*12 days left\. Then it stands\./);
  button('Accept').click();
  await server.settle();
  const request = server.expect('POST', '/entries/e1/answer');
  expect(request.request.body).toEqual({ kind: 'accepted' });
  server.answers['/corrections'] = list();
  request.flush(entry('e1', {}, corrected));
  await server.settle();
  expect(textIn(page.querySelector('[role=status]'))).toMatch(/^You accepted the correction: /);
  expect(textIn(page)).toContain('Nothing of yours was corrected');
});

it('says of a correction that nobody answered in its days that it stands', async () => {
  await signIn();
  const old = { ...corrected, at: now - 20 * DAY_MS };
  server.answers['/corrections'] = list(entry('e1', {}, old));
  await open(CorrectionsPage);
  expect(textIn(page)).toContain('Nobody answered it within 14 days: it stands since Nov 17.');
  expect(page.querySelector('cs-correction-answer')).toBeNull();
});

it('shows the director both texts and how long it has waited, and is decided in place', async () => {
  await signIn('director');
  server.answers['/corrections'] = list(entry('e1', { resolve: true }, corrected, contest));
  await open(ContestedPage);
  const card = textIn(page.querySelector('cs-corrected-entry'));
  for (const said of ['M. Tanaka', 'contested 1 day ago', 'Performed → Assisted', 'I held the needle'])
    expect(card).toContain(said);
  expect(card).toContain('I placed both needles');
  button('Reverse it').click();
  await server.settle();
  server.expectNone('POST');
  const text = page.querySelector('textarea');
  if (text) text.value = 'Seen on the images';
  text?.dispatchEvent(new Event('input'));
  await server.settle();
  button('Reverse it').click();
  await server.settle();
  const request = server.expect('POST', '/entries/e1/resolution');
  expect(request.request.body).toEqual({ kind: 'reversed', text: 'Seen on the images' });
  server.answers['/corrections'] = list();
  request.flush(entry('e1', {}, corrected, contest));
  await server.settle();
  expect(textIn(page.querySelector('[role=status]'))).toMatch(/^The correction is reversed: /);
  expect(textIn(page)).toContain('No correction is contested');
});

it('gives nobody the decision on a contest of an own correction', async () => {
  await signIn('director');
  server.answers['/corrections'] = list(entry('e1', {}, corrected, contest));
  await open(ContestedPage);
  expect(page.querySelector('cs-correction-answer')).toBeNull();
  expect(textIn(page)).toContain('The director decides.');
});
