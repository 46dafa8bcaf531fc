import { checkReturn, checkReason, returnNeedsText } from './reasons';

describe('a return', () => {
  it.each(['wrong-role', 'wrong-procedure', 'wrong-details', 'other'])(
    'for the reason %s says what to change',
    (reasonCode) => {
      expect(returnNeedsText(reasonCode)).toBe(true);
      expect(checkReturn({ reasonCode, reasonText: 'the left side' })).toEqual([]);
      for (const reasonText of [undefined, ' \n'])
        expect(checkReturn({ reasonCode, reasonText })).toEqual([
          { ok: false, code: 'review/reason-needed', field: '/reasonText' },
        ]);
    },
  );

  it.each(['not-my-case', 'duplicate'])('for the reason %s needs no more words', (reasonCode) => {
    expect(returnNeedsText(reasonCode)).toBe(false);
    expect(checkReturn({ reasonCode })).toEqual([]);
    expect(checkReturn({ reasonCode, reasonText: 'see the day before' })).toEqual([]);
  });

  it('names a reason of the list', () => {
    expect(checkReturn({ reasonCode: 'because', reasonText: 'so' })).toEqual([
      { ok: false, code: 'review/reason-unknown', field: '/reasonCode' },
    ]);
  });
});

describe('a text that must be given', () => {
  it('says something', () => {
    expect(checkReason('logged twice', '/reason')).toEqual([]);
    expect(checkReason('', '/reason')).toEqual([
      { ok: false, code: 'review/reason-needed', field: '/reason' },
    ]);
  });
});
