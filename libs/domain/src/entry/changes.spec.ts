import { changesBetween, checkAmendment } from './changes';
import type { DraftContent, DraftProcedure } from './entry';

const tfesi: DraftProcedure = {
  itemId: 'esi-tf-lumbar',
  levels: [
    { level: 'L4', side: 'left' },
    { level: 'L5', side: 'left' },
  ],
  techniques: ['digital-subtraction', 'infraneural-kambin'],
  role: 'assisted',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
  selfHelp: 3,
};
const sij: DraftProcedure = {
  itemId: 'si-joint',
  side: 'left',
  levels: [],
  techniques: [],
  complications: [],
};
const tpi: DraftProcedure = { itemId: 'tpi', side: 'left', levels: [], techniques: [], complications: [] };

const before: DraftContent = { performedOn: '2026-03-10', simulation: false, procedures: [tfesi, sij, tpi] };

describe('what changed between two versions', () => {
  it('is nothing when nothing did', () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
  });

  it('is each field of the encounter, with what came and what went', () => {
    const full: DraftContent = {
      ...before,
      performedOn: '2026-03-11',
      siteId: 'site',
      supervisorId: 'supervisor',
      setting: 'clinic',
      painCategory: 'cancer',
      diagnosisGroup: 'other',
      diagnosisId: 'phn',
      ageBand: '18-39',
      simulation: true,
      caseLabel: 'K7',
    };
    expect(changesBetween(before, full)).toEqual([
      { pointer: '/performedOn', before: '2026-03-10', after: '2026-03-11' },
      { pointer: '/siteId', before: null, after: 'site' },
      { pointer: '/supervisorId', before: null, after: 'supervisor' },
      { pointer: '/setting', before: null, after: 'clinic' },
      { pointer: '/painCategory', before: null, after: 'cancer' },
      { pointer: '/diagnosisGroup', before: null, after: 'other' },
      { pointer: '/diagnosisId', before: null, after: 'phn' },
      { pointer: '/ageBand', before: null, after: '18-39' },
      { pointer: '/simulation', before: false, after: true },
      { pointer: '/caseLabel', before: null, after: 'K7' },
    ]);
    expect(changesBetween(full, before)).toContainEqual({ pointer: '/siteId', before: 'site', after: null });
  });

  it('is each field of a procedure, at its place in the newer version', () => {
    const moved: DraftProcedure = {
      itemId: 'esi-tf-lumbar',
      region: 'lumbar',
      side: 'left',
      levels: [{ level: 'L4', side: 'left' }],
      guidance: 'ct',
      techniques: ['digital-subtraction'],
      role: 'performed',
      supervision: 'oversight',
      outcome: 'aborted',
      abortedReason: 'vasovagal',
      complications: ['vasovagal'],
    };
    expect(changesBetween(before, { ...before, procedures: [sij, tpi, moved] })).toEqual([
      { pointer: '/procedures/2/region', before: null, after: 'lumbar' },
      { pointer: '/procedures/2/side', before: null, after: 'left' },
      { pointer: '/procedures/2/levels', before: tfesi.levels, after: moved.levels },
      { pointer: '/procedures/2/guidance', before: null, after: 'ct' },
      { pointer: '/procedures/2/techniques', before: tfesi.techniques, after: ['digital-subtraction'] },
      { pointer: '/procedures/2/role', before: 'assisted', after: 'performed' },
      { pointer: '/procedures/2/supervision', before: 'direct', after: 'oversight' },
      { pointer: '/procedures/2/outcome', before: 'success', after: 'aborted' },
      { pointer: '/procedures/2/abortedReason', before: null, after: 'vasovagal' },
      { pointer: '/procedures/2/complications', before: ['none'], after: ['vasovagal'] },
    ]);
  });

  it('is not the order in which levels or techniques were picked', () => {
    const shuffled = {
      ...tfesi,
      levels: tfesi.levels.toReversed(),
      techniques: tfesi.techniques.toReversed(),
    };
    expect(changesBetween(before, { ...before, procedures: [shuffled, sij, tpi] })).toEqual([]);
    const otherSide = { ...tfesi, levels: [{ level: 'L4', side: 'right' as const }, { level: 'L5' }] };
    expect(changesBetween(before, { ...before, procedures: [otherSide, sij, tpi] })).toEqual([
      { pointer: '/procedures/0/levels', before: tfesi.levels, after: otherSide.levels },
    ]);
  });

  it('shows a procedure that came or went whole, and the others not at all', () => {
    expect(changesBetween(before, { ...before, procedures: [tfesi, tpi] })).toEqual([
      { pointer: '/procedures/1', before: sij, after: null },
    ]);
    expect(changesBetween({ ...before, procedures: [tfesi, tpi] }, before)).toEqual([
      { pointer: '/procedures/1', before: null, after: sij },
    ]);
  });

  it('tells two procedures of the same item apart by their order', () => {
    const left = { ...before, procedures: [tpi, sij, tpi] };
    const right = { ...before, procedures: [tpi, sij, { ...tpi, side: 'right' as const }] };
    expect(changesBetween(left, right)).toEqual([
      { pointer: '/procedures/2/side', before: 'left', after: 'right' },
    ]);
  });

  it('keeps the private reflection and the blind self-rating out', () => {
    const rated = {
      ...before,
      reflection: 'nervous',
      procedures: [{ ...tfesi, selfHelp: 5 as const }, sij, tpi],
    };
    expect(changesBetween(before, rated)).toEqual([]);
    const [gone, came] = [
      changesBetween(before, { ...before, procedures: [sij, tpi] }),
      changesBetween({ ...before, procedures: [sij, tpi] }, before),
    ];
    expect(JSON.stringify([gone, came])).not.toContain('selfHelp');
    expect(gone[0]?.before).toMatchObject({ itemId: 'esi-tf-lumbar', role: 'assisted' });
    expect(tfesi.selfHelp).toBe(3);
  });
});

describe('Counting (o): an amendment without a change is refused', () => {
  const code = (after: DraftContent) => {
    const checked = checkAmendment(before, after);
    return checked.ok ? null : checked.code;
  };

  it('also where lists were only picked in another order, or the self-rating alone is another', () => {
    expect(code(structuredClone(before))).toBe('entry/unchanged');
    const turned = { ...tfesi, levels: tfesi.levels.toReversed(), techniques: tfesi.techniques.toReversed() };
    expect(code({ ...before, procedures: [turned, sij, tpi] })).toBe('entry/unchanged');
    expect(code({ ...before, procedures: [{ ...tfesi, selfHelp: 5 }, sij, tpi] })).toBe('entry/unchanged');
    expect(code({ ...before, reflection: '' })).toBe('entry/unchanged');
  });

  it('and any other change is one, the private reflection too', () => {
    expect(code({ ...before, reflection: 'Slower next time.' })).toBeNull();
    expect(code({ ...before, performedOn: '2026-03-09' })).toBeNull();
    expect(code({ ...before, procedures: [{ ...tfesi, role: 'performed' }, sij, tpi] })).toBeNull();
    expect(code({ ...before, procedures: [tfesi, sij] })).toBeNull();
  });
});
