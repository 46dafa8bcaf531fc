import type { Catalogue } from './catalogue-item';
import { parseCatalogue } from './parse-catalogue';
import { shippedFiles } from './testdata/shipped-catalogue';
import { errors, errorsOf, item, none, pdph, phn, sound, visit } from './testdata/sound-catalogue';
import { countUnits, guidances, levelTypes, procedureRoles } from './vocabulary';

describe('the shipped edition', () => {
  const parsed = parseCatalogue(shippedFiles());

  it('is sound and whole', () => {
    expect(parsed.ok).toBe(true);
    const catalogue = parsed.ok ? parsed.catalogue : undefined;
    expect(catalogue?.groups).toHaveLength(20);
    expect(catalogue?.items.filter(({ kind }) => kind === 'procedure')).toHaveLength(132);
    expect(catalogue?.items.filter(({ kind }) => kind === 'experience')).toHaveLength(54);
    expect(catalogue?.complications).toHaveLength(108);
    expect(catalogue?.diagnoses).toHaveLength(54);
  });

  it('ships no CPT code', () => {
    const systems = parsed.ok
      ? parsed.catalogue.items.flatMap(({ codeExamples }) => Object.keys(codeExamples))
      : [];
    expect([...new Set(systems)].sort()).toEqual(['hcpcs', 'icd10pcs']);
  });
});

describe('a catalogue', () => {
  it('is read as it is', () => {
    expect(parseCatalogue(sound)).toEqual({ ok: true, catalogue: sound });
    const retired = { ...sound, items: [{ ...item, sunsetOn: '2026-12-31' }, visit] };
    expect(parseCatalogue(retired)).toEqual({ ok: true, catalogue: retired });
  });

  it('is nothing but an object with its five parts', () => {
    expect(errors(null)).toEqual([
      ' must be an object',
      '/groups must be a list',
      '/complications must be a list',
      '/edition must match ^\\d{4}\\.\\d+$',
      '/items must be a list',
      '/diagnoses must be a list',
    ]);
    expect(errors([])).toContain(' must be an object');
    expect(errors({ ...sound, edition: 'first' })).toEqual(['/edition must match ^\\d{4}\\.\\d+$']);
    expect(errors({ ...sound, extra: 1 })).toEqual(['/extra is not a field of this object']);
  });

  it('names every id once', () => {
    expect(errors({ ...sound, diagnoses: [phn, phn] })).toEqual(['/diagnoses/1/id is used twice']);
    expect(errors({ ...sound, items: [item, visit, item] })).toEqual(['/items/2/id is used twice']);
    expect(errorsOf({ id: 'Not A Slug' })).toEqual(['/items/0/id must match ^[a-z0-9]+(-[a-z0-9]+)*$']);
    expect(
      errors({
        ...sound,
        diagnoses: [
          { ...phn, id: 1 },
          { ...phn, id: 2 },
        ],
      }),
    ).toEqual([
      '/diagnoses/0/id must match ^[a-z0-9]+(-[a-z0-9]+)*$',
      '/diagnoses/1/id must match ^[a-z0-9]+(-[a-z0-9]+)*$',
    ]);
  });

  it('has complications and diagnoses of known kinds', () => {
    const odd = { ...pdph, severity: 'awful', onset: 'never', synonyms: ['PDPH', '', ' x'] };
    expect(errors({ ...sound, complications: [none, odd] })).toEqual([
      '/complications/1/severity must be one of none, minor, serious',
      '/complications/1/onset must be one of immediate, delayed, any',
      '/complications/1/synonyms/0 must be a text in lower case without spaces around it',
      '/complications/1/synonyms/1 must be a text in lower case without spaces around it',
      '/complications/1/synonyms/2 must be a text in lower case without spaces around it',
    ]);
    expect(
      errors({ ...sound, diagnoses: [{ ...phn, label: ' ', icd10cm: 'shingles', verify: 'yes' }] }),
    ).toEqual([
      '/diagnoses/0/label must be a text',
      expect.stringContaining('/diagnoses/0/icd10cm must match'),
      '/diagnoses/0/verify must be true or false',
    ]);
    expect(errors({ ...sound, diagnoses: [{ ...phn, icd10cm: '' }] })).toEqual([]);
    expect(
      errors({ ...sound, groups: [{ id: 'epidural', name: '', kind: 'thing' }, sound.groups[1]] }),
    ).toEqual(['/groups/0/name must be a text', '/groups/0/kind must be one of procedure, experience']);
  });
});

