import { checkApproval, NARRATIVE_AT_HELP } from './check-approval';

const needed = { ok: false, code: 'review/narrative-needed', field: '/nextTimeText' };
const fine = { ok: true, value: null };

describe('an approval', () => {
  it.each([1, 2] as const)('at help %s says what to do next time', (help) => {
    expect(checkApproval({ help })).toEqual(needed);
    expect(checkApproval({ help, nextTimeText: '  ', keepDoing: 'calm hands' })).toEqual(needed);
    expect(checkApproval({ help, nextTimeText: 'rotate the view earlier' })).toEqual(fine);
  });

  it.each([3, 4, 5] as const)('at help %s needs no text', (help) => {
    expect(checkApproval({ help })).toEqual(fine);
  });

  it.each([0, 6, 2.5, NaN])('has no help %p and no next time %p', (rating) => {
    expect(checkApproval({ help: rating as never })).toEqual({
      ok: false,
      code: 'review/rating-unknown',
      field: '/help',
    });
    expect(checkApproval({ help: 4, nextTime: rating as never })).toEqual({
      ok: false,
      code: 'review/rating-unknown',
      field: '/nextTime',
    });
  });

  it('draws the line at two', () => expect(NARRATIVE_AT_HELP).toBe(2));
});
