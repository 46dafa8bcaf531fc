import { BATCH_MAX, batchKey, checkBatch, formBatches, reasonsToPull, type BatchEntry } from './batch';
import type { ProcedureRole } from '../catalogue';
import type { EntryContent, LoggedProcedure } from './entry';

const tpi: LoggedProcedure = {
  itemId: 'tpi',
  side: 'left',
  levels: [],
  techniques: [],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};

function entry(
  id: string,
  procedures: readonly Partial<LoggedProcedure>[] = [{}],
  changed: Partial<BatchEntry> = {},
): BatchEntry {
  const content: EntryContent = {
    performedOn: '2026-03-10',
    siteId: 'site',
    supervisorId: 'supervisor',
    setting: 'clinic',
    painCategory: 'chronic-non-cancer',
    diagnosisGroup: 'myofascial',
    simulation: false,
    procedures: procedures.map((procedure) => ({ ...tpi, ...procedure })),
  };
  const approvedRoles = new Map<string, ProcedureRole[]>([
    ['tpi', ['assisted', 'performed']],
    ['si-joint', ['observed', 'assisted']],
  ]);
  return {
    id,
    fellowId: 'fellow',
    supervisorId: 'supervisor',
    content,
    late: false,
    sentAgain: false,
    approvedRoles,
    usualRoles: new Map([['scs-paddle', ['observed', 'assisted']]]),
    ...changed,
  };
}

function many(count: number, fellowId = 'fellow'): BatchEntry[] {
  return Array.from({ length: count }, (_, position) => entry(`${fellowId}-${position}`, [{}], { fellowId }));
}

describe('an entry is pulled out of a batch', () => {
  it('not when it is usual for its fellow', () => {
    expect(reasonsToPull(entry('e'))).toEqual([]);
    expect(reasonsToPull(entry('e', [{ role: 'observed' }]))).toEqual([]);
    expect(reasonsToPull(entry('e', [{ itemId: 'si-joint', role: 'assisted' }]))).toEqual([]);
    expect(reasonsToPull(entry('e', [{ complications: [] }]))).toEqual([]);
  });

  it('for a greater role than ever before in the item', () => {
    expect(reasonsToPull(entry('e', [{}, { itemId: 'si-joint', role: 'performed-part' }]))).toEqual([
      'role-jump',
    ]);
    expect(reasonsToPull(entry('e', [{ role: 'taught' }]))).toEqual(['role-jump']);
  });

  it('when it is the first of its kind, which is no jump besides', () => {
    expect(reasonsToPull(entry('e', [{}, { itemId: 'stellate' }]))).toEqual(['first-of-its-kind']);
    expect(reasonsToPull(entry('e', [{}], { approvedRoles: new Map([['tpi', []]]) }))).toEqual([
      'first-of-its-kind',
    ]);
  });

  it('for a complication or an unusual outcome in any procedure', () => {
    expect(reasonsToPull(entry('e', [{}, { complications: ['vasovagal'] }]))).toEqual(['complication']);
    for (const outcome of ['converted', 'supervisor-took-over', 'aborted'] as const) {
      expect(reasonsToPull(entry('e', [{}, { outcome }]))).toEqual(['unusual-outcome']);
    }
    const { outcome: _none, ...experience } = tpi;
    expect(
      reasonsToPull({ ...entry('e'), content: { ...entry('e').content, procedures: [experience] } }),
    ).toEqual([]);
  });

  it('when it is late or was in simulation', () => {
    expect(reasonsToPull(entry('e', [{}], { late: true }))).toEqual(['late']);
    const simulated = { ...entry('e'), content: { ...entry('e').content, simulation: true } };
    expect(reasonsToPull(simulated)).toEqual(['simulation']);
  });

  it('when it was sent again after a decision, whatever it says now', () => {
    expect(reasonsToPull(entry('e', [{}], { sentAgain: true }))).toEqual(['sent-again']);
  });

  it('for every reason that holds', () => {
    const odd = entry('e', [
      { itemId: 'stellate' },
      { role: 'taught', outcome: 'aborted', complications: ['vasovagal'] },
    ]);
    const all = {
      ...odd,
      content: { ...odd.content, simulation: true },
      late: true,
      sentAgain: true,
    };
    expect(reasonsToPull(all)).toEqual([
      'sent-again',
      'first-of-its-kind',
      'role-jump',
      'complication',
      'unusual-outcome',
      'late',
      'simulation',
    ]);
  });
});

