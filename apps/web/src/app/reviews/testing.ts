import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, entryView } from '../testing/program';
import { QueuePage } from './queue-page';

/* What the specs of the review queue share: the page with its server, and what a supervisor does on it. */

/** The two entries that wait unless a test says otherwise. */
export const first = entryView({ id: 'e1', revision: 3, acts: { review: true } });
export const second = entryView({
  id: 'e2',
  revision: 1,
  fellow: { id: 'okafor', name: 'A. Okafor' },
  acts: { review: true },
});

/** The server of the test that runs. */
export let server: SpecServer;
let fixture: ComponentFixture<QueuePage>;

/** The queue of a supervisor who is signed in; to be called before each test. */
export async function startQueue(): Promise<void> {
  TestBed.configureTestingModule({
    providers: [...pageProviders, provideRouter([{ path: '', children: [] }])],
  });
  server = new SpecServer({
    '/catalogue': catalogue,
    '/review-queue': queueOf([first, second]),
  });
  await signIn('supervisor');
  await open();
}

/** What the server says of entries that wait, none of them alike. */
export function queueOf(entries: readonly EntryView[], change: Partial<QueueView> = {}): QueueView {
  return { entries: [...entries], total: entries.length, batches: [], pulled: [], earlier: [], ...change };
}

/** Opens the page anew. */
export async function reopen(): Promise<void> {
  fixture.destroy();
  await open();
}

async function open(): Promise<void> {
  fixture = TestBed.createComponent(QueuePage);
  document.body.append(page());
  await server.settle();
}

/** The page. */
export function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

/** What the fields say that need attention. */
export function notes(): string[] {
  return [...page().querySelectorAll('cs-field-error p')].map(textIn);
}

/** The cards of the entries that wait, in their order. */
export function cards(): HTMLElement[] {
  return [...page().querySelectorAll<HTMLElement>('cs-review-card')];
}

/** Which of {@link first} and {@link second} have a card, in the order of the cards. */
export function ids(): string[] {
  return cards().map((card) =>
    textIn(card.querySelector('.who')).includes(second.fellow.name) ? second.id : first.id,
  );
}

/** The button there whose name starts so. */
export function button(card: HTMLElement | undefined, start: string): HTMLButtonElement {
  const found = [...(card?.querySelectorAll('button') ?? [])].find((one) => textIn(one).startsWith(start));
  if (!found) throw new Error(`no button starts with ${start}`);
  return found;
}

/** What the server answers to an approval, on a clock that is not this device's. */
export function approved(entry: EntryView, undoMs: number): EntryView {
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

/** Rates the help on a card or one of its scales. */
export async function rate(card: HTMLElement | undefined, help: number): Promise<void> {
  const radio = card?.querySelector<HTMLInputElement>(`input[type=radio][value="${help}"]`);
  radio?.click();
  await server.settle();
}

/** Presses a key where the focus is. */
export async function press(key: string): Promise<void> {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true }),
  );
  await server.settle();
}
