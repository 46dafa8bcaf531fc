import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { checkContent } from './check-content';
import { groupFits } from './clinical-fit';
import { checkContradictions, contradictions } from './contradictions';
import { diagnosisGroups, settings, type DraftContent, type DraftProcedure } from './entry';

const tfesi: DraftProcedure = {
  itemId: 'esi-tf-lumbar',
  levels: [{ level: 'L4', side: 'left' }],
  techniques: [],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};
const encounter: DraftContent = {
  performedOn: '2026-03-10',
  siteId: 'site',
  supervisorId: 'supervisor',
  setting: 'clinic',
  painCategory: 'chronic-non-cancer',
  diagnosisGroup: 'radicular',
  simulation: false,
  procedures: [tfesi],
};
const visit = (itemId: string): DraftProcedure => ({
  ...{ itemId, levels: [], techniques: [], complications: [] },
  ...{ role: 'performed', supervision: 'indirect-available' },
});

const found = (change: Partial<DraftContent>) =>
  checkContradictions({ ...encounter, ...change }, shipped).map(
    ({ field, detail }) => `${detail?.['about']} ${field}`,
  );
const foundIn = (change: Partial<DraftProcedure>) => found({ procedures: [{ ...tfesi, ...change }] });

const took = { outcome: 'supervisor-took-over' } as const;

/** Each contradiction with the field at which it is named. */
const cases: Readonly<Record<(typeof contradictions)[number], readonly [Partial<DraftContent>, string]>> = {
  'took-over-unseen': [
    { procedures: [{ ...tfesi, ...took, supervision: 'oversight' }] },
    '/procedures/0/supervision',
  ],
  'took-over-from-nobody': [
    { procedures: [{ ...tfesi, ...took, role: 'observed' }] },
    '/procedures/0/outcome',
  ],
  'helped-unseen': [
    { procedures: [{ ...tfesi, role: 'assisted', supervision: 'oversight' }] },
    '/procedures/0/supervision',
  ],
  'took-over-without-help': [{ procedures: [{ ...tfesi, ...took, selfHelp: 5 }] }, '/procedures/0/outcome'],
  'done-by-nobody-there': [
    { procedures: [{ ...tfesi, supervision: 'oversight', selfHelp: 1 }] },
    '/procedures/0/supervision',
  ],
  'aborted-as-complication': [
    { procedures: [{ ...tfesi, complications: ['aborted'] }] },
    '/procedures/0/outcome',
  ],
  'reached-and-not': [
    { procedures: [{ ...tfesi, complications: ['failed-access'] }] },
    '/procedures/0/outcome',
  ],
  'aborted-and-done': [
    { procedures: [tfesi, { ...tfesi, outcome: 'aborted', abortedReason: 'vasovagal' }] },
    '/procedures/1/outcome',
  ],
  'setting-of-item': [{ setting: 'telehealth' }, '/setting'],
  'pain-of-item': [{ procedures: [visit('exp-cancer')] }, '/painCategory'],
  'pain-of-diagnosis': [{ diagnosisId: 'cancer-pain' }, '/painCategory'],
  'diagnosis-of-group': [
    { diagnosisGroup: 'headache-facial', diagnosisId: 'lumbar-radiculopathy' },
    '/diagnosisId',
  ],
  'age-of-item': [{ ageBand: '40-64', procedures: [visit('exp-pediatric')] }, '/ageBand'],
  'age-of-diagnosis': [{ ageBand: '1-17', diagnosisId: 'vcf-osteoporotic' }, '/ageBand'],
};

