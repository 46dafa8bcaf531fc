import {
  checkApproval,
  NARRATIVE_AT_HELP,
  ratingsOf,
  type Approval,
  type LineRating,
} from './check-approval';

const needed = { ok: false, code: 'review/narrative-needed', field: '/nextTimeText' };
const fine = { ok: true, value: null };
const check = (approval: Approval, lines = 1) => checkApproval(approval, lines);
const fault = (approval: Approval, lines = 2) => {
  const checked = checkApproval(approval, lines);
  return checked.ok ? 'ok' : `${checked.code} ${checked.field}`;
};

describe('an approval', () => {
  it.each([1, 2] as const)('at help %s says what to do next time', (help) => {
    expect(check({ help })).toEqual(needed);
    expect(check({ help, nextTimeText: '  ', keepDoing: 'calm hands' })).toEqual(needed);
    expect(check({ help, nextTimeText: 'rotate the view earlier' })).toEqual(fine);
  });

  it.each([3, 4, 5] as const)('at help %s needs no text', (help) => {
    expect(check({ help })).toEqual(fine);
  });

  it.each([0, 6, 2.5, NaN])('has no help %p and no next time %p', (rating) => {
    const wrong = rating as never;
    expect(fault({ help: wrong })).toBe('review/rating-unknown /help');
    expect(fault({ help: 4, nextTime: wrong })).toBe('review/rating-unknown /nextTime');
    const first = { position: 0, help: 4 } as const;
    const second = { position: 1, help: wrong };
    expect(fault({ ratings: [first, second] })).toBe('review/rating-unknown /ratings/1/help');
    const nextTime: LineRating = { position: 1, help: 4, nextTime: wrong };
    expect(fault({ ratings: [first, nextTime] })).toBe('review/rating-unknown /ratings/1/nextTime');
  });

  it('draws the line at two', () => expect(NARRATIVE_AT_HELP).toBe(2));
});

describe('ratings of lines judged apart', () => {
  const rated = (...helps: (1 | 2 | 3 | 4 | 5)[]) => helps.map((help, position) => ({ position, help }));

  it('need one text if any line is at help 2 or less', () => {
    expect(check({ ratings: rated(5, 2) }, 2)).toEqual(needed);
    expect(check({ ratings: rated(1, 2), nextTimeText: 'rotate the view earlier' }, 2)).toEqual(fine);
    expect(check({ ratings: rated(3, 5) }, 2)).toEqual(fine);
  });

  it('leave no line out and name none twice', () => {
    expect(fault({})).toBe('review/rating-needed /help');
    expect(fault({ ratings: rated(5) })).toBe('review/rating-needed /ratings');
    expect(fault({ ratings: [] }, 0)).toBe('review/rating-needed /ratings');
    expect(fault({ ratings: [...rated(5), ...rated(4)] })).toBe('review/rating-twice /ratings/1/position');
  });

  it.each([2, -1, 0.5])('are of lines that are there, not of line %s', (position) => {
    const ratings = [...rated(5), { position, help: 4 as const }];
    expect(fault({ ratings })).toBe('review/rating-unknown-procedure /ratings/1/position');
  });

  it('are never given beside a rating for all lines', () => {
    expect(fault({ help: 4, ratings: rated(4, 4) })).toBe('review/rating-twice /ratings');
    expect(fault({ nextTime: 4, ratings: rated(4, 4) })).toBe('review/rating-twice /ratings');
  });

  it('are kept as ratings of their own, one tap as the same rating of every line', () => {
    expect(ratingsOf({ ratings: [{ position: 1, help: 2, nextTime: 3 }, ...rated(5)] }, 2)).toEqual([
      { position: 1, help: 2, nextTime: 3, scope: 'each' },
      { position: 0, help: 5, nextTime: null, scope: 'each' },
    ]);
    expect(ratingsOf({ help: 4, nextTime: 5 }, 2)).toEqual([
      { position: 0, help: 4, nextTime: 5, scope: 'all' },
      { position: 1, help: 4, nextTime: 5, scope: 'all' },
    ]);
    expect(ratingsOf({ help: 4 }, 1)).toEqual([{ position: 0, help: 4, nextTime: null, scope: 'all' }]);
    expect(ratingsOf({}, 1)).toEqual([]);
  });
});
