import { indexCatalogue, type CatalogueItem } from '../catalogue';
import { shipped, shippedItem } from '../catalogue/testdata/shipped-catalogue';
import { checkContent, MAX_PROCEDURES, type ContentFacts } from './check-content';
import type { DraftContent, DraftProcedure } from './entry';

const training = [{ fromOn: '2025-07-01', toOn: '2026-06-30' }];
const submitting: ContentFacts = { catalogue: shipped, today: '2026-03-10', training, stage: 'submitted' };
const drafting: ContentFacts = { ...submitting, stage: 'draft' };

const tfesi: DraftProcedure = {
  itemId: 'esi-tf-lumbar',
  region: 'lumbar',
  levels: [{ level: 'L4', side: 'left' }],
  guidance: 'fluoroscopy',
  techniques: ['subpedicular-supraneural'],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};

const visit: DraftProcedure = {
  itemId: 'exp-continuity',
  levels: [],
  techniques: ['follow-up'],
  role: 'performed',
  supervision: 'indirect-available',
  complications: [],
};

const encounter: DraftContent = {
  performedOn: '2026-03-10',
  siteId: 'site',
  supervisorId: 'supervisor',
  setting: 'clinic',
  painCategory: 'chronic-non-cancer',
  diagnosisGroup: 'radicular',
  diagnosisId: 'lumbar-radiculopathy',
  simulation: false,
  procedures: [tfesi],
};

function problems(content: Partial<DraftContent>, facts = submitting): string[] {
  return checkContent({ ...encounter, ...content }, facts).map(({ code, field }) => `${code} ${field}`);
}

function problemsOf(procedure: Partial<DraftProcedure>, facts = submitting): string[] {
  return problems({ procedures: [{ ...tfesi, ...procedure }] }, facts);
}

function without<T extends object>(thing: T, ...keys: (keyof T)[]): T {
  const rest = { ...thing };
  for (const key of keys) delete rest[key];
  return rest;
}

function catalogueWith(changed: CatalogueItem): ContentFacts {
  const items = shipped.catalogue.items.map((item) => (item.id === changed.id ? changed : item));
  return { ...submitting, catalogue: indexCatalogue({ ...shipped.catalogue, items }) };
}

describe('the encounter', () => {
  it('is clean when everything is said and true', () => {
    expect(checkContent(encounter, submitting)).toEqual([]);
    expect(checkContent({ ...encounter, procedures: [tfesi, visit] }, submitting)).toEqual([]);
  });

  it('lies on a day of the calendar, not after today, however long ago', () => {
    expect(problems({ performedOn: '2026-02-29' })).toEqual(['entry/impossible-date /performedOn']);
    expect(problems({ performedOn: 'yesterday' })).toEqual(['entry/impossible-date /performedOn']);
    expect(problems({ performedOn: '2026-03-11' })).toEqual(['entry/future-date /performedOn']);
    expect(problems({ performedOn: '2026-03-11' }, drafting)).toEqual(['entry/future-date /performedOn']);
    const long = { ...submitting, training: [{ fromOn: '2015-03-10', toOn: '2026-06-30' }] };
    expect(problems({ performedOn: '2015-03-10' }, long)).toEqual([]);
  });

  it.each([
    ['2025-07-01', []],
    ['2025-06-30', ['entry/outside-training /performedOn']],
    ['2024-12-01', []],
    ['2025-02-01', ['entry/outside-training /performedOn']],
  ])(
    'Identity (c): on %s it lies within the fellow’s own training or is refused at its day',
    (performedOn, found) => {
      const twice = { ...drafting, training: [...training, { fromOn: '2024-07-01', toOn: '2024-12-31' }] };
      expect(problems({ performedOn }, twice)).toEqual(found);
      expect(problems({ performedOn }, { ...twice, stage: 'submitted' })).toEqual(found);
    },
  );

  it('Identity (c): a day outside the training is told with the training that is nearest', () => {
    expect(checkContent({ ...encounter, performedOn: '2025-06-30' }, drafting)).toEqual([
      {
        ok: false,
        code: 'entry/outside-training',
        field: '/performedOn',
        detail: { fromOn: '2025-07-01', toOn: '2026-06-30' },
      },
    ]);
    const none = checkContent(encounter, { ...drafting, training: [] });
    expect(none).toEqual([{ ok: false, code: 'entry/outside-training', field: '/performedOn' }]);
  });

  it('needs site, supervisor, setting, pain category and diagnosis group before a supervisor sees it', () => {
    const parts = ['siteId', 'supervisorId', 'setting', 'painCategory', 'diagnosisGroup'] as const;
    const bare = without(encounter, ...parts, 'diagnosisId');
    expect(checkContent(bare, submitting)).toEqual(
      parts.map((part) => ({ ok: false, code: 'entry/required', field: `/${part}` })),
    );
    expect(checkContent(bare, drafting)).toEqual([]);
  });

  it('names a diagnosis of the catalogue or none', () => {
    expect(problems({ diagnosisId: 'bad-luck' }, drafting)).toEqual(['entry/unknown-diagnosis /diagnosisId']);
  });

  it('has one to twelve procedures; a draft may have none', () => {
    expect(problems({ procedures: [] })).toEqual(['entry/procedure-needed /procedures']);
    expect(problems({ procedures: [] }, drafting)).toEqual([]);
    expect(MAX_PROCEDURES).toBe(12);
    const many = (length: number) =>
      Array.from({ length }, (_, nth) => ({
        ...tfesi,
        levels: [
          { level: `L${1 + (nth % 5)}`, side: nth % 2 === 0 ? ('left' as const) : ('right' as const) },
        ],
        guidance: nth < 10 ? ('fluoroscopy' as const) : ('ct' as const),
      }));
    expect(problems({ procedures: many(12) })).toEqual([]);
    expect(checkContent({ ...encounter, procedures: many(13) }, drafting)).toEqual([
      { ok: false, code: 'entry/too-many-procedures', field: '/procedures', detail: { max: 12 } },
    ]);
  });
});

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

describe('a word outside its vocabulary', () => {
  it('is refused at its field, in a draft too', () => {
    const odd = { setting: 'home', painCategory: 'odd', diagnosisGroup: 'all', ageBand: '41' } as never;
    expect(problems(odd, drafting).sort()).toEqual([
      'entry/unknown-value /ageBand',
      'entry/unknown-value /diagnosisGroup',
      'entry/unknown-value /painCategory',
      'entry/unknown-value /setting',
    ]);
  });

  it.each([
    ['role', 'led'],
    ['supervision', 'none'],
    ['outcome', 'fine'],
    ['selfHelp', 6],
    ['selfHelp', NaN],
  ])('of a procedure, such as %s %p, is refused', (field, value) => {
    expect(problemsOf({ [field]: value } as never, drafting)).toEqual([
      `entry/unknown-value /procedures/0/${field}`,
    ]);
  });
});

describe('the date', () => {
  it('of a slip of the finger is no date', () => {
    expect(problems({ performedOn: '0206-03-10' })).toEqual(['entry/impossible-date /performedOn']);
  });

  it('of today must be one, or every future date would pass', () => {
    expect(() => problems({}, { ...submitting, today: 'never' })).toThrow(
      expect.objectContaining({ code: 'entry/impossible-today' }),
    );
  });
});
