import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnRatingsView, RatersView } from '@countersign/contracts/raters/views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { MyRatingsPage } from './my-ratings-page';
import { ratersTables } from './raters-tables';
import { RatersPage } from './raters-page';

const model = {
  ...{ ratings: 240, fellows: 6, raters: 9, islands: 1, basis: 'estimated' as const },
  ...{ fellowVariance: 0.2, raterVariance: 0.1, restVariance: 0.5, single: 0.25, twelveByFour: 0.75 },
};
const effect = { low: 0.1, value: 0.3, high: 0.5 };
const note = { ratings: 30, fellows: 4, sharedFellows: 4, rawMean: 4.1, withFellows: { pairs: 3 } };
const view: RatersView = {
  ...{ asOfOn: '2026-11-23', model, everybody: { pairs: 3 } },
  raters: [
    { ...note, supervisor: { id: 'a', name: '=Dr. Abe' }, effect, island: 0 },
    { ...note, supervisor: { id: 'b', name: 'Dr. Bo' }, ratings: 3, hiddenBecause: 'few-ratings' },
  ],
  fellows: [
    {
      ...{ fellow: { id: 'f', name: 'F. One' }, ratings: 30, raters: 5, thin: false, rawMean: 4.4 },
      ...{ fair: { low: 3.6, value: 4, high: 4.4 }, dependability: 0.8, withSupervisors: { pairs: 0 } },
    },
    { fellow: { id: 'g', name: 'G. Two' }, ratings: 2, raters: 1, thin: true, withSupervisors: { pairs: 0 } },
  ],
};

async function page(kind: typeof RatersPage | typeof MyRatingsPage, answers: object): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer(answers as Record<string, unknown>);
  await signIn(kind === RatersPage ? 'director' : 'supervisor');
  const fixture = TestBed.createComponent<RatersPage | MyRatingsPage>(kind);
  await server.settle();
  return fixture.nativeElement as HTMLElement;
}

it('shows the interval before the point, the mean as given beside it, and hatches what cannot be said', async () => {
  const shown = await page(RatersPage, { '/raters': view });
  const [supervisors, fellows] = shown.querySelectorAll('table');
  expect(textIn(supervisors ?? null)).toContain('(95 % interval +0.1 to +0.5)');
  expect(textIn(supervisors ?? null)).toContain('cannot be told apart: fewer than 10 ratings');
  expect(supervisors?.querySelectorAll('.hidden-finding')).toHaveLength(1);
  expect(textIn(fellows ?? null)).toContain('4.4 3.6 to 4.4, estimate 4.0 (95 %) 80 %');
  expect(textIn(fellows ?? null)).toContain('thin: too few to say');
  expect(textIn(shown.querySelector('h2'))).toBe(
    '1 supervisor rates surely otherwise than colleagues on the same fellows',
  );
});

it('says a supervisor the own note', async () => {
  const own: OwnRatingsView = { asOfOn: '2026-11-23', model, note: { ...note, effect } };
  const shown = await page(MyRatingsPage, { '/own-ratings': own });
  expect(textIn(shown.querySelector('h2'))).toBe(
    'You rate 0.3 higher than colleagues on the same fellows (95 % interval +0.1 to +0.5).',
  );
});

it('writes a file without formulas', () => {
  expect(csvOf(ratersTables(view))).toContain(
    `"'=Dr. Abe",30,4,4.1,0.1,0.5,0.3,rates 0.3 higher than colleagues on the same fellows (95 % interval +0.1 to +0.5),3,,,,`,
  );
});
