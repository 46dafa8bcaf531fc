import fc from 'fast-check';
import { keptContent, plainContent, textsOf, type DraftContent } from './index';

const words = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined });
const content: fc.Arbitrary<DraftContent> = fc
  .record({ label: words, reflection: words, reasons: fc.array(words, { maxLength: 4 }) })
  .map(({ label, reflection, reasons }) => ({
    performedOn: '2026-11-20',
    simulation: false,
    ...(label === undefined ? {} : { caseLabel: label }),
    ...(reflection === undefined ? {} : { reflection }),
    procedures: reasons.map((abortedReason, nth) => ({
      ...{ itemId: `item-${nth}`, levels: [], techniques: [], complications: ['none'] },
      ...(abortedReason === undefined ? {} : { abortedReason }),
    })),
  }));

describe('The texts of a content', () => {
  it('are named by their places', () => {
    const procedure = { itemId: 'a', levels: [], techniques: [], complications: [] };
    const procedures = [procedure, { ...procedure, abortedReason: 'Bleeding' }];
    const given = { performedOn: '2026-11-20', simulation: false, caseLabel: 'C 7', reflection: 'Why?' };
    expect([...textsOf({ ...given, procedures })]).toEqual([
      ['/caseLabel', 'C 7'],
      ['/reflection', 'Why?'],
      ['/procedures/1/abortedReason', 'Bleeding'],
    ]);
  });

  it('go apart from it and come back as they were', () => {
    fc.assert(
      fc.property(content, (given) => {
        const ids = new Map([...textsOf(given).values()].map((text, nth) => [text, `text:${nth}`]));
        const back = new Map([...ids].map(([text, id]) => [id, text]));
        const kept = keptContent(given, (text) => ids.get(text) ?? '');
        expect(textsOf(kept as DraftContent).size).toBe(0);
        expect(plainContent(kept, (id) => back.get(id))).toEqual(given);
      }),
    );
  });

  it('that were removed are left out, and all else stays', () => {
    const given = { performedOn: '2026-11-20', simulation: false, caseLabel: 'C 7', procedures: [] };
    const kept = keptContent(given, () => 'text:1');
    expect(kept).toMatchObject({ texts: { '/caseLabel': 'text:1' } });
    const { caseLabel: _gone, ...rest } = given;
    expect(plainContent(kept, () => undefined)).toEqual(rest);
  });
});
