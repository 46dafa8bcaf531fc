import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { EvidencePage } from './evidence-page';
import { evidence } from './testing';

const address = '/fellows/tanaka/competencies/tfesi';

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.routeNativeElement as HTMLElement;
const scrolled: string[] = [];

beforeEach(() => {
  scrolled.length = 0;
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled.push(this.id);
  };
});

async function open(...addresses: string[]): Promise<void> {
  await openWith(evidence, addresses);
}

async function openWith(view: EvidenceView, addresses: readonly string[]): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter(
        [
          { path: 'fellows/:fellowId/competencies/:competencyId', component: EvidencePage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  server = new SpecServer({ [`${address}/evidence`]: view });
  await signIn('director');
  harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  for (const one of addresses) await TestBed.inject(Router).navigateByUrl(one);
  await server.settle();
}
afterEach(() => (harness.fixture.nativeElement as HTMLElement).remove());

async function escape(): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await server.settle();
}

it('opens a number: what counts, what does not and why, eight first and the rest on request', async () => {
  await open(address);
  const [first, second] = page().querySelectorAll('section');
  expect(textIn(first ?? null)).toContain('9 of 20 At least 20 sessions');
  const lists = [...(first?.querySelectorAll('cs-evidence-list') ?? [])];
  expect(lists.map((list) => list.querySelectorAll('li').length)).toEqual([8, 0, 1]);
  expect(textIn(lists[2] ?? null)).toContain(
    'another role than the rule asks for; simulation is counted apart',
  );
  lists[0]?.querySelector('button')?.click();
  await server.settle();
  expect(lists[0]?.querySelectorAll('li')).toHaveLength(9);
  expect(textIn(second ?? null)).toContain('No entry is behind this rule yet.');
});

it('The competence light: says beside it what constant failure rates would look like, as the API computed it', async () => {
  await open(address);
  expect([...page().querySelectorAll('.operating li')].map(textIn)[1]).toBe(
    'Whoever always fails 20 % of cases gets the signal within 50 cases with a chance of 34 %, and an alarm within 50 cases after it with 42 %.',
  );
  expect(page().querySelector('.concern')).toBeNull();
});

it('The competence light: says which of the three concerns it is, and why', async () => {
  const light = { state: 'concern_drift', n: 25, successes: 21, target: 0.8 } as const;
  const told = { pAtLeastTarget: 0.26, signalCase: 17, failuresSince: 4 };
  await openWith({ ...evidence, competence: { ...light, ...told } }, [address]);
  expect(textIn(page().querySelector('cs-competence'))).toBe('worth a look: drift');
  expect(textIn(page().querySelector('.concern'))).toContain(
    'the chart signaled at case 17; 4 of the 8 cases since did not go well',
  );
});

it('The competence light: has no chart for an experience', async () => {
  await openWith({ ...evidence, competence: { state: 'not-charted', n: 0, target: 0.8 } }, [address]);
  expect(textIn(page().querySelector('.light'))).toContain('an experience has no procedural chart');
  expect(page().querySelector('.operating')).toBeNull();
});

it('scrolls to the rule that was clicked as soon as its numbers are there', async () => {
  await open(`${address}#rule-1`);
  expect(scrolled).toContain('rule-1');
});

it('goes back on Escape to where the number was opened', async () => {
  await open('/program', address);
  const back = jest.spyOn(TestBed.inject(Location), 'back');
  await escape();
  expect(back).toHaveBeenCalled();
});

it('goes to the progress of the fellow on Escape where it was opened by its address', async () => {
  await open(address);
  await escape();
  expect(TestBed.inject(Router).url).toBe('/fellows/tanaka');
});
