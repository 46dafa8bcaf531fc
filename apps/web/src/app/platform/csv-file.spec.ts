import Papa from 'papaparse';
import { csvOf } from './csv-file';

const one = { name: 'One', head: ['Name', 'On', 'At (UTC)'], rows: [] };

/** A file as a spreadsheet opens it. */
const opened = (file: string) => {
  expect(file.startsWith('\ufeff')).toBe(true);
  return Papa.parse<string[]>(file.slice(1)).data;
};

it.each(['=cmd, "x"', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('has no formula in %j', (text) => {
  expect(opened(csvOf({ tables: [{ ...one, rows: [[text]] }] }))[1]).toEqual([`'${text}`]);
});

it('writes one table below the other under what they are, days and instants as ISO, nothing as nothing', () => {
  const rows = [
    ['a', { on: '2026-11-23' }, { at: Date.UTC(2026, 10, 23, 18) }],
    [undefined, -1.5],
  ];
  expect(
    opened(csvOf({ about: [['As of', { on: '2026-11-23' }]], tables: [{ ...one, rows }, one] })),
  ).toEqual([
    ['As of', '2026-11-23'],
    [''],
    one.head,
    ['a', '2026-11-23', '2026-11-23T18:00:00.000Z'],
    ['', '-1.5'],
    [''],
    one.head,
  ]);
});
