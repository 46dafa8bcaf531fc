import type { DecisionView } from '../entries/views';
import { decisionLines } from './decision';

const approval: DecisionView = {
  kind: 'approved',
  by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
  at: 1,
  undone: false,
};
const lines = (part: Partial<DecisionView>, names = ['Epidural', 'Trigger point']) =>
  decisionLines({ ...approval, ...part }, names).map(({ label, text }) => `${label}: ${text}`);

describe('what a decision says', () => {
  it('is one rating where it was given in one tap', () => {
    const tap = [0, 1].map((position) => ({ position, help: 4, nextTime: 5, scope: 'all' }) as const);
    const said = ['Help 4: stood by, just in case', 'Next time: alone, may teach'];
    expect(lines({ ratings: tap })).toEqual(said);
    expect(lines({ ratings: tap.slice(0, 1) }, ['Epidural'])).toEqual(said);
  });

  it('is a rating for each procedure where they were judged apart', () => {
    const ratings = [
      { position: 0, help: 5, scope: 'each' },
      { position: 1, help: 2, nextTime: 2, scope: 'each' },
    ] as const;
    expect(lines({ ratings: [...ratings], nextTimeText: 'Slower' })).toEqual([
      'Epidural, help 5: not needed',
      'Trigger point, help 2: talked through every step',
      'Trigger point, next time: with direct supervision',
      'Do differently: Slower',
    ]);
    expect(lines({ ratings: ratings.slice(0, 1) }, ['Epidural'])).toEqual(['Help 5: not needed']);
  });

  it('is a correction with both values and its reason', () => {
    const role = { recorded: 'performed', corrected: 'assisted' } as const;
    const corrections = [
      { position: 0, role },
      { position: 1, supervision: { corrected: 'oversight' } as const },
    ];
    expect(lines({ corrections, reasonText: 'I held the needle' })).toEqual([
      'Epidural, role corrected: Performed → Assisted',
      'Trigger point, supervision corrected: nothing → Oversight',
      'Why: I held the needle',
    ]);
  });

  it('is still the reason of a return whose words were removed', () => {
    expect(lines({ kind: 'returned', reasonCode: 'wrong-role' })).toEqual(['Reason: Role is different']);
  });

  it('is the reason of a return in the words of the list', () => {
    const returned = { kind: 'returned', reasonCode: 'wrong-role', reasonText: 'You assisted' } as const;
    expect(lines(returned)).toEqual(['Role is different: You assisted']);
    expect(lines({ kind: 'contested', reasonText: 'I placed both' })).toEqual(['Why: I placed both']);
  });
});
