import type { ProcedureBody } from '@countersign/contracts/entries/bodies';
import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { CatalogueItem } from '@countersign/domain/catalogue';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition, editions, type EditionFiles } from '../catalogue/editions/editions';
import { nameless } from '../db/context';
import { ProgramRow } from '../programs/program.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, tfesi } from '../testing/test-program';
import { EntryProcedureRow, EntryVersionRow } from './entry.row';
import { Recount } from './recount';
import { recountFacts } from './recount-facts';

type Change = Parameters<typeof entryBody>[1];
type Item = Pick<CatalogueItem, 'id' | 'name' | 'kind'>;

const here = programUnderTest('facts', 'fellow', 'supervisor');

const judged = tfesi({ selfHelp: 4 });
const visit: ProcedureBody = {
  itemId: 'exp-dx-radicular',
  ...{ levels: [], techniques: [], complications: [] },
  ...{ role: 'performed', supervision: 'direct' },
};
const logged = async (change: Change = {}) => {
  const reply = await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) });
  expect(reply.status).toBe(201);
  return reply.body;
};
const content = (change: Change = {}) => {
  const { id: _id, ...body } = entryBody(here.program, change);
  return body;
};
const factsOf = (entryId: string) =>
  here.server.read((manager) =>
    manager.find(EntryProcedureRow, {
      where: { programId: here.program.id, entryId },
      order: { number: 'ASC', position: 'ASC' },
    }),
  );
const versionsOf = (entryId: string) =>
  here.server.read((manager) =>
    manager.find(EntryVersionRow, {
      where: { programId: here.program.id, entryId },
      order: { number: 'ASC' },
    }),
  );
const compare = () =>
  here.server.db.read(nameless('test'), (view) =>
    here.server.app.get(Recount).compare(view, here.program.id),
  );

const moveTo = (catalogueEdition: string) =>
  here.server.write('test', (tx) =>
    tx.manager.update(ProgramRow, { id: here.program.id }, { catalogueEdition }),
  );

/** The newest edition as it might come again, with another name for one item. */
function renamedEdition(): EditionFiles {
  const newest = editions.find(({ edition }) => edition === currentEdition) as EditionFiles;
  const items = (newest.items as Item[]).map((item) =>
    item.id === 'esi-tf-lumbar' ? { ...item, name: 'Renamed' } : item,
  );
  return { ...newest, edition: '2099.1', items };
}