describe('entries are alike', () => {
  it('with the same fellow, items, roles and supervision, in whatever order', () => {
    const one = entry('a', [{}, { itemId: 'si-joint', role: 'assisted' }]);
    expect(batchKey(one)).toBe('fellow | supervisor | si-joint assisted direct | tpi performed direct');
    expect(batchKey(entry('b', [{ itemId: 'si-joint', role: 'assisted', side: 'right' }, {}]))).toBe(
      batchKey(one),
    );
  });

  it('not with another fellow, supervisor, item, role, supervision or number of procedures', () => {
    const keys = [
      entry('a'),
      entry('b', [{}], { fellowId: 'other' }),
      entry('s', [{}], { supervisorId: 'other' }),
      entry('c', [{ itemId: 'si-joint' }]),
      entry('d', [{ role: 'assisted' }]),
      entry('e', [{ supervision: 'oversight' }]),
      entry('f', [{}, {}]),
    ].map(batchKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a queue', () => {
  it('is batched like with like in its own order, and the unusual is set apart with its reasons', () => {
    const [a, b, c] = [entry('a'), entry('b', [{}], { fellowId: 'other' }), entry('c')];
    const odd = entry('odd', [{ complications: ['pdph'] }]);
    expect(formBatches([a, b, odd, c])).toEqual({
      batches: [[a, c], [b]],
      pulled: [{ entry: odd, reasons: ['complication'] }],
    });
    expect(formBatches([])).toEqual({ batches: [], pulled: [] });
  });

  it('starts a new batch after twenty-five', () => {
    expect(BATCH_MAX).toBe(25);
    const queue = many(60);
    const { batches } = formBatches(queue);
    expect(batches.map((batch) => batch.length)).toEqual([25, 25, 10]);
    expect(batches.flat()).toEqual(queue);
  });
});

describe('a batch', () => {
  it('of up to twenty-five like entries may be approved', () => {
    expect(checkBatch(many(1))).toEqual([]);
    expect(checkBatch(many(25))).toEqual([]);
  });

  it('is neither empty nor larger', () => {
    expect(checkBatch([])).toEqual([{ ok: false, code: 'batch/empty' }]);
    expect(checkBatch(many(26))).toEqual([{ ok: false, code: 'batch/too-large', detail: { max: 25 } }]);
  });

  it('holds only like entries, none of which is unusual', () => {
    expect(checkBatch([...many(1), ...many(1, 'other')])).toEqual([{ ok: false, code: 'batch/not-alike' }]);
    const odd = entry('odd', [{ outcome: 'aborted', complications: ['vasovagal'] }]);
    expect(checkBatch([entry('a'), odd])).toEqual([
      { ok: false, code: 'batch/pulled', field: '/entries/1', detail: { reason: 'complication' } },
      { ok: false, code: 'batch/pulled', field: '/entries/1', detail: { reason: 'unusual-outcome' } },
    ]);
  });

  it('holds no entry twice', () => {
    const [one] = many(1);
    expect(checkBatch([one!, one!])).toEqual([{ ok: false, code: 'batch/repeated', field: '/entries/1' }]);
  });
});

describe('a part that is unusual for a fellow in the item', () => {
  const roles = new Map<string, ProcedureRole[]>([['scs-paddle', ['performed']]]);
  const paddle = (role: ProcedureRole) =>
    reasonsToPull(entry('p', [{ itemId: 'scs-paddle', role }], { approvedRoles: roles }));

  it('is pulled out of a batch even when the fellow had it before', () => {
    expect(paddle('performed')).toEqual(['unusual-role']);
    expect(paddle('assisted')).toEqual([]);
  });
});
