import { Workbook, ValueType } from 'exceljs';
import type { EntryView } from '@countersign/contracts/entries/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody } from '../testing/test-program';

describe('Spreadsheets', () => {
  const here = programUnderTest('workbooks', 'fellow', 'supervisor', 'director', 'coordinator');

  beforeAll(async () => {
    const { body } = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) });
    await here.supervisor.post(`${here.entries}/${body.id}/approval`, { revision: 1, body: { help: 4 } });
  });

  async function opened(path: string): Promise<Workbook> {
    const { status, bytes } = await here.director.get(`${here.base}/${path}/workbook`);
    expect(status).toBe(200);
    const workbook = new Workbook();
    // The types of the library know the Buffer of an older Node.
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    return workbook;
  }

  it('of the program have a row for each fellow and competency, and dates as dates', async () => {
    const workbook = await opened('dashboard');
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Competencies', 'Groups', 'About']);
    const rows = workbook.getWorksheet('Competencies')?.getSheetValues() as unknown[][];
    const tfesi = rows.find((row) => row?.[1] === 'Fellow One' && String(row[3]).startsWith('Lumbar transf'));
    expect(tfesi?.slice(4, 9)).toEqual([1, 0, 20, expect.any(Number), expect.any(Number)]);
    expect(workbook.getWorksheet('About')?.getRow(3).getCell(2).type).toBe(ValueType.Date);
  });

  it('of case mix and raters have the sheets of their pages, and no cell is a formula', async () => {
    for (const [path, sheets] of [
      ['case-mix', 10],
      ['raters', 3],
    ] as const) {
      const workbook = await opened(path);
      expect(workbook.worksheets).toHaveLength(sheets);
      const types = new Set<ValueType>();
      for (const sheet of workbook.worksheets)
        sheet.eachRow((row) => row.eachCell(({ type }) => void types.add(type)));
      expect(types.has(ValueType.Formula)).toBe(false);
    }
  });

  it('are for whoever sees the page', async () => {
    expect((await here.coordinator.get(`${here.base}/raters/workbook`)).status).toBe(403);
    expect((await here.coordinator.get(`${here.base}/dashboard/workbook`)).status).toBe(200);
    expect((await here.supervisor.get(`${here.base}/case-mix/workbook`)).status).toBe(403);
    const stranger = await here.server.as((await here.server.program('elsewhere-workbooks')).people.director);
    expect((await stranger.get(`${here.base}/dashboard/workbook`)).status).toBe(404);
  });
});