describe('The facts of a version', () => {
  it('say all that the fellow recorded of each procedure, and whose it is', async () => {
    const { id } = await logged({ diagnosisId: 'lumbar-radiculopathy', procedures: [judged, visit] });
    const encounter = {
      ...{ fellowId: here.program.people.fellow.id, supervisorId: here.program.people.supervisor.id },
      ...{ siteId: here.program.siteId, performedOn: '2026-11-20', simulation: false, setting: 'asc' },
      ...{ painCategory: 'chronic-non-cancer', diagnosisGroup: 'radicular', ageBand: null },
      ...{ diagnosisId: 'lumbar-radiculopathy', number: 1 },
    };
    expect(await factsOf(id)).toMatchObject([
      {
        ...{ ...encounter, position: 0, itemId: 'esi-tf-lumbar', groupId: 'epidural', kind: 'procedure' },
        ...{ role: 'performed', supervision: 'direct', outcome: 'success', levels: 2, selfHelp: 4 },
        ...{ techniques: 'subpedicular-supraneural', guidance: 'fluoroscopy', region: null },
      },
      {
        ...{ ...encounter, position: 1, itemId: 'exp-dx-radicular', kind: 'experience', techniques: '' },
        ...{ role: 'performed', outcome: null, guidance: null, selfHelp: null },
      },
    ]);
    expect(await versionsOf(id)).toMatchObject([{ edition: currentEdition, selfRated: true }]);
  });

  it('follow a draft that is changed in place, and stay with a version that was decided', async () => {
    const { id } = await logged({ then: 'keep', procedures: [judged, tfesi()] });
    expect(await versionsOf(id)).toMatchObject([{ selfRated: false }]);
    const path = `${here.entries}/${id}`;
    await here.fellow.put(path, { revision: 1, body: content({ simulation: true, procedures: [judged] }) });
    await here.supervisor.post(`${path}/approval`, { revision: 2, body: { help: 4 } });
    const amendment = content({ procedures: [visit], painCategory: 'cancer' });
    await here.fellow.post(`${path}/amendments`, { revision: 3, body: amendment });
    expect(await factsOf(id)).toMatchObject([
      { number: 1, position: 0, simulation: true, selfHelp: 4, painCategory: 'chronic-non-cancer' },
      { number: 2, position: 0, simulation: false, kind: 'experience', painCategory: 'cancer' },
    ]);
    expect((await versionsOf(id)).map(({ selfRated }) => selfRated)).toEqual([true, true]);
  });

  it('are found wherever they are not what the content gives, and made again', async () => {
    const [lost, changed, flagged] = [await logged(), await logged(), await logged()];
    const of = (id: string) => ({ programId: here.program.id, entryId: id, number: 1 });
    const before = [await factsOf(lost.id), await factsOf(changed.id)];
    await here.server.write('test', async (tx) => {
      await tx.remove(EntryProcedureRow, of(lost.id));
      await tx.update(EntryProcedureRow, of(changed.id), { levels: 9 });
      await tx.update(EntryVersionRow, of(flagged.id), { selfRated: true });
    });
    const found = await compare();
    expect(found.wrong).toEqual([lost, changed, flagged].map(({ id }) => of(id)));
    expect(found.versions).toBeGreaterThan(found.wrong.length);
    await here.server.write('test', (tx) =>
      here.server.app.get(Recount).mend(tx, here.program.id, found.wrong),
    );
    expect((await compare()).wrong).toEqual([]);
    expect([await factsOf(lost.id), await factsOf(changed.id)]).toEqual(before);
  });

  it('are made again by a command, which says how many it found wrong', async () => {
    const { id } = await logged();
    const key = { programId: here.program.id, entryId: id, number: 1 };
    await here.server.write('test', (tx) => tx.update(EntryProcedureRow, key, { performedOn: '2026-01-01' }));
    const said: string[] = [];
    const recount = () => recountFacts(here.server.app, (line) => said.push(line));
    expect([await recount(), await recount()]).toEqual([1, 0]);
    expect(said.map((line) => line.replace(/\d+ versions/, 'all versions'))).toEqual([
      'Program facts: all versions, facts made again for 1.',
      'Program facts: all versions, facts made again for 0.',
    ]);
    expect(await factsOf(id)).toMatchObject([{ performedOn: '2026-11-20' }]);
  });
});

describe('A version of an entry', () => {
  it('keeps its edition of the catalogue when its program moves to another', async () => {
    const old = await logged();
    const id = (await logged()).id;
    await here.supervisor.post(`${here.entries}/${id}/approval`, { revision: 1, body: { help: 4 } });
    await here.server.app.get(Catalogues).start([...editions, renamedEdition()]);
    await moveTo('2099.1');
    const amended = await here.fellow.post<EntryView>(`${here.entries}/${id}/amendments`, {
      ...{ revision: 2, body: content({ caseLabel: 'new' }) },
    });
    const [before] = editions.flatMap(({ edition, items }) => (edition === currentEdition ? [items] : []));
    const { name } = (before as Item[]).find((item) => item.id === 'esi-tf-lumbar') ?? { name: '' };
    expect((await versionsOf(id)).map(({ edition }) => edition)).toEqual([currentEdition, '2099.1']);
    expect(amended.body.content.procedures[0]?.itemName).toBe('Renamed');
    const seen = await here.supervisor.get<EntryView>(`${here.entries}/${old.id}`);
    expect(seen.body.content.procedures[0]?.itemName).toBe(name);
    const fresh = await logged();
    const lines = (await here.fellow.get<EntryPageView>(here.entries)).body.entries;
    const nameIn = (entryId: string) => lines.find((line) => line.id === entryId)?.procedures[0]?.itemName;
    // An amended entry is listed with the version that counts.
    expect([nameIn(old.id), nameIn(id), nameIn(fresh.id)]).toEqual([name, name, 'Renamed']);
    expect((await compare()).wrong).toEqual([]);
    await moveTo(currentEdition);
  });
});