describe('Counting (j): a contradiction is named at its field', () => {
  it.each(contradictions)('%s, and in nothing that a supervisor sees', (about) => {
    const [change, field] = cases[about];
    expect(found(change)).toEqual([`${about} ${field}`]);
    const training = [{ fromOn: '2025-07-01', toOn: '2026-06-30' }];
    const facts = { catalogue: shipped, today: '2026-03-10', training };
    const refusals = checkContent({ ...encounter, ...change }, { ...facts, stage: 'submitted' });
    expect(refusals).toContainEqual(
      expect.objectContaining({
        code: 'entry/contradiction',
        field,
        detail: expect.objectContaining({ about }),
      }),
    );
    expect(checkContent({ ...encounter, ...change }, { ...facts, stage: 'draft' })).toEqual([]);
  });

  it('and what fits is not', () => {
    expect(found({})).toEqual([]);
    expect(foundIn({ ...took, supervision: 'indirect-immediate', selfHelp: 2 })).toEqual([]);
    expect(foundIn({ outcome: 'aborted', abortedReason: 'pain', complications: ['aborted'] })).toEqual([]);
    expect(foundIn({ outcome: 'converted', complications: ['failed-access'] })).toEqual([]);
    expect(foundIn({ supervision: 'oversight', selfHelp: 5 })).toEqual([]);
    const right: DraftProcedure = {
      ...tfesi,
      levels: [{ level: 'L4', side: 'right' }],
      outcome: 'aborted',
      abortedReason: 'pain',
    };
    expect(found({ procedures: [tfesi, right] })).toEqual([]);
    expect(found({ ageBand: '1-17', procedures: [visit('exp-pediatric')] })).toEqual([]);
    expect(found({ painCategory: 'cancer', diagnosisId: 'cancer-pain' })).toEqual([]);
  });

  it('of a setting: no procedure by telehealth, no outpatient item for inpatients, no inpatient item in a clinic', () => {
    const wrongFor = (itemId: string) =>
      settings.filter((setting) => found({ setting, procedures: [visit(itemId)] }).length > 0);
    expect(wrongFor('scs-implant')).toEqual(['telehealth']);
    expect(wrongFor('stim-programming')).toEqual([]);
    expect(wrongFor('exp-continuity')).toEqual(['inpatient']);
    expect(wrongFor('exp-acute')).toEqual(['clinic', 'asc', 'telehealth']);
    expect(wrongFor('exp-mdt')).toEqual([]);
  });

  it('of a patient is not asked of a simulation', () => {
    expect(found({ simulation: true, ageBand: '40-64', procedures: [visit('exp-pediatric')] })).toEqual([]);
    expect(found({ simulation: true, setting: 'telehealth' })).toEqual([]);
  });
});

describe('A diagnosis code', () => {
  it('belongs to at least three groups, whatever it is, and always to “other”', () => {
    for (const { id, icd10cm } of shipped.catalogue.diagnoses) {
      const groups = diagnosisGroups.filter((group) => groupFits(group, icd10cm));
      expect([id, groups.length >= 3, groups.includes('other')]).toEqual([id, true, true]);
    }
  });

  it.each([
    ['lumbar-radiculopathy', 'radicular', 'low-back'],
    ['psps', 'low-back', 'post-surgical'],
    ['si-dysfunction', 'low-back', 'joint'],
    ['cervicogenic-headache', 'headache-facial', 'neck'],
    ['occipital-neuralgia', 'headache-facial', 'neuropathic'],
    ['crps1-ul', 'crps', 'neuropathic'],
    ['chronic-pancreatitis', 'visceral-pelvic', 'other'],
    ['knee-oa', 'joint', 'post-surgical'],
    ['fibromyalgia', 'myofascial', 'other'],
    ['phn', 'neuropathic', 'headache-facial'],
  ] as const)('%s belongs to %s and %s', (id, one, other) => {
    const code = shipped.diagnosis(id)?.icd10cm ?? '';
    for (const group of [one, other]) expect([group, groupFits(group, code)]).toEqual([group, true]);
  });

  it.each([
    ['lumbar-radiculopathy', ['headache-facial', 'neck', 'crps']],
    ['cervical-spondylosis', ['low-back', 'visceral-pelvic']],
    ['chronic-migraine', ['low-back', 'radicular', 'joint']],
    ['knee-oa', ['headache-facial', 'neck', 'radicular']],
    ['thoracic-radiculopathy', ['headache-facial']],
    ['crps1-ll', ['low-back', 'headache-facial']],
  ] as const)('%s is a stranger to %s', (id, groups) => {
    const code = shipped.diagnosis(id)?.icd10cm ?? '';
    for (const group of groups) expect([group, groupFits(group, code)]).toEqual([group, false]);
  });
});
