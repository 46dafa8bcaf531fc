import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CaseMixView } from '@countersign/contracts/dashboards/case-mix-views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { caseMixTables } from './case-mix-tables';
import { CaseMixPage } from './case-mix-page';

const fellow = (id: string, name: string, count: number) => ({
  fellow: { id, name },
  ...{ entries: count, simulations: 2, groups: count > 0 ? [{ id: 'epidural', count }] : [] },
  care: [
    { kind: 'psychology' as const, count, aim: 5, competencyId: 'psychology' },
    { kind: 'team' as const, count: 1 },
  ],
  pain: [{ category: 'acute' as const, count: 3 }, { count: 1 }],
  diagnoses: [{ group: 'radicular' as const, count: 4 }],
  sites: [{ id: 's', count: 4 }],
  supervisors: [{ id: 'o', count: 4 }],
});
const view: CaseMixView = {
  asOfOn: '2026-11-23',
  groups: [
    { id: 'facet', title: 'Facet' },
    { id: 'epidural', title: 'Epidurals' },
  ],
  fellows: [fellow('f', '=A. Okafor', 4), fellow('g', 'B. Ito', 5)],
  sites: [{ id: 's', name: 'Northgate' }],
  supervisors: [{ id: 'o', name: 'Dr. Osei' }],
  logging: [{ person: { id: 'f', name: 'A. Okafor' }, n: 40, medianDays: 3, isAtLeast: false, slow: 2 }],
  deciding: [{ person: { id: 'o', name: 'Dr. Osei' }, n: 4, slow: 0 }],
};

it('draws each row on its own scale with the aim as a line, and opens what is below it', async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/case-mix': view });
  await signIn('director');
  const fixture = TestBed.createComponent(CaseMixPage);
  await server.settle();
  const page = fixture.nativeElement as HTMLElement;
  const [care, groups] = page.querySelectorAll('cs-mix-table');
  const cells = [...(care?.querySelectorAll('td') ?? [])];
  expect(cells.slice(0, 2).map(textIn)).toEqual(['4 of 5, below', '5 of 5']);
  expect(cells.slice(0, 2).map((cell) => cell.querySelector('i')?.className)).toEqual(['open', '']);
  expect(cells[0]?.querySelector('i')?.style.width).toBe('80%');
  expect(cells[2]?.querySelector('u')).toBeNull();
  const rows = [...(groups?.querySelectorAll('tbody th') ?? [])].map(textIn);
  expect(rows).toEqual(['Facet', 'Epidurals']);
  expect(groups?.querySelector('a')?.getAttribute('href')).toBe(
    '/fellows/f/entries?groupId=facet&state=approved&simulation=false',
  );
  expect(textIn(page)).toContain('median 3 days (n 40), 2 longer than 14 days');
  expect(textIn(page)).toContain('n 4, too few for a median');
});

it('writes the same tables into a file without formulas', () => {
  const file = csvOf(caseMixTables(view));
  expect(file).toContain(`Care without a procedure,"'=A. Okafor","'=A. Okafor: aim",B. Ito,B. Ito: aim`);
  expect(file).toContain('Psychology,4,5,5,5');
  expect(file).toContain('Not recorded,1,1');
});
