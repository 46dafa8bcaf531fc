import { checkReturn, checkReason, returnReasons } from './reasons';

describe('a return', () => {
  it.each(returnReasons)('for the reason %s says what to change', (reasonCode) => {
    expect(checkReturn({ reasonCode, reasonText: 'the left side' })).toEqual([]);
    expect(checkReturn({ reasonCode, reasonText: ' \n' })).toEqual([
      { ok: false, code: 'review/reason-needed', field: '/reasonText' },
    ]);
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