describe('an item of the catalogue', () => {
  it.each([
    [{ group: 'nowhere' }, '/items/0/group must be a group of the catalogue'],
    [{ group: 'visits' }, '/items/0/kind must be the kind of its group'],
    [{ levels: ['L4', 'L6'] }, '/items/0/levels/1 must be a level of type nerve-root'],
    [{ levels: ['L4', 'L4'] }, '/items/0/levels/1 is in the list twice'],
    [{ levels: 'L4' }, '/items/0/levels must be a list'],
    [{ levels: [] }, '/items/0/multiLevel needs levels'],
    [{ sides: ['left', 'bilateral'] }, '/items/0/sides with bilateral must hold left and right'],
    [{ sides: ['right', 'bilateral'] }, '/items/0/sides with bilateral must hold left and right'],
    [{ sides: ['left', 'up'] }, '/items/0/sides/1 must be one of left, right, bilateral, midline'],
    [{ guidance: [7] }, `/items/0/guidance/0 must be one of ${guidances.join(', ')}`],
    [{ levelType: 'bone' }, `/items/0/levelType must be one of ${levelTypes.join(', ')}`],
    [{ countUnit: 'each' }, `/items/0/countUnit must be one of ${countUnits.join(', ')}`],
    [{ countUnit: 'encounter' }, '/items/0/countUnit must be encounter for an experience only'],
    [{ riskTier: 4 }, '/items/0/riskTier must be one of 0, 1, 2, 3'],
    [{ riskTier: 0 }, '/items/0/riskTier must be 0 for an experience and 1 to 3 for a procedure'],
    [
      { typicalComplications: ['hex'] },
      '/items/0/typicalComplications/0 must be a complication of the catalogue',
    ],
    [
      { typicalComplications: ['none'] },
      '/items/0/typicalComplications must not hold none, it is always offered',
    ],
    [{ settings: ['outpatient'] }, '/items/0/settings must be given for an experience only'],
    [{ techniques: ['Two Words'] }, '/items/0/techniques/0 must be lower-case words joined by hyphens'],
    [{ regions: [''] }, '/items/0/regions/0 must be lower-case words joined by hyphens'],
    [{ synonyms: ['TFESI'] }, '/items/0/synonyms/0 must be a text in lower case without spaces around it'],
    [{ calls: [' shot'] }, '/items/0/calls/0 must be a text in lower case without spaces around it'],
    [{ calls: 'shot' }, '/items/0/calls must be a list'],
    [{ highRisk: 'yes' }, '/items/0/highRisk must be true or false'],
    [{ usualRoles: ['held'] }, `/items/0/usualRoles/0 must be one of ${procedureRoles.join(', ')}`],
    [{ usualRoles: [] }, '/items/0/usualRoles must hold a role'],
    [{ name: 5 }, '/items/0/name must be a text'],
    [{ notes: null }, '/items/0/notes must match ^'],
    [{ multiLevel: 1 }, '/items/0/multiLevel must be true or false'],
    [{ codeExamples: null }, '/items/0/codeExamples must be an object'],
    [{ codeExamples: { icd10pcs: [''] } }, '/items/0/codeExamples/icd10pcs/0 must be a text'],
    [{ codeExamples: { local: 'x' } }, '/items/0/codeExamples/local must be a list'],
    [{ sunsetOn: '2026-02-30' }, '/items/0/sunsetOn must be a date of the calendar'],
    [{ sunsetOn: 20260230 }, '/items/0/sunsetOn must be a text'],
    [{ sunset: '2026-02-03' }, '/items/0/sunset is not a field of this object'],
  ])('is refused with %j', (changed, expected) => {
    expect(errorsOf(changed)).toContain(expected);
  });

  it('that says nothing of itself is called nothing more, of no high risk, and usual in every role', () => {
    const silent = { ...item, calls: undefined, highRisk: undefined, usualRoles: undefined };
    const parsed = parseCatalogue({ ...sound, items: [silent, visit] });
    expect(parsed.ok && parsed.catalogue.items[0]).toEqual({
      ...item,
      calls: [],
      highRisk: false,
      usualRoles: procedureRoles,
    });
  });

  it('that is silent takes what another edition says of it, and keeps what it says itself', () => {
    const elsewhere = { ...sound, items: [{ ...item, highRisk: true }] } as unknown as Catalogue;
    const parsed = parseCatalogue(
      {
        ...sound,
        items: [{ ...item, calls: ['own call'], highRisk: undefined, usualRoles: undefined }, visit],
      },
      elsewhere,
    );
    expect(parsed.ok && parsed.catalogue.items[0]).toEqual({ ...item, calls: ['own call'], highRisk: true });
  });

  it('from before short names, details and meetings is short as its name, with none of them', () => {
    const before = Object.fromEntries(
      Object.entries(item).filter(
        ([key]) => !['short', 'perLead', 'oneOf', 'regionOf', 'details', 'remote', 'meeting'].includes(key),
      ),
    );
    const { words: _words, ...first } = sound;
    const parsed = parseCatalogue({ ...first, items: [before, visit] });
    expect(parsed.ok && parsed.catalogue.items[0]).toEqual(item);
    expect(parsed.ok && parsed.catalogue.words).toEqual([]);
  });

  it.each([
    [{ short: 'Too / long' }, '/items/0/short must match ^[^/()]{1,36}$'],
    [{ perLead: true, multiLevel: false }, '/items/0/perLead needs several levels'],
    [{ meeting: true }, '/items/0/meeting must be given for an experience only'],
    [{ oneOf: [['kambin']] }, '/items/0/oneOf must hold groups of two techniques of the item or more'],
    [
      { oneOf: [['kambin', 'other']] },
      '/items/0/oneOf must hold groups of two techniques of the item or more',
    ],
    [
      { regionOf: { psoas: 'lumbar' } },
      '/items/0/regionOf must put targets of the item in regions of the item',
    ],
    [
      { details: [{ id: 'a', name: 'A', kind: 'text' }] },
      '/items/0/details/0/kind must be one of choice, number, level',
    ],
    [
      { details: [{ id: 'a', name: 'A', kind: 'choice', choices: [{ id: 'b', name: 'B' }] }] },
      '/items/0/details/0/choices must hold two choices or more',
    ],
    [
      { details: [{ id: 'a', name: 'A', kind: 'number', unit: 'mL', min: 5, max: 5 }] },
      '/items/0/details/0/max must be greater than min',
    ],
    [
      { details: [{ id: 'a', name: 'A', kind: 'number', unit: 'mL', min: '1', max: 5 }] },
      '/items/0/details/0/min must be a number',
    ],
    [
      { details: [{ id: 'a', name: 'A', kind: 'level', levels: ['L9'] }] },
      '/items/0/details/0/levels/0 must be a vertebra or an interspace',
    ],
    [
      {
        details: [
          { id: 'a', name: 'A', kind: 'level', levels: ['L4'] },
          { id: 'a', name: 'A', kind: 'level', levels: ['L4-5'] },
        ],
      },
      '/items/0/details/1/id is used twice',
    ],
    [{ techniques: ['kambin', 'new'] }, '/words must name new'],
    [{ techniques: [] }, '/words/1/id is a key of no item'],
  ])('is refused with what came later, %j', (changed, expected) => {
    const both = [{ ...item, ...changed }, 'techniques' in changed ? { ...visit, techniques: [] } : visit];
    expect(errors({ ...sound, items: both })).toContain(expected);
  });

  it('names no target that is a level too', () => {
    const muscle = { levelType: 'muscle', levels: ['psoas'], targets: ['psoas', 'iliacus'] };
    expect(errorsOf(muscle)).toContain('/items/0/targets must differ from the levels');
    expect(errorsOf({ ...muscle, targets: ['iliacus'] })).toEqual(['/words must name iliacus']);
    expect(errorsOf({ ...muscle, levels: ['Psoas Major'], targets: [] })).toEqual([
      '/items/0/levels/0 must be a level of type muscle',
      '/items/0/multiLevel needs levels',
    ]);
  });

  it('that is an experience has no procedure’s fields', () => {
    const odd = { ...visit, typicalComplications: ['pdph'], riskTier: 1, countUnit: 'level', settings: [] };
    expect(errors({ ...sound, items: [item, odd] })).toEqual([
      '/items/1/typicalComplications must be empty for an experience',
      '/items/1/riskTier must be 0 for an experience and 1 to 3 for a procedure',
      '/items/1/countUnit must be encounter for an experience only',
      '/items/1/settings must be given for an experience only',
    ]);
    expect(errors({ ...sound, items: [item, 'visit'] })[0]).toBe('/items/1 must be an object');
  });
});
