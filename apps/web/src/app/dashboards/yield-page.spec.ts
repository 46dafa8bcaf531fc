import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { YieldView } from '@countersign/contracts/dashboards/yield-views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { yieldTables } from './yield-tables';
import { YieldPage } from './yield-page';

const counts = {
  waiting: 1,
  fellows: 2,
  procedures: 40,
  firstOperator: 30,
  endedOtherwise: 2,
  simulations: 3,
};
const view: YieldView = {
  ...{ asOfOn: '2026-11-23', fromOn: '2026-01-12', toOn: '2026-11-23' },
  groups: [
    { id: 'facet', title: 'Facet' },
    { id: 'pump', title: 'Pumps' },
  ],
  sites: [
    {
      ...{ source: { id: 'h', name: 'Harbor' }, entries: 30, ...counts },
      groups: [{ group: 'facet', entries: 30, isMostlyHere: true }],
      rotations: { weeks: 12, entries: 24 },
    },
    {
      source: { id: 'm', name: '=Millbrook' },
      entries: 4,
      ...counts,
      procedures: 4,
      firstOperator: 4,
      groups: [],
    },
  ],
  supervisors: [
    {
      ...{ source: { id: 'o', name: 'Dr. Osei', left: true }, entries: 30, ...counts, months: 10 },
      groups: [{ group: 'facet', entries: 30, isMostlyHere: true }],
    },
  ],
  unlogged: {
    throughOn: '2026-11-15',
    fellows: [
      {
        ...{ of: { id: 'f', name: 'A. Okafor' }, isPlanned: true },
        days: {
          ...{ planned: { low: 40, high: 42 }, covered: { low: 36, high: 37 } },
          unlogged: { low: 4, high: 5 },
        },
      },
      { of: { id: 'g', name: 'B. Ito' }, isPlanned: false },
    ],
    sites: [{ of: { id: 'h', name: 'Harbor' }, isPlanned: true }],
  },
};

async function shown() {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/yield': view });
  await signIn('director');
  const fixture = TestBed.createComponent(YieldPage);
  await server.settle();
  return { page: fixture.nativeElement as HTMLElement, server };
}
const linesOf = (table: Element | null | undefined) =>
  [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map(textIn).join(' | '),
  );

it('says what each source gave, with shares and rates of enough only', async () => {
  const { page } = await shown();
  const [sites, supervisors] = page.querySelectorAll('cs-source-table');
  expect(linesOf(sites)).toEqual([
    'Harbor | 30 | 1 | 12.0 | 2.0 | 30 of 40, 75 % | 2 of 40, 5 % | 3',
    '=Millbrook | 4 | 1 | no rotation planned |  | 4 of 4 | 2 of 4 | 3',
  ]);
  expect(linesOf(supervisors)).toEqual([
    'Dr. Osei (left the program) | 30 | 1 | 2 | 3.0 | 30 of 40, 75 % | 2 of 40, 5 % | 3',
  ]);
  expect(textIn(page)).toContain('Dr. Osei (left the program) : most of Facet');
  expect(linesOf(page.querySelector('cs-mix-table'))).toEqual(['Facet | 30 most of it | 0', 'Pumps | 0 | 0']);
});

it('says where a group is found that a fellow lacks', async () => {
  const { page, server } = await shown();
  const select = page.querySelector('select') as HTMLSelectElement;
  select.value = 'facet';
  select.dispatchEvent(new Event('change'));
  await server.settle();
  const lists = [...page.querySelectorAll('cs-group-sources ul')].map(textIn);
  expect(lists).toEqual(['Harbor 30', 'Dr. Osei (left the program) 30']);
  expect(textIn(page)).toContain('Facet: 30 entries, at 1 of 2 sites');
});

it('asks about procedure days without a case, and says where there is no number', async () => {
  const { page } = await shown();
  const [, , fellows, sites] = page.querySelectorAll('cs-source-table');
  expect(linesOf(fellows)).toEqual([
    'A. Okafor | 40 to 42 | 36 to 37 | 4 to 5 | 10 % to 12 %',
    'B. Ito | no rotation planned |  |  | ',
  ]);
  expect(linesOf(sites)).toEqual(['Harbor | its rotations plan no procedure days |  |  | ']);
  expect(textIn(page)).toContain('This is a question, not a finding.');
});

it('writes the numbers into a file without formulas', () => {
  const file = csvOf(yieldTables(view));
  expect(file).toContain('Site,Harbor,30,1,2,40,30,2,3,12,24,,30,0');
  expect(file).toContain(`Site,"'=Millbrook",4,1,2,4,4,2,3,,,,0,0`);
  expect(file).toContain('Fellow,A. Okafor,40,42,36,37,4,5,');
  expect(file).toContain('Fellow,B. Ito,,,,,,,no rotation planned');
  expect(file).toContain('Supervisor,Dr. Osei (left the program),30,1,2,40,30,2,3,,,10,30,0');
});
