import { TextDecoder, TextEncoder } from 'node:util';
import { Workbook, type CellValue } from 'exceljs';
import { readRosterFile, readRosterText } from './roster-file';

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const HEADING = ['Name', 'E-mail', 'Role', 'First day', 'Last day'];
const PERSON = ['A', 'a@x.example', 'fellow', new Date('2026-07-01'), '6/30/2027'];
const ROW = { name: 'A', email: 'a@x.example', role: 'fellow', fromOn: '2026-07-01', toOn: '6/30/2027' };

/** A workbook with these sheets. */
async function workbookOf(sheets: Readonly<Record<string, readonly CellValue[][]>>): Promise<ArrayBuffer> {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows([...rows]);
  return Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer())).buffer;
}

it('reads columns in any order, whatever else is in the file', () => {
  const text =
    '\uFEFFRole,E-mail,"Name",Last day,First day,Pager\r\nfellow,a@x.example,"Okafor, A.",2027-06-30,2026-07-01,17\r\n\r\n,,,,,\r\nstaff,b@x.example,B,2027-06-30,2026-07-01,\r\n';
  expect(readRosterText(text)).toEqual({
    rows: [
      { role: 'fellow', email: 'a@x.example', name: 'Okafor, A.', toOn: '2027-06-30', fromOn: '2026-07-01' },
      { role: 'staff', email: 'b@x.example', name: 'B', toOn: '2027-06-30', fromOn: '2026-07-01' },
    ],
    lines: [2, 5],
  });
});

it.each([
  ['', /has to name the columns/],
  ['name,role\nA,fellow', /has to name the columns/],
  ['Name,E-mail,Role,From,To\n', /no rows/],
  [`Name,E-mail,Role,From,To\n${'A,,,,\n'.repeat(501)}`, /At most 500 rows .* here are 501/],
])('says why %j cannot be read', (text, words) => {
  expect(readRosterText(text)).toEqual({ trouble: expect.stringMatching(words) as string });
});

it('reads a workbook as it reads the same in CSV, by its content, whatever the file is called', async () => {
  const bytes = await workbookOf({ Fellows: [HEADING, PERSON] });
  for (const name of ['roster.xlsx', 'roster.xlsm', 'roster.csv'])
    expect(await readRosterFile(name, bytes)).toEqual({ rows: [ROW], lines: [2], sheet: 'Fellows' });
  const text = [HEADING, Object.values(ROW)].map((cells) => cells.join(',')).join('\n');
  const csv = Uint8Array.from(Buffer.from(text)).buffer;
  expect(await readRosterFile('roster.csv', csv)).toEqual({ rows: [ROW], lines: [2] });
});

it('takes the first sheet that names the columns, under a title too, and says its rows', async () => {
  const bytes = await workbookOf({
    Notes: [['Ask Ruth']],
    People: [['Fellows of 2026'], [], HEADING, [], PERSON, [null, 'no name']],
    Older: [HEADING, PERSON],
  });
  expect(await readRosterFile('roster.xlsx', bytes)).toEqual({
    ...{ rows: [ROW, { email: 'no name' }], lines: [5, 6], sheet: 'People' },
  });
});

it.each<[string, Readonly<Record<string, CellValue[][]>>, RegExp]>([
  [
    'no sheet names the columns',
    { Notes: [['Ask Ruth']], More: [] },
    /^Sheet “Notes”: The first line has to/,
  ],
  ['the sheet has nobody', { Notes: [], People: [HEADING, ['', ' ']] }, /^Sheet “People”: There are no rows/],
])('says of a workbook that %s', async (_, sheets, words) => {
  expect(await readRosterFile('roster.xlsx', await workbookOf(sheets))).toEqual({
    trouble: expect.stringMatching(words) as string,
  });
});

it.each([
  ['roster.xlsx', Buffer.from('Name,E-mail'), /no workbook/],
  ['roster.xlsx', Buffer.alloc(1_000_001), /at most 1 MB/],
  ['roster.csv', Buffer.alloc(1_000_001), /at most 1 MB/],
])('says why %s cannot be read', async (name, bytes, words) => {
  expect(await readRosterFile(name, Uint8Array.from(bytes).buffer)).toEqual({
    trouble: expect.stringMatching(words) as string,
  });
});
