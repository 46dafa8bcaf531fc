import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EntryView } from '@countersign/contracts/entries/views';
import { control, fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, context } from '../testing/program';
import { EntryPage } from './entry-page';

/* What the specs of the entry page share: the page with its server, and what a person does on it. */

@Component({ template: '' })
class Elsewhere {}

/** The server of the test that runs. */
export let server: SpecServer;
/** The page of the test that runs. */
export let fixture: ComponentFixture<EntryPage>;

/** A server; to be called before each test. */
export function startPage(): void {
  fakeDialogs();
  TestBed.configureTestingModule({
    providers: [...pageProviders, provideRouter([{ path: '**', component: Elsewhere }])],
  });
  server = new SpecServer({ '/catalogue': catalogue, '/log-context': context });
}

/** The first version with these decisions. */
export function version(
  decisions: EntryView['versions'][number]['decisions'],
): EntryView['versions'][number] {
  return { number: 1, at: 1, submittedAt: 1, itemNames: ['Epidural'], decisions, changes: [] };
}

/** A return by Dr. Lindqvist. */
export function returned(part: { undone?: boolean; reasonText: string }) {
  return {
    kind: 'returned' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at: part.undone ? 9 : 2,
    reasonCode: 'wrong-details' as const,
    undone: false,
    ...part,
  };
}

/** Opens the page of this entry as somebody of this role. */
export async function open(entry: EntryView, role: 'fellow' | 'director' = 'fellow'): Promise<void> {
  server.answers['/entries/e1'] = entry;
  await signIn(role);
  create();
  await server.settle();
}

/** Makes the page, for whoever is signed in. */
export function create(): void {
  fixture = TestBed.createComponent(EntryPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentRef.setInput('entryId', 'e1');
}

/** The page. */
export function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

/** Presses the button of that name. */
export async function press(name: string): Promise<void> {
  control<HTMLButtonElement>(page(), 'button', name).click();
  await server.settle();
}

/** Submits the dialog that is open. */
export function submitDialog(): void {
  page()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
}

/** The acts that the page offers. */
export function actsShown(): string[] {
  return [...page().querySelectorAll('.cs-acts > :is(a, button)')].map((one) => textIn(one));
}

/** The text of the first element that fits. */
export function textOf(selector: string): string {
  return textIn(page().querySelector(selector));
}
