import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import type { Provider, EnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CatalogueView } from '@countersign/contracts/catalogue/views';
import type { EntryLineView, EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { Session } from '../platform/session';

/* What the specs of pages share: an invented program, and a server that answers from a table. */

const item = {
  group: 'epidural',
  kind: 'procedure' as const,
  regions: ['lumbar'],
  sides: ['left', 'right', 'bilateral'] as ('left' | 'right' | 'bilateral')[],
  levelType: 'none' as const,
  levels: [],
  multiLevel: false,
  guidance: ['fluoroscopy' as const, 'ultrasound' as const],
  techniques: [],
  targets: [],
  typicalComplications: ['vasovagal'],
  riskTier: 2 as const,
  countUnit: 'patient-session' as const,
  codeExamples: {},
  notes: '',
  synonyms: [],
  settings: [],
};

/** Three items: with levels, with a side only, and an experience. */
export const catalogue: CatalogueView = {
  edition: 'test',
  groups: [
    { id: 'epidural', name: 'Epidural injections', kind: 'procedure' },
    { id: 'evaluation', name: 'Evaluation', kind: 'experience' },
  ],
  items: [
    {
      ...item,
      id: 'esi-tf-lumbar',
      name: 'Transforaminal epidural, lumbar',
      levelType: 'nerve-root',
      levels: ['L3', 'L4', 'L5'],
      multiLevel: true,
      countUnit: 'level',
    },
    { ...item, id: 'si-joint', name: 'Sacroiliac joint injection' },
    {
      ...item,
      id: 'exp-new',
      name: 'New patient, outpatient',
      group: 'evaluation',
      kind: 'experience',
      sides: [],
      guidance: [],
      typicalComplications: [],
      riskTier: 0,
      countUnit: 'encounter',
    },
  ],
  complications: [
    { id: 'none', label: 'No complication', severity: 'none', onset: 'any', synonyms: [] },
    { id: 'vasovagal', label: 'Vasovagal reaction', severity: 'minor', onset: 'immediate', synonyms: [] },
  ],
  diagnoses: [
    { id: 'radic', label: 'Lumbar radiculopathy', icd10cm: 'M54.16', verify: true, synonyms: ['sciatica'] },
    { id: 'cts', label: 'Carpal tunnel syndrome', icd10cm: 'G56.0-', verify: true, synonyms: [] },
  ],
};

/** The log page's start on Nov 23, 2026, for a fellow at Northgate with Dr. Lindqvist. */
export const context: LogContextView = {
  today: '2026-11-23',
  sites: [
    { id: 'northgate', name: 'Northgate ASC', setting: 'asc' },
    { id: 'harbor', name: 'Harbor Hospital', setting: 'inpatient' },
  ],
  supervisors: [
    { id: 'lindqvist', name: 'Dr. Lindqvist' },
    { id: 'osei', name: 'Dr. Osei' },
  ],
  siteId: 'northgate',
  rotation: 'Interventional',
  supervisorId: 'lindqvist',
  quickPicks: [
    { itemId: 'esi-tf-lumbar', why: 'recent' },
    { itemId: 'si-joint', why: 'frequent' },
  ],
};

const noActs = { edit: false, submit: false, withdraw: false, amend: false, void: false, review: false };

/** A submitted entry of the fellow, with the given differences. */
export function entryView(
  part: Partial<Omit<EntryView, 'acts'>> & { acts?: Partial<EntryView['acts']> } = {},
): EntryView {
  const { acts, ...rest } = part;
  return {
    id: 'e1',
    version: 3,
    state: 'submitted',
    fellow: { id: 'tanaka', name: 'M. Tanaka' },
    supervisor: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    siteName: 'Northgate ASC',
    number: 1,
    content: {
      performedOn: '2026-11-20',
      siteId: 'northgate',
      supervisorId: 'lindqvist',
      setting: 'asc',
      painCategory: 'chronic-non-cancer',
      diagnosisGroup: 'radicular',
      simulation: false,
      procedures: [
        {
          itemId: 'esi-tf-lumbar',
          itemName: 'Transforaminal epidural, lumbar',
          levels: [{ level: 'L4', side: 'left' }],
          guidance: 'fluoroscopy',
          techniques: [],
          role: 'performed',
          supervision: 'direct',
          outcome: 'success',
          complications: ['none'],
          counts: { sessions: 1, levels: 1, joints: [] },
        },
      ],
    },
    versions: [{ number: 1, at: 1, submittedAt: 1, decisions: [], changes: [] }],
    acts: { ...noActs, ...acts },
    ...rest,
  };
}

/** A line of a list. */
export function entryLine(part: Partial<EntryLineView> = {}): EntryLineView {
  return {
    id: 'e1',
    version: 1,
    state: 'submitted',
    performedOn: '2026-11-20',
    fellow: { id: 'tanaka', name: 'M. Tanaka' },
    supervisor: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    siteName: 'Northgate ASC',
    procedures: [
      { itemId: 'si-joint', itemName: 'Sacroiliac joint injection', where: 'left', role: 'performed' },
    ],
    simulation: false,
    ...part,
  };
}

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

/** Signs somebody in; the fellow Tanaka unless told. */
export async function signIn(role: 'fellow' | 'supervisor' | 'director' = 'fellow'): Promise<void> {
  const ready = TestBed.inject(Session).ready();
  const person =
    role === 'fellow' ? { id: 'tanaka', name: 'M. Tanaka' } : { id: 'amundsen', name: 'Dr. Amundsen' };
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({
      person,
      email: '',
      roles: [{ programId: 'p', programName: 'P', role }],
      demo: false,
      endsAt: 0,
    });
  await ready;
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
  const label =
    element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
  return label.replace(/\s+/g, ' ').trim();
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
  Element.prototype.scrollIntoView = () => undefined;
}
