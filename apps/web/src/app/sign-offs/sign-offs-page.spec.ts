import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import Papa from 'papaparse';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { SignOffsPage } from './sign-offs-page';
import { signOffsTables } from './sign-offs-tables';
import { signature, signOff } from './testing';

const absent = undefined as never;
const ended: Partial<SignOffView> = { turn: absent, acts: [], waitsForMe: false };
const all: readonly SignOffView[] = [
  signOff(),
  signOff({ id: 's2', title: 'Medial branch block', waitsForMe: false, acts: [] }),
  signOff({
    ...{ id: 's3', title: 'Sacroiliac joint', state: 'signed', signatures: [signature], ...ended },
    ...{ signedAt: Date.UTC(2026, 10, 20, 18), currentThroughOn: '2027-11-19', flaggedAt: 5 },
  }),
  signOff({ id: 's4', title: 'Sympathetic block', state: 'suspended', ...ended }),
  signOff({ id: 's5', title: 'Trigger point', state: 'revoked', ...ended }),
];

let fixture: ComponentFixture<SignOffsPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const sections = () =>
  [...page().querySelectorAll('section')].map((section) => [
    section.getAttribute('aria-label'),
    ...[...section.querySelectorAll('h3')].map(textIn),
  ]);

async function open(
  role: 'fellow' | 'supervisor' | 'director',
  { state, signOffs = all }: { state?: string; signOffs?: readonly SignOffView[] } = {},
): Promise<void> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/sign-offs': { signOffs, waiting: 1 } });
  await signIn(role);
  fixture = TestBed.createComponent(SignOffsPage);
  if (state !== undefined) fixture.componentRef.setInput('state', state);
  await server.settle();
}

it('shows what waits for the reader first, each sign-off once, with whose turn it is and since when', async () => {
  await open('director');
  expect(sections()).toEqual([
    ['Wait for you', 'Lumbar transforaminal epidural'],
    ['Wait for others', 'Medial branch block'],
    ['Signed', 'Sacroiliac joint'],
    ['Lapsed or suspended', 'Sympathetic block'],
    ['Ended', 'Trigger point'],
  ]);
  expect(textIn(page().querySelector('header'))).toContain('1 waits for you');
  expect(textIn(page())).toContain('supervisor is next');
  expect(textIn(page())).toContain('signed Nov 20, 2026, current through Nov 19, 2027');
  expect(page().querySelector('h3 a')?.getAttribute('href')).toBe('/sign-offs/s1');
});

it.each([
  ['asked', ['Lumbar transforaminal epidural', 'Medial branch block']],
  ['signed', ['Sacroiliac joint']],
  ['flagged', ['Sacroiliac joint']],
  ['suspended', ['Sympathetic block']],
  ['revoked', ['Trigger point']],
  ['lapsed', []],
])('narrows to %s for a director', async (state, titles) => {
  await open('director', { state });
  expect(sections().flatMap(([, ...lines]) => lines)).toEqual(titles);
  expect(page().querySelector('cs-empty-state') !== null).toBe(titles.length === 0);
});

it('leads a fellow without any to the progress, and shows neither filters nor names', async () => {
  await open('fellow', { signOffs: [] });
  expect(page().querySelector('cs-empty-state a')?.getAttribute('href')).toBe('/progress');
  expect(page().querySelector('cs-view-chips')).toBeNull();
  TestBed.resetTestingModule();
  await open('fellow');
  expect(textIn(page())).not.toContain('M. Tanaka');
});

it('writes one line for each signature, with both digests, and no formula', () => {
  const [unsigned = all[0]] = all;
  const waiver = { by: { id: 'd', name: 'Dr. Amundsen' }, at: 1, unmet: [0, 2], textId: 'text:1' };
  const named = { ...unsigned, fellow: { id: 'x', name: '=1+1' }, highRisk: true, waiver } as SignOffView;
  const file = csvOf(signOffsTables([named, ...all.slice(2, 3)]));
  const { data } = Papa.parse<string[]>(file.slice(1));
  const [head = [], first = [], second = []] = data;
  expect(first.slice(0, 4)).toEqual(["'=1+1", 'Lumbar transforaminal epidural', 'asked', 'yes']);
  const waived = ['High risk', 'Waived rules', 'Waived by'].map((name) => head.indexOf(name));
  expect(waived.map((column) => first[column])).toEqual(['yes', '2', 'Dr. Amundsen']);
  expect(waived.map((column) => second[column])).toEqual(['no', '0', '']);
  const at = (name: string) => second[head.indexOf(name)];
  expect([at('Printed name'), at('Time (UTC)'), at('Document SHA-256'), at('Signature SHA-256')]).toEqual([
    ...['Dr. Osei', '2026-11-20T16:42:07.000Z', 'd'.repeat(64), 'c'.repeat(64)],
  ]);
});
