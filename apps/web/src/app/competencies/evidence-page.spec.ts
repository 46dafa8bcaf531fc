import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { EvidencePage } from './evidence-page';
import { evidence } from './testing';
import { evidenceTables } from './evidence-tables';

const address = '/sign-offs/s1/evidence';

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.routeNativeElement as HTMLElement;

async function open(...addresses: string[]): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter(
        [
          { path: 'sign-offs/:signOffId/evidence', component: EvidencePage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  server = new SpecServer({ [address]: evidence });
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

it('opens the numbers: each rule once, and one list of entries with why they do not count', async () => {
  await open(address);
  expect([...page().querySelectorAll('.rules li')].map((rule) => textIn(rule).slice(-7))).toEqual([
    '9 of 20',
    '3 of 20',
  ]);
  expect(page().querySelectorAll('.entries li')).toHaveLength(8);
  const more = [...page().querySelectorAll('button')].find((one) => textIn(one) === 'Show all 10');
  more?.click();
  await server.settle();
  expect(page().querySelectorAll('.entries li')).toHaveLength(10);
  expect(textIn(page())).toContain(
    'rule 1: another role than the rule asks for; simulation is counted apart',
  );
});

it('shows those alone that count, wait, or do not', async () => {
  await open(address);
  const filter = (name: string) =>
    [...page().querySelectorAll<HTMLButtonElement>('.filter button')].find((one) => textIn(one) === name);
  expect(filter('Waits 0')?.disabled).toBe(true);
  filter('Not counted 1')?.click();
  await server.settle();
  expect(page().querySelectorAll('.entries li')).toHaveLength(1);
  filter('Not counted 1')?.click();
  await server.settle();
  expect(page().querySelectorAll('.entries li')).toHaveLength(8);
});

it('says beside the light what constant failure rates would look like, as the API computed it', async () => {
  await open(address);
  expect([...page().querySelectorAll('.operating li')].map(textIn)[1]).toBe(
    'Whoever always fails 20 % of cases gets the signal within 50 cases with a chance of 34 %, and an alarm within 50 cases after it with 42 %.',
  );
  expect(page().querySelector('.concern')).toBeNull();
});

it('goes back on Escape to where the number was opened', async () => {
  await open('/sign-offs', address);
  const back = jest.spyOn(TestBed.inject(Location), 'back');
  await escape();
  expect(back).toHaveBeenCalled();
});

it('goes to the sign-off on Escape where it was opened by its address', async () => {
  await open(address);
  await escape();
  expect(TestBed.inject(Router).url).toBe('/sign-offs/s1');
});

it('is taken along with its rules, and a row for what each rule makes of an entry', () => {
  const [rules, entries] = evidenceTables(evidence, undefined).tables;
  expect(rules?.rows.map(([rule, , reached, needed, met]) => [rule, reached, needed, met])).toEqual([
    [1, 9, 20, 'no'],
    [2, 3, 20, 'no'],
  ]);
  const not = entries?.rows.find(([, , , , , made]) => made === 'does not count');
  expect(not?.[7]).toBe('another role than the rule asks for; simulation is counted apart');
  expect(entries?.rows[0]?.[0]).toEqual({ on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
});
