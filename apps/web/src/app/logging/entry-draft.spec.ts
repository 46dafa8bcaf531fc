import { TestBed } from '@angular/core/testing';
import { indexCatalogue } from '@countersign/domain/catalogue';
import { catalogue, context } from '../testing/program';
import { withToggled } from '../ui/fields/toggle-chips';
import { EntryDraft, patched } from './entry-draft';

const facts = {
  catalogue: indexCatalogue(catalogue),
  today: '2026-11-23',
  training: context.training,
  neededDetails: [],
};
const empty = { performedOn: '2026-11-23', simulation: false, procedures: [] };
const sacroiliac = { itemId: 'si-joint', levels: [], techniques: [], complications: [] };

let draft: EntryDraft;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [EntryDraft] });
  draft = TestBed.inject(EntryDraft);
  draft.start(empty, facts);
});

it('leaves emptied fields out instead of keeping them undefined', () => {
  expect(patched({ one: 1, two: 2 as number | undefined }, { two: undefined })).toEqual({ one: 1 });
  expect(Object.keys(patched({ one: 1, two: 2 as number | undefined }, { two: undefined }))).toEqual(['one']);
});

it('is changed only while it differs from what is saved', () => {
  expect(draft.changed()).toBe(false);
  draft.change({ caseLabel: 'NA-22' });
  expect(draft.changed()).toBe(true);
  draft.change({ caseLabel: undefined });
  expect(draft.changed()).toBe(false);
  draft.change({ caseLabel: 'NA-22' });
  draft.settle();
  expect(draft.changed()).toBe(false);
});

it('numbers procedures as the checks do, whatever places are still empty', () => {
  draft.add();
  const [first, second] = draft.slots();
  draft.put(second?.key ?? 0, sacroiliac);
  expect(draft.pointerOf(second?.key ?? 0)).toBe('/procedures/0');
  draft.put(first?.key ?? 0, sacroiliac);
  expect(draft.pointerOf(second?.key ?? 0)).toBe('/procedures/1');
  draft.remove(first?.key ?? 0);
  expect(draft.pointerOf(second?.key ?? 0)).toBe('/procedures/0');
});

it('asks less of a draft than of a submitted entry', () => {
  expect(draft.check('draft')).toBe(true);
  expect(draft.check('submitted')).toBe(false);
  expect(draft.noteAt('/procedures')).toBe('Choose what you did first.');
  expect(draft.noteAt('/siteId')).toBe('Choose the site.');
});

it('shows at a field what the server found inside of it, as long as nothing changed there', () => {
  draft.put(draft.slots()[0]?.key ?? 0, { ...sacroiliac, complications: ['none'] });
  draft.accept([{ pointer: '/procedures/0/complications/0', code: 'entry/new-rule', title: 'Look again.' }]);
  expect(draft.noteAt('/procedures/0/complications')).toBe('Look again.');
  draft.put(draft.slots()[0]?.key ?? 0, { ...sacroiliac, complications: ['vasovagal'] });
  expect(draft.noteAt('/procedures/0/complications')).toBeUndefined();
});

it('lets “no complication” and what happened push each other out', () => {
  expect(withToggled(['vasovagal'], 'none', 'none')).toEqual(['none']);
  expect(withToggled(['none'], 'vasovagal', 'none')).toEqual(['vasovagal']);
  expect(withToggled(['vasovagal'], 'vasovagal', 'none')).toEqual([]);
});

it('Identity (c): a day outside the training is refused at the date as soon as it is chosen', () => {
  draft.change({ performedOn: '2026-06-30' });
  draft.judge('/performedOn');
  expect(draft.notes()).toEqual([
    {
      pointer: '/performedOn',
      text: 'This day is outside your training, which is from Jul 1, 2026 to Jun 30, 2027.',
    },
  ]);
  draft.change({ performedOn: '2026-07-01' });
  expect(draft.notes()).toEqual([]);
});
