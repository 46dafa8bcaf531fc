import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CalibrationPageView } from '@countersign/contracts/forecasts/views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { calibrationTables } from './calibration-tables';
import { CalibrationPage } from './calibration-page';

const found = { held: 131, low: 0.72, high: 0.84, pValue: 0.6 };
const view: CalibrationPageView = {
  ...{ asOfOn: '2026-11-23', fewest: 30, weeks: 14, kept: 900, firstOn: '2026-01-05', lastOn: '2026-11-16' },
  record: { resolved: 166, held: 120, fewest: 30, digits: 1 },
  made: { ranges: [{ promised: 0.8, resolved: 166, found }], resolved: 12 },
  replayed: {
    ranges: [
      { promised: 0.8, resolved: 114, found: { ...found, held: 90 } },
      { promised: 0.95, resolved: 20 },
    ],
    resolved: 200,
    bins: [0, 1, 2, 3, 4].map((k) => ({
      ...{ from: k / 5, to: (k + 1) / 5 },
      ...(k === 2
        ? { count: 0 }
        : { count: 50, said: k / 5 + 0.1, came: k / 5 + 0.2, low: k / 5, high: k / 5 + 0.2 }),
    })),
  },
};

async function page(): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/forecast-calibration': view });
  await signIn('director');
  const fixture = TestBed.createComponent(CalibrationPage);
  await server.settle();
  return fixture.nativeElement as HTMLElement;
}

it('says how many ranges held before anything else, and “not yet” where too few are resolved', async () => {
  const shown = await page();
  expect(textIn(shown.querySelector('h2'))).toBe(
    '131 of 166 date ranges held the day, about as often as promised',
  );
  const [made, replayed] = shown.querySelectorAll('cs-calibration-part');
  expect(textIn(made ?? null)).toContain('72 % to 84 % hold, 131 of 166 (79 %)');
  expect(textIn(made ?? null)).toContain('not yet (12 of 30)');
  expect(textIn(replayed ?? null)).toContain('Date ranges of 95 % not yet (20 of 30)');
  expect(textIn(shown)).toContain('Judged in the week in which each came due it was 120 of 166');
});

it('draws a dot for each bin that holds a forecast, and tells all five in a table', async () => {
  const shown = await page();
  expect(shown.querySelectorAll('svg circle')).toHaveLength(4);
  expect(shown.querySelectorAll('tbody tr')).toHaveLength(5);
});

it('writes a file with a line for each range and bin, empty where nothing is said', () => {
  const lines = csvOf(calibrationTables(view)).split('\r\n');
  expect(lines).toHaveLength(4 + 1 + 2 + 5);
  expect(lines).toContain('replayed,date ranges,0.95,0.95,20,0.95,,,,');
});
