import { indexCatalogue, type CatalogueItem } from '../catalogue';
import { shipped, shippedItem } from '../catalogue/testdata/shipped-catalogue';
import { checkContent, type ContentFacts } from './check-content';
import type { DraftProcedure } from './entry';
import {
  drafting,
  encounter,
  problems,
  problemsOf,
  submitting,
  tfesi,
  visit,
  without,
} from './testdata/content';

function catalogueWith(changed: CatalogueItem): ContentFacts {
  const items = shipped.catalogue.items.map((item) => (item.id === changed.id ? changed : item));
  return { ...submitting, catalogue: indexCatalogue({ ...shipped.catalogue, items }) };
}

describe('a procedure', () => {
  it('is of the catalogue', () => {
    expect(problems({ procedures: [tfesi, { ...tfesi, itemId: 'tarot' }] })).toEqual([
      'entry/unknown-item /procedures/1/itemId',
    ]);
  });

  it('was not sunset before its day', () => {
    const facts = catalogueWith({ ...shippedItem('esi-tf-lumbar'), sunsetOn: '2026-03-09' });
    expect(checkContent(encounter, facts)).toEqual([
      {
        ok: false,
        code: 'entry/sunset-item',
        field: '/procedures/0/itemId',
        detail: { sunsetOn: '2026-03-09' },
      },
    ]);
    expect(problems({ performedOn: '2026-03-09' }, facts)).toEqual([]);
  });

  it('lies in a region of its item, or anywhere the catalogue knows if the item can be anywhere', () => {
    expect(checkContent({ ...encounter, procedures: [{ ...tfesi, region: 'knee' }] }, drafting)).toEqual([
      {
        ok: false,
        code: 'entry/region-not-of-item',
        field: '/procedures/0/region',
        detail: { region: 'knee' },
      },
    ]);
    const scar: Partial<DraftProcedure> = {
      itemId: 'scar-neuroma-inj',
      levels: [],
      side: 'left',
      guidance: 'ultrasound',
      techniques: [],
    };
    expect(problemsOf({ ...scar, region: 'knee' })).toEqual([]);
    expect(problemsOf({ ...scar, region: 'moon' })).toEqual([
      'entry/region-not-of-item /procedures/0/region',
    ]);
  });

  it('is guided and done as its item allows', () => {
    expect(checkContent({ ...encounter, procedures: [{ ...tfesi, guidance: 'emg' }] }, drafting)).toEqual([
      {
        ok: false,
        code: 'entry/guidance-not-of-item',
        field: '/procedures/0/guidance',
        detail: { guidance: 'emg' },
      },
    ]);
    const techniques = ['selective-root-block', 'hanging-drop'];
    expect(checkContent({ ...encounter, procedures: [{ ...tfesi, techniques }] }, drafting)).toEqual([
      {
        ok: false,
        code: 'entry/technique-not-of-item',
        field: '/procedures/0/techniques/1',
        detail: { technique: 'hanging-drop' },
      },
    ]);
    const twice = ['selective-root-block', 'selective-root-block'];
    expect(problemsOf({ techniques: twice })).toEqual(['entry/repeated /procedures/0/techniques/1']);
  });

  it('needs role, supervision, outcome and a word on complications before a supervisor sees it', () => {
    const bare = without(
      { ...tfesi, complications: [] },
      'role',
      'supervision',
      'outcome',
      'guidance',
      'region',
    );
    expect(problems({ procedures: [bare] })).toEqual([
      'entry/required /procedures/0/role',
      'entry/required /procedures/0/supervision',
      'entry/required /procedures/0/outcome',
      'entry/required /procedures/0/complications',
    ]);
    expect(problems({ procedures: [bare] }, drafting)).toEqual([]);
  });

  it('that was aborted says why, and no other does', () => {
    const missing = ['entry/required /procedures/0/abortedReason'];
    expect(problemsOf({ outcome: 'aborted' })).toEqual(missing);
    expect(problemsOf({ outcome: 'aborted', abortedReason: '  ' })).toEqual(missing);
    expect(problemsOf({ outcome: 'aborted', abortedReason: 'vasovagal' })).toEqual([]);
    expect(problemsOf({ outcome: 'aborted' }, drafting)).toEqual([]);
    expect(problemsOf({ abortedReason: 'vasovagal' }, drafting)).toEqual([
      'entry/reason-only-if-aborted /procedures/0/abortedReason',
    ]);
    const undecided = without({ ...tfesi, abortedReason: 'vasovagal' }, 'outcome');
    expect(problems({ procedures: [undecided] }, drafting)).toEqual([]);
  });

  it('has any complications of the catalogue, each once, and none beside `none`', () => {
    expect(problemsOf({ complications: ['vasovagal', 'death'] })).toEqual([]);
    expect(problemsOf({ complications: ['vasovagal', 'bad-hair'] }, drafting)).toEqual([
      'entry/unknown-complication /procedures/0/complications/1',
    ]);
    expect(problemsOf({ complications: ['vasovagal', 'pdph', 'vasovagal'] })).toEqual([
      'entry/repeated /procedures/0/complications/2',
    ]);
    expect(problemsOf({ complications: ['vasovagal', 'none'] }, drafting)).toEqual([
      'entry/none-excludes-others /procedures/0/complications',
    ]);
  });
});

describe('rows that say the same', () => {
  it('are refused when they are sent; a draft may hold them for a while', () => {
    expect(problems({ procedures: [tfesi, tfesi] })).toEqual(['entry/row-repeated /procedures/1']);
    expect(problems({ procedures: [tfesi, tfesi] }, drafting)).toEqual([]);
  });
});

describe('an experience', () => {
  it('has no outcome and no complications', () => {
    expect(problems({ procedures: [visit] })).toEqual([]);
    const told = { ...visit, outcome: 'success' as const, abortedReason: 'late', complications: ['none'] };
    expect(problems({ procedures: [told] }, drafting)).toEqual([
      'entry/not-of-experience /procedures/0/outcome',
      'entry/not-of-experience /procedures/0/abortedReason',
      'entry/not-of-experience /procedures/0/complications',
    ]);
  });

  it('in the simulator is marked as simulation', () => {
    const session = { ...visit, itemId: 'exp-simulation', techniques: ['cadaver'] };
    expect(problems({ procedures: [session] }, drafting)).toEqual(['entry/simulation-only /simulation']);
    expect(problems({ procedures: [session], simulation: true })).toEqual([]);
  });
});
