import { TestBed } from '@angular/core/testing';
import { officeColumnIds } from '@countersign/domain/access';
import type { InstitutionCountsView, OfficeCountView } from '@countersign/contracts/institution/views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { countTables } from './count-lines';
import { ProgramsPage } from './programs-page';
import { programsTables } from './programs-tables';

const counts = (shown: Partial<Record<OfficeCountView['column'], number>>): OfficeCountView[] =>
  officeColumnIds.map((column) => {
    const count = shown[column];
    return count === undefined ? { column } : { column, count };
  });
const requirements = [
  {
    ...{ id: 's', title: 'Example requirements', version: 2, source: 'The test', effectiveOn: '2026-07-01' },
    ...{ standing: 'example' as const, binds: false },
  },
];
const program = { fromOn: '2025-11-23', asOfOn: '2026-11-23', requirements, catalogueEdition: '2026.2' };
const view: InstitutionCountsView = {
  ...{ institution: 'Example University', asOfOn: '2026-11-23' },
  programs: [
    {
      ...program,
      id: 'a',
      name: '=Acute pain',
      counts: counts({ logged: 1310, approved: 1240, 'waiting-7': 44 }),
    },
    { ...program, id: 'b', name: 'Pain', counts: counts({ logged: 17 }), requirements: [] },
  ],
  all: counts({ logged: 1327, open: 70 }),
};

async function shown(answer: InstitutionCountsView = view): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: pageProviders });
  const server = new SpecServer({ '/institution-counts': answer });
  await signIn('institution');
  const fixture = TestBed.createComponent(ProgramsPage);
  await server.settle();
  return fixture.nativeElement as HTMLElement;
}

it('shows programs beside one another, with their sum, and says which numbers it does not show', async () => {
  const page = await shown();
  const lines = [...(page.querySelector('cs-count-table')?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map(textIn).join(' | '),
  );
  expect(lines).toEqual([
    '=Acute pain | 1,310 | 1,240 | not shown',
    'Pain | 17 | not shown | not shown',
    'All of them | 1,327 | not shown | 70',
  ]);
  expect(textIn(page)).toContain('1,327 entries in 2 programs, 70 of them not approved yet');
  expect(textIn(page)).toContain('Numbers below 11, zero included, are not shown');
  expect(textIn(page)).toContain('Requirements: Example requirements, version 2, does not bind');
  expect(textIn(page)).toContain('Requirements: None published');
});

it('says of a program alone what there is, and no sum', async () => {
  const { all: _all, ...rest } = view;
  const page = await shown({
    ...rest,
    programs: [{ ...program, id: 'b', name: 'Pain', counts: counts({}) }],
  });
  expect(textIn(page)).toContain('Too few entries to show in 1 program');
  expect(textIn(page)).not.toContain('All of them');
});

it('has a place for each column, once', () => {
  const columns = countTables.flatMap((table) => table.columns);
  expect(columns.toSorted()).toEqual([...officeColumnIds].toSorted());
});

it('writes into a file what the page shows, without formulas', () => {
  const file = csvOf(programsTables(view));
  expect(file).toContain(`"'=Acute pain",1310,1240,not shown`);
  expect(file).toContain('All of them,1327,not shown,70');
});
