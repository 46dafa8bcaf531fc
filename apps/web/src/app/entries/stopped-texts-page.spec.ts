import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StoppedTextsView } from '@countersign/contracts/entries/stopped-views';
import { control, fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { StoppedTextsPage } from './stopped-texts-page';

const at = {
  number: 2,
  performedOn: '2026-11-20',
  fellow: { id: 'tanaka', name: 'M. Tanaka' },
  isSent: true,
};
const found: StoppedTextsView = {
  total: 3,
  done: false,
  fields: [
    { field: 'caseLabel', identifying: 1, doubtful: 0 },
    { field: 'reflection', identifying: 0, doubtful: 2 },
  ],
  texts: [
    { ...at, entryId: 'e1', field: 'caseLabel', tier: 'block' },
    { ...at, entryId: 'e2', field: 'reflection', tier: 'warn' },
    { ...at, entryId: 'e3', field: 'reflection', tier: 'warn', isSent: false },
  ],
};

let server: SpecServer;
let fixture: ComponentFixture<StoppedTextsPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const lines = (name: string): string[] =>
  [...page().querySelectorAll(`[aria-label="${name}"] li`)].map(textIn);

async function open(view: StoppedTextsView): Promise<void> {
  fakeDialogs();
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/stopped-texts': view });
  await signIn('director');
  fixture = TestBed.createComponent(StoppedTextsPage);
  await server.settle();
}

it('counts the texts by field and says that more may come', async () => {
  await open(found);
  expect(lines('By field')).toEqual([
    'Case label: 1 tells who a patient is',
    'Reflection: 2 may tell who a patient is',
  ]);
  expect(page().textContent).toContain('3 texts would be stopped now');
  expect(page().textContent).toContain('still reading');
});

it('leads to the entry, and says where the director cannot read what is there', async () => {
  await open(found);
  expect(lines('Where they stand')).toEqual([
    'Case label of M. Tanaka, Nov 20, 2026: tells who a patient is Open the entry',
    'Reflection of M. Tanaka, Nov 20, 2026: may tell who a patient is Only its fellow can read it. Remove words',
    'Reflection of M. Tanaka, Nov 20, 2026: may tell who a patient is A draft: ask its fellow to change it.',
  ]);
  expect(page().querySelector('a')?.getAttribute('href')).toBe('/entries/e1');
});

it('removes words that only their fellow can read, with a reason', async () => {
  await open(found);
  page().querySelector<HTMLButtonElement>('[aria-label="Where they stand"] button')?.click();
  await server.settle();
  expect(page().querySelector('cs-redact-dialog blockquote')).toBeNull();
  const reason = control<HTMLTextAreaElement>(page(), 'cs-redact-dialog textarea', 'Reason');
  reason.value = 'May name a patient';
  reason.dispatchEvent(new Event('input'));
  page().querySelector('cs-redact-dialog form')?.dispatchEvent(new Event('submit'));
  await server.settle();
  expect(server.expect('POST', '/entries/e2/redactions').request.body).toEqual({
    number: 2,
    pointer: '/content/reflection',
    reason: 'May name a patient',
  });
});

it('says so when there is nothing to look at', async () => {
  await open({ total: 0, done: true, fields: [], texts: [] });
  expect(page().textContent).toContain('Nothing to look at');
  expect(page().textContent).not.toContain('still reading');
});
