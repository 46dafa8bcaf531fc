import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import type { Provider, EnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Problem } from '@countersign/contracts/problems';
import { ServerClock } from '../platform/program-clock';
import { Session } from '../platform/session';

/* A page under test: who is signed in, a server that answers from a table, and ways to find what a person sees. */

/** The server of a spec: answers reads from a table, leaves everything else to the spec. */
export class SpecServer {
  readonly #http = TestBed.inject(HttpTestingController);

  constructor(readonly answers: Record<string, unknown>) {}

  /** Answers whatever has been asked and is in the table, each time with a copy, until nothing more is asked. */
  async settle(): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      TestBed.tick();
      for (const call of this.#http.match(
        ({ method, url }) => method === 'GET' && keyOf(url) in this.answers,
      )) {
        call.flush(JSON.parse(JSON.stringify(this.answers[keyOf(call.request.url)])) as object);
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    TestBed.tick();
  }

  /** The one request of this method that waits for an answer; its address without the program. */
  expect(method: string, path: string): TestRequest {
    return this.#http.expectOne((request) => request.method === method && keyOf(request.url) === path);
  }

  /** No request of this method waits. */
  expectNone(method: string): void {
    this.#http.expectNone((request) => request.method === method);
  }
}

function keyOf(url: string): string {
  return url.replace('/api/programs/p', '');
}

/** Providers of a page under test. */
export const pageProviders: (Provider | EnvironmentProviders)[] = [
  provideHttpClient(),
  provideHttpClientTesting(),
];

/** Signs somebody in, on Nov 23, 2026; the fellow Tanaka unless told. */
export async function signIn(
  role: 'fellow' | 'supervisor' | 'director' | 'coordinator' | 'institution' = 'fellow',
): Promise<void> {
  TestBed.inject(ServerClock).set('Mon, 23 Nov 2026 18:00:00 GMT');
  const ready = TestBed.inject(Session).ready();
  const person =
    role === 'fellow' ? { id: 'tanaka', name: 'M. Tanaka' } : { id: 'amundsen', name: 'Dr. Amundsen' };
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({
      person,
      email: '',
      roles: [{ programId: 'p', programName: 'P', timeZone: 'America/Chicago', role }],
      outside: [],
      demo: false,
      endsAt: 0,
    });
  await ready;
}

/** The bytes as a reply has them in jsdom, which knows its own buffers only. */
export function bufferOf(text: string): ArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** A problem as the server sends it. */
export function problem(code: string, status: number, errors?: Problem['errors']): Problem {
  return {
    type: `/problems/${code}`,
    code,
    status,
    title: `Title of ${code}.`,
    ...(errors ? { errors } : {}),
  };
}

/** The text of an element as it is read, with a space where one part ends and another begins. */
export function textIn(element: Element | null): string {
  if (!element) return '';
  const parts: string[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) parts.push(texts.currentNode.textContent ?? '');
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The control with this accessible name. */
export function control<Kind extends HTMLElement>(page: HTMLElement, selector: string, name: string): Kind {
  const found = [...page.querySelectorAll<Kind>(selector)].find((one) => nameOf(one) === name);
  if (!found) throw new Error(`no ${selector} is called ${name}`);
  return found;
}

function nameOf(element: HTMLElement): string {
  const [labelled] = labelsOf(element) ?? [];
  const label = element.getAttribute('aria-label') ?? (labelled ?? element).textContent;
  return label.replace(/\s+/g, ' ').trim();
}

function labelsOf(element: Element): Iterable<HTMLElement> | null | undefined {
  return 'labels' in element ? (element as HTMLInputElement).labels : undefined;
}

/** A modal dialog is open or it is not; jsdom knows only that much. */
export function fakeDialogs(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(value?: string) {
    this.open = false;
    this.returnValue = value ?? '';
    this.dispatchEvent(new Event('close'));
  };
}
