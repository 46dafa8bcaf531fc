import { ValueType, Workbook } from 'exceljs';
import type { Tables } from './tables';
import { workbookOf } from './workbook';

const texts = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '  two before', 'Ångström'];
const tables: Tables = {
  about: [['As of', { on: '2026-11-23' }]],
  tables: [
    {
      name: 'Cases [by] site: the ones of this year of training',
      head: ['=Fellow', 'Cases', 'Signed on', 'Sent (UTC)'],
      rows: texts.map((text, nth) => [
        text,
        nth - 0.5,
        { on: '2027-02-28' },
        { at: Date.UTC(2026, 10, 23, 18, 5) },
      ]),
    },
    { name: 'Empty', head: ['Nothing'], rows: [] },
    { name: 'Gaps', head: ['A', 'B'], rows: [[undefined, 3]] },
  ],
};

async function opened(): Promise<Workbook> {
  const read = new Workbook();
  await read.xlsx.load((await workbookOf(tables)).buffer);
  return read;
}

it('keeps texts as texts, whatever they begin with, and numbers, days and instants as what they are', async () => {
  const [sheet] = (await opened()).worksheets;
  for (const [nth, text] of texts.entries()) {
    const cells = [1, 2, 3, 4].map((column) => sheet?.getRow(nth + 2).getCell(column));
    expect(cells.map((cell) => cell?.type)).toEqual([
      ...[ValueType.String, ValueType.Number, ValueType.Date, ValueType.Date],
    ]);
    expect(cells.map((cell) => cell?.value)).toEqual([
      ...[text, nth - 0.5, new Date('2027-02-28T00:00:00Z'), new Date('2026-11-23T18:05:00Z')],
    ]);
    expect(cells.map((cell) => cell?.numFmt)).toEqual(['@', undefined, 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm']);
  }
  expect(sheet?.getRow(1).getCell(1).type).toBe(ValueType.String);
});

it('has a sheet for each table under a name that Excel takes, and one for what they are', async () => {
  const { worksheets } = await opened();
  expect(worksheets.map(({ name }) => name)).toEqual([
    ...['Cases  by  site  the ones of th', 'Empty', 'Gaps', 'About'],
  ]);
  expect(worksheets[2]?.getRow(2).getCell(1).value).toBeNull();
  expect(worksheets[3]?.getRow(2).getCell(2).type).toBe(ValueType.Date);
});
