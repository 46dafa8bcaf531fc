import { DataSource } from 'typeorm';
import type { EntryView } from '@countersign/contracts/entries/views';
import { dialect } from '../testing/test-database';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody } from '../testing/test-program';
import { EntryRow, EntryVersionRow } from './entry.row';

type Change = Parameters<typeof entryBody>[1];
/** Migrations up to the one that knew nothing of what others see. */
const BEFORE = 4;

describe('A database from before others had a version of their own to see', () => {
  const here = programUnderTest('before', 'fellow', 'supervisor');
  let source: DataSource;
  let toOther: { supervisorId: string; performedOn: string };

  beforeAll(() => {
    source = here.server.app.get(DataSource);
    toOther = { supervisorId: here.program.people.otherSupervisor.id, performedOn: '2026-11-02' };
  });

  const content = (change: Change) => {
    const { id: _id, ...body } = entryBody(here.program, change);
    return body;
  };
  const logged = async (change: Change = {}) =>
    (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) })).body.id;
  const at = (id: string, act: string) => `${here.entries}/${id}/${act}`;
  async function amended(): Promise<string> {
    const id = await logged();
    await here.supervisor.post(at(id, 'approval'), { revision: 1, body: { help: 4 } });
    await here.fellow.post(at(id, 'amendments'), { revision: 2, body: content(toOther) });
    return id;
  }
  async function withdrawnAmendment(): Promise<string> {
    const id = await amended();
    await here.fellow.post(at(id, 'withdrawal'), { revision: 3 });
    return id;
  }
  async function returnedWithEdit(): Promise<string> {
    const id = await logged();
    const body = { reasonCode: 'other', reasonText: 'Please check.' };
    await here.supervisor.post(at(id, 'return'), { revision: 1, body });
    await here.fellow.put(`${here.entries}/${id}`, {
      revision: 2,
      body: content({ ...toOther, then: 'keep' }),
    });
    return id;
  }

  const stored = () =>
    here.server.read(async (manager) => ({
      rows: await manager.find(EntryRow, {
        select: {
          ...{ id: true, shownNumber: true, supervisorId: true },
          ...{ performedOn: true, submittedAt: true, firstSubmittedAt: true },
        },
        order: { id: 'ASC' },
      }),
      versions: await manager.find(EntryVersionRow, {
        select: { entryId: true, number: true, simulation: true, submittedAt: true, lateDays: true },
        order: { entryId: 'ASC', number: 'ASC' },
      }),
    }));
  const pragma = (value: 'ON' | 'OFF') =>
    dialect === 'sqlite' ? source.query(`PRAGMA foreign_keys = ${value}`) : Promise.resolve();
  /** What the newest version said stood on the entry, and a withdrawn version stayed sent. */
  async function asItWas(id: string): Promise<void> {
    const { supervisorId, performedOn } = toOther;
    await source.query(
      'UPDATE entry SET supervisorId = ?, performedOn = ?, submittedAt = NULL WHERE id = ?',
      [supervisorId, performedOn, id],
    );
  }

  it('comes out as if it had always known', async () => {
    const late = await logged({ performedOn: '2026-11-01' });
    const simulated = await logged({ simulation: true, then: 'keep' });
    const [waiting, dropped, edited] = [
      await amended(),
      await withdrawnAmendment(),
      await returnedWithEdit(),
    ];
    const before = await stored();
    await pragma('OFF');
    for (let newer = source.migrations.length; newer > BEFORE; newer -= 1) await source.undoLastMigration();
    for (const id of [dropped, edited]) await asItWas(id);
    await source.query('UPDATE entry SET performedOn = ? WHERE id = ?', [toOther.performedOn, waiting]);
    await source.query(
      'UPDATE entry_version SET submittedAt = createdAt, lateDays = 21 WHERE entryId = ? AND number = 2',
      [dropped],
    );
    await source.runMigrations();
    await pragma('ON');
    const after = await stored();
    expect(after.versions).toEqual(before.versions);
    expect(after.rows).toEqual(before.rows);
    const shown = new Map(after.rows.map((row) => [row.id, row.shownNumber]));
    expect([late, simulated, waiting, dropped, edited].map((id) => shown.get(id))).toEqual([
      1,
      null,
      1,
      1,
      1,
    ]);
    expect(after.versions.filter(({ simulation }) => simulation)).toMatchObject([{ entryId: simulated }]);
  });
});
