import fc from 'fast-check';
import { procedureRoles } from '../catalogue';
import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { checkContent } from './check-content';
import { checkCorrectedContent, checkCorrection, type ProcedureCorrection } from './correction';
import { outcomes, supervisionLevels, type DraftContent, type DraftProcedure } from './entry';
import { encounter, submitting, tfesi, visit } from './testdata/content';

const of = (...procedures: DraftProcedure[]): DraftContent => ({ ...encounter, procedures });
const found = (content: DraftContent, ...values: ProcedureCorrection[]) =>
  checkCorrectedContent(content, values, shipped).map(({ code, field, detail }) => [code, field, detail]);

const took = { ...tfesi, outcome: 'supervisor-took-over' } as const;

describe('a correction that would contradict the entry', () => {
  it('is refused where the part does not fit the supervision level, at the correction', () => {
    const unseen = { ...tfesi, supervision: 'oversight' } as const;
    const refusal = ['review/correction-contradicts', '/corrections/0', { about: 'helped-unseen' }];
    expect(found(of(unseen), { position: 0, role: 'observed' })).toEqual([refusal]);
    expect(found(of({ ...tfesi, role: 'assisted' }), { position: 0, supervision: 'oversight' })).toEqual([
      refusal,
    ]);
    expect(found(of(tfesi), { position: 0, role: 'assisted', supervision: 'oversight' })).toEqual([refusal]);
    expect(found(of(unseen), { position: 0, role: 'observed', supervision: 'direct' })).toEqual([]);
  });

  it('is refused where it does not fit how the procedure ended', () => {
    expect(found(of(took), { position: 0, role: 'assisted' })).toEqual([
      ['review/correction-contradicts', '/corrections/0', { about: 'took-over-from-nobody' }],
    ]);
    expect(found(of(took), { position: 0, supervision: 'oversight' })).toEqual([
      ['review/correction-contradicts', '/corrections/0', { about: 'took-over-unseen' }],
    ]);
  });

  it('fits another item: what one observes in a visit may be looked at afterwards', () => {
    expect(found(of({ ...visit, supervision: 'oversight' }), { position: 0, role: 'observed' })).toEqual([]);
  });

  it('is named at the second correction where that is the one', () => {
    const other = { ...tfesi, levels: [{ level: 'L5', side: 'left' }] } as const;
    const values = [
      { position: 1, role: 'assisted' },
      { position: 0, role: 'observed', supervision: 'oversight' },
    ] as const;
    expect(found(of(tfesi, other), ...values).map(([, field]) => field)).toEqual(['/corrections/1']);
  });

  it('is refused where two procedures become one and would count twice, from either of them', () => {
    const rows = of(tfesi, { ...tfesi, role: 'assisted' });
    expect(found(rows, { position: 1, role: 'performed' })).toEqual([
      ['review/correction-repeats-row', '/corrections/0', { place: 1 }],
    ]);
    expect(found(rows, { position: 0, role: 'assisted' })).toEqual([
      ['review/correction-repeats-row', '/corrections/0', { place: 2 }],
    ]);
  });

  it('is not refused for what the fellow had recorded so already', () => {
    const old = { ...took, role: 'observed' } as const;
    expect(found(of(old), { position: 0, role: 'assisted' })).toEqual([]);
  });

  it('tells nothing of the self-rating', () => {
    const alone = { ...tfesi, selfHelp: 1 } as const;
    expect(found(of(alone), { position: 0, supervision: 'oversight' })).toEqual([]);
  });
});

describe('any correction', () => {
  const row = fc.record({
    role: fc.constantFrom(...procedureRoles),
    supervision: fc.constantFrom(...supervisionLevels),
    outcome: fc.constantFrom(...outcomes),
    isVisit: fc.boolean(),
  });
  const procedure = row.map(({ outcome, isVisit, ...part }): DraftProcedure =>
    isVisit ? { ...visit, ...part } : { ...tfesi, ...part, outcome },
  );
  const faultsOf = (content: DraftContent) =>
    checkContent(content, submitting).map(({ code, field, detail }) =>
      [code, field, detail?.['about']].join(),
    );

  it('is refused exactly where its content could be sent less well than the recorded one', () => {
    let refusals = 0;
    fc.assert(
      fc.property(
        fc.array(procedure, { minLength: 1, maxLength: 3 }),
        row,
        fc.nat(2),
        (rows, said, position) => {
          const content = of(...rows);
          const value = { role: said.role, supervision: said.supervision };
          if (checkCorrection(content, [{ position, ...value }]).length > 0) return;
          const before = faultsOf(content);
          const after = faultsOf(
            of(...rows.map((one, at) => (at === position ? { ...one, ...value } : one))),
          );
          const isWorse = after.some((fault) => !before.includes(fault));
          refusals += Number(isWorse);
          expect(found(content, { position, ...value }).length > 0).toBe(isWorse);
        },
      ),
      { numRuns: 1000 },
    );
    expect(refusals).toBeGreaterThan(20);
  });
});
