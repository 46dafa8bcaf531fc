import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { behindTables } from './behind-tables';
import { BehindPage } from './behind-page';

const dashboard = {
  asOfOn: '2026-11-23',
  competencies: [{ id: 'pump', title: 'Intrathecal pump' }],
  fellows: [{ fellow: { id: 'a', name: 'A. Okafor' } }, { fellow: { id: 'b', name: 'B. Ito' } }],
};
const forecasts = [
  { fellowId: 'a', competencyId: 'pump', byEnd: 0.3, shortfall: 1.25, need: 4, count: 1 },
  { fellowId: 'b', competencyId: 'pump', byEnd: 0.9, shortfall: 0.1, need: 4, count: 3 },
];

it('says by name what is not likely to be reached, and that the rest is', async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/dashboard': dashboard, '/attention': { forecasts } });
  await signIn('director');
  const fixture = TestBed.createComponent(BehindPage);
  await server.settle();
  const page = fixture.nativeElement as HTMLElement;
  expect(textIn(page.querySelector('h2') as HTMLElement)).toMatch(/^1 fellow is less likely than not/);
  const rows = [...page.querySelectorAll('tbody tr')].map((row) => textIn(row as HTMLElement));
  expect(rows).toEqual([
    'A. Okafor Intrathecal pump 1 of 4 less likely 1.3',
    'B. Ito every number reached or likely',
  ]);
  expect(page.querySelector('td a')?.getAttribute('href')).toBe('/fellows/a/competencies/pump');
});

it('is taken along once the forecasts are there: before, nobody would be behind in it', async () => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/dashboard': dashboard });
  await signIn('director');
  const fixture = TestBed.createComponent(BehindPage);
  await server.settle();
  const page = fixture.nativeElement as HTMLElement;
  expect(page.querySelector('cs-save-tables')).toBeNull();
  expect(textIn(page)).toContain('Forecasting');
});

it('keeps a cell from being a formula in its CSV', () => {
  const line = { competencyId: 'p', title: '=Pump', count: 1, need: 4, byEnd: 0.3, missing: 1.25 };
  const csv = csvOf(behindTables([{ id: 'a', name: 'A', lines: [line] }], '2026-11-23'));
  expect(csv).toContain(`A,"'=Pump",1,4,0.3,1.3`);
});
