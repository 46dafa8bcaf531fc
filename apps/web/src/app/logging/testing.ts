import { Component, type Provider } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { control, fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, context } from '../testing/program';
import { LogPage } from './log-page';

/* What the specs of the log page share: the page with its server, and what a person does on it. */

@Component({ template: '' })
class Elsewhere {}

/** The server of the test that runs. */
export let server: SpecServer;
/** The page of the test that runs. */
export let fixture: ComponentFixture<LogPage>;

const filter = { items: ['esi-tf-lumbar'], roles: ['performed'] };
const progress = {
  asOfOn: '2026-11-23',
  competencies: [
    {
      ...{ id: 'tfesi', title: 'Lumbar transforaminal epidural' },
      rules: [
        {
          ...{ index: 0, value: 17, need: 20, met: false, waiting: 2 },
          rule: { kind: 'count', per: 'session', need: 20, filter },
        },
      ],
    },
  ],
};

/**
 * A server and somebody who is signed in; to be called before each test.
 *
 * @param more stands in for parts of the app
 */
export async function startForm(...more: Provider[]): Promise<void> {
  fakeDialogs();
  TestBed.configureTestingModule({
    providers: [...pageProviders, ...more, provideRouter([{ path: '**', component: Elsewhere }])],
  });
  server = new SpecServer({
    '/catalogue': catalogue,
    '/log-context': context,
    '/entries': { entries: [], total: 0 },
    '/fellows/tanaka/progress': progress,
  });
  await signIn();
}

/** Opens the page with these inputs. */
export async function open(inputs: Record<string, string> = {}): Promise<void> {
  fixture = TestBed.createComponent(LogPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await server.settle();
}

/** Answers everything that an ordinary entry is asked. */
export async function fillOrdinary(): Promise<void> {
  await press('Transforaminal epidural, lumbar');
  await press('L4 left');
  for (const choice of ['Performed I did', 'Direct, in the room', 'Success', 'No complication'])
    await choose(choice);
  await choose('Cancer');
  await choose('Radicular');
}

/** Takes the first of what the search found. */
export async function pickFirstHit(): Promise<void> {
  page().querySelector<HTMLElement>('li[role=option]')?.click();
  await server.settle();
}

/** The page. */
export function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

/** The button of that name. */
export function button(name: string): HTMLButtonElement {
  return control(page(), 'button', name);
}

/** Presses the button of that name. */
export async function press(name: string): Promise<void> {
  button(name).click();
  await server.settle();
}

/** Chooses the radio or checkbox of that name. */
export async function choose(name: string): Promise<void> {
  control(page(), 'input:is([type=radio], [type=checkbox])', name).click();
  await server.settle();
}

/** Types into the search of procedures. */
export async function search(query: string): Promise<void> {
  const field = control<HTMLInputElement>(page(), 'input', 'Procedure or experience');
  field.value = query;
  field.dispatchEvent(new Event('input'));
  await server.settle();
}

/** What the fields say that need attention. */
export function errors(): string[] {
  return [...page().querySelectorAll('cs-field-error p')].map((one) => one.textContent.trim());
}

/** The questions that the page asks. */
export function legends(): string[] {
  return [...page().querySelectorAll('legend')].map((one) => one.textContent.trim());
}

/** The text of the first element that fits. */
export function textOf(selector: string): string {
  return textIn(page().querySelector(selector));
}
