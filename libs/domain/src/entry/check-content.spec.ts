import { checkContent, MAX_PROCEDURES } from './check-content';
import {
  drafting,
  encounter,
  problems,
  problemsOf,
  submitting,
  tfesi,
  training,
  visit,
  without,
} from './testdata/content';

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
