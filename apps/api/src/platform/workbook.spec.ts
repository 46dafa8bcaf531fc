import { ValueType, Workbook } from 'exceljs';
import { workbookOf, type Sheet } from './workbook';

const sheet: Sheet = {
  name: 'Fellows',
  head: ['Fellow', 'Cases', 'Signed on'],
  rows: [
    ['=HYPERLINK("http://x")', 17, { on: '2026-11-23' }],
    ['+1', 0, null],
    ['@SUM(A1)', 2.5, { on: '2027-02-28' }],
  ],
};

it('keeps texts as texts, whatever they begin with, and dates as dates', async () => {
  const read = new Workbook();
  await read.xlsx.load((await workbookOf([sheet])).buffer as ArrayBuffer);
  const opened = read.getWorksheet('Fellows');
  if (!opened) throw new Error('no sheet');
  expect(opened.getRow(1).values).toEqual([undefined, ...sheet.head]);
  for (const [nth, [text, number]] of sheet.rows.entries()) {
    const row = opened.getRow(nth + 2);
    expect([row.getCell(1).type, row.getCell(1).value]).toEqual([ValueType.String, text]);
    expect([row.getCell(2).type, row.getCell(2).value]).toEqual([ValueType.Number, number]);
  }
  const day = opened.getRow(2).getCell(3);
  expect([day.type, (day.value as Date).toISOString()]).toEqual([ValueType.Date, '2026-11-23T00:00:00.000Z']);
  expect(opened.getRow(3).getCell(3).value).toBeNull();
});
