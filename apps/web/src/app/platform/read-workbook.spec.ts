import { TextDecoder, TextEncoder } from 'node:util';
import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import { sheetsOf } from './read-workbook';

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

/** What is read of a workbook after it went through a file. */
async function read(fill: (workbook: Workbook) => void): Promise<ReturnType<typeof sheetsOf>> {
  const workbook = new Workbook();
  fill(workbook);
  const bytes = await workbook.xlsx.writeBuffer();
  return sheetsOf(Uint8Array.from(new Uint8Array(bytes)).buffer);
}

async function linesOf(fill: (sheet: Worksheet) => void) {
  const found = await read((workbook) => fill(workbook.addWorksheet('People')));
  return 'sheets' in found ? found.sheets[0]?.lines : found.trouble;
}

it.each<[string, CellValue, string]>([
  ['a day, which Excel keeps in UTC', new Date('2026-07-01T00:00:00Z'), '2026-07-01'],
  ['a leap day', new Date('2028-02-29T00:00:00Z'), '2028-02-29'],
  ['a day as text', '7/1/2026', '7/1/2026'],
  ['a number', 2030, '2030'],
  ['a fraction', 0.5, '0.5'],
  ['a truth', true, 'TRUE'],
  ['a formula as what came of it', { formula: 'A1&"x"', result: 'fellow' }, 'fellow'],
  ['a formula of a number', { formula: '1+1', result: 2 }, '2'],
  ['a formula of a day', { formula: 'TODAY()', result: new Date('2026-07-01T00:00:00Z') }, '2026-07-01'],
  ['a formula that nobody computed', { formula: 'A1' }, ''],
  ['a formula that went wrong', { formula: '1/0', result: { error: '#DIV/0!' } }, '#DIV/0!'],
  ['rich text', { richText: [{ text: 'C. ' }, { font: { bold: true }, text: 'Imanov' }] }, 'C. Imanov'],
  ['a link', { text: 'a@x.example', hyperlink: 'mailto:a@x.example' }, 'a@x.example'],
  ['a text that begins like a formula', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
  ['a text with what XML and CSV live by', 'Lund; "E." <&>, o’Neil\nÅse', 'Lund; "E." <&>, o’Neil\nÅse'],
])('reads %s', async (_, value, text) => {
  const lines = await linesOf((sheet) => {
    sheet.getCell('A1').value = 'before';
    sheet.getCell('C1').value = value;
    if (typeof value === 'object' && value && 'formula' in value && value.result instanceof Date)
      sheet.getCell('C1').numFmt = 'yyyy-mm-dd';
  });
  expect(lines?.[0]).toEqual({ at: 1, cells: ['before', '', text] });
});

it('says the rows of the sheet: empty ones are left out, hidden ones and those below a gap are not', async () => {
  const lines = await linesOf((sheet) => {
    sheet.getRow(2).values = ['Name'];
    sheet.getRow(3).values = ['A'];
    sheet.getRow(3).hidden = true;
    sheet.getRow(4).values = ['  '];
    sheet.getRow(5).getCell(1).numFmt = '@';
    sheet.getRow(9).values = ['B'];
  });
  expect(lines).toEqual([
    { at: 2, cells: ['Name'] },
    { at: 3, cells: ['A'] },
    { at: 9, cells: ['B'] },
  ]);
});

it('reads what merged cells say once, and nothing of what is not in cells', async () => {
  const lines = await linesOf((sheet) => {
    sheet.addTable({
      ...{ name: 'Roster', ref: 'A1', headerRow: true },
      columns: [{ name: 'Name' }, { name: 'Cohort' }],
      rows: [
        ['A', '2030–31'],
        ['B', ''],
        ['C', ''],
      ],
    });
    sheet.mergeCells('B2:B3');
    sheet.getCell('A2').dataValidation = { type: 'list', formulae: ['"A,B"'] };
    sheet.getCell('A3').note = 'asked twice';
    sheet.autoFilter = 'A1:B3';
  });
  expect(lines).toEqual([
    { at: 1, cells: ['Name', 'Cohort'] },
    { at: 2, cells: ['A', '2030–31'] },
    { at: 3, cells: ['B'] },
    { at: 4, cells: ['C', ''] },
  ]);
});

it('reads sheets in their order, without hidden ones', async () => {
  const found = await read((workbook) => {
    workbook.addWorksheet('Lists', { state: 'veryHidden' });
    workbook.addWorksheet('Notes');
    workbook.addWorksheet('Old', { state: 'hidden' });
    workbook.addWorksheet('People');
  });
  expect('sheets' in found && found.sheets.map(({ name }) => name)).toEqual(['Notes', 'People']);
});

it('says when a sheet has more rows than anybody brings in', async () => {
  const lines = await linesOf((sheet) => {
    for (let row = 0; row <= 10_000; row += 1) sheet.addRow(['A']);
  });
  expect(lines).toMatch(/more than 10,000 rows/);
});

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

it.each([
  ['no archive', [...Buffer.from('Name,E-mail')], /no workbook/],
  ['an archive that is torn', [...Buffer.from('PK\u0003\u0004 torn')], /no workbook/],
  [
    'an archive of something else',
    [...Buffer.from('PK\u0005\u0006'), ...Array<number>(18).fill(0)],
    /no workbook/,
  ],
  [
    'a workbook with a password',
    [...COMPOUND, ...Buffer.from('EncryptedPackage', 'utf16le')],
    /has a password/,
  ],
  ['a workbook of before 2007', [...COMPOUND, ...Buffer.from('Workbook', 'utf16le')], /before 2007/],
])('says of %s why it is not read', async (_, bytes, words) => {
  const found = await sheetsOf(Uint8Array.from(bytes).buffer);
  expect(found).toEqual({ trouble: expect.stringMatching(words) as string });
});
