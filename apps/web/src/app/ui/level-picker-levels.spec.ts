import * as fc from 'fast-check';
import type { CatalogueItem } from '@countersign/domain/catalogue';
import { item } from '../testing/program';
import {
  columnsOf,
  isPressed,
  marksOf,
  rowsOf,
  toggled,
  usualRows,
  withOpenSides,
} from './level-picker-levels';

const thoracic = Array.from({ length: 12 }, (_, position) => `T${position + 1}`);

it('keeps a level on both sides as one bilateral level', () => {
  const left = toggled([], roots(), { level: 'L4', column: 'left' });
  expect(left).toEqual([{ level: 'L4', side: 'left' }]);
  expect(toggled(left, roots(), { level: 'L4', column: 'right' })).toEqual([
    { level: 'L4', side: 'bilateral' },
  ]);
  expect(toggled(left, roots(), { level: 'L4', column: 'both' })).toEqual([
    { level: 'L4', side: 'bilateral' },
  ]);
});

it('takes one side away from both', () => {
  const both = [{ level: 'L4', side: 'bilateral' as const }];
  expect(toggled(both, roots(), { level: 'L4', column: 'left' })).toEqual([{ level: 'L4', side: 'right' }]);
  expect(toggled(both, roots(), { level: 'L4', column: 'both' })).toEqual([]);
});

it('keeps levels in the order of the spine, whatever the order of the taps', () => {
  const five = toggled([], roots(), { level: 'L5', column: 'left' });
  const levels = toggled(five, roots(), { level: 'L3', column: 'left' });
  expect(levels.map(({ level }) => level)).toEqual(['L3', 'L5']);
});

it('moves the choice where an item takes one level', () => {
  const single = roots({ multiLevel: false });
  const four = toggled([], single, { level: 'L4', column: 'left' });
  expect(toggled(four, single, { level: 'L5', column: 'right' })).toEqual([{ level: 'L5', side: 'right' }]);
});

it('keeps the midline beside a side, as two leads at one vertebra are', () => {
  const leads = roots({ sides: ['left', 'right', 'bilateral', 'midline'] });
  const middle = toggled([], leads, { level: 'L3', column: 'middle' });
  expect(toggled(middle, leads, { level: 'L3', column: 'left' })).toEqual([
    { level: 'L3', side: 'left' },
    { level: 'L3', side: 'midline' },
  ]);
});

it('has one column and no sides where side means nothing', () => {
  const bones = roots({ sides: [] });
  expect(columnsOf(bones)).toEqual(['middle']);
  const levels = toggled([], bones, { level: 'L2', column: 'middle' });
  expect(levels).toEqual([{ level: 'L2' }]);
  expect(toggled(levels, bones, { level: 'L2', column: 'middle' })).toEqual([]);
});

it('marks a level that was named without its side, until it gets one', () => {
  const named = [{ level: 'L4' }, { level: 'L5' }];
  expect(marksOf(named, 'L4', roots())).toEqual({ left: false, middle: false, right: false, open: true });
  expect(withOpenSides(named, 'right')).toEqual([
    { level: 'L4', side: 'right' },
    { level: 'L5', side: 'right' },
  ]);
  expect(toggled(named, roots(), { level: 'L4', column: 'left' })).toContainEqual({
    level: 'L4',
    side: 'left',
  });
});

it('starts a long list at its lower end, or around what was used last', () => {
  const ribs = roots({ levels: thoracic });
  expect(usualRows(ribs, [])).toEqual(['T7', 'T8', 'T9', 'T10', 'T11', 'T12']);
  expect(usualRows(ribs, ['T4', 'T5'])).toEqual(['T2', 'T3', 'T4', 'T5', 'T6', 'T7']);
  expect(usualRows(ribs, ['T1'])).toContain('T1');
  expect(usualRows(roots(), [])).toEqual(rowsOf(roots()));
});

it('never holds a level twice on the same side, and each press is taken back by the same press', () => {
  const item = roots({ sides: ['left', 'right', 'bilateral', 'midline'] });
  const press = fc.record({
    level: fc.constantFrom(...item.levels),
    column: fc.constantFrom(...columnsOf(item)),
  });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), press, (presses, last) => {
      const levels = presses.reduce(
        (before, one) => toggled(before, item, one),
        [] as ReturnType<typeof toggled>,
      );
      const keys = levels.map(({ level, side }) => `${level} ${side === 'midline' ? 'midline' : 'lateral'}`);
      expect(new Set(keys).size).toBe(keys.length);
      const before = isPressed(marksOf(levels, last.level, item), last.column);
      const after = isPressed(marksOf(toggled(levels, item, last), last.level, item), last.column);
      expect(after).toBe(!before);
    }),
  );
});

function roots(part: Partial<CatalogueItem> = {}): CatalogueItem {
  return {
    ...item,
    id: 'esi-tf-lumbar',
    name: 'Transforaminal epidural, lumbar',
    short: 'Transforaminal epidural, lumbar',
    levelType: 'nerve-root',
    levels: ['L1', 'L2', 'L3', 'L4', 'L5'],
    multiLevel: true,
    countUnit: 'level',
    ...part,
  };
}
