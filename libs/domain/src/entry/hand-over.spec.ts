import { checkHandOver } from './hand-over';
import { entryStates } from './entry';

const waiting = {
  ...{ state: 'submitted' as const, fellowId: 'fay', waitsFor: 'sam', toId: 'kim' },
  supervisesToday: true,
};

describe('A waiting entry', () => {
  it('is handed over to another supervisor of today, and nothing else is', () => {
    const open = entryStates.filter((state) => checkHandOver({ ...waiting, state }) === null);
    expect(open).toEqual(['submitted', 'amended']);
    expect(checkHandOver({ ...waiting, state: 'approved' })?.code).toBe('entry/not-allowed-now');
  });

  it('goes neither to who has it, nor to its fellow, nor to who is no supervisor', () => {
    expect(checkHandOver({ ...waiting, toId: 'sam' })?.code).toBe('hand-over/same');
    expect(checkHandOver({ ...waiting, toId: 'fay' })?.code).toBe('hand-over/not-supervisor');
    expect(checkHandOver({ ...waiting, supervisesToday: false })?.code).toBe('hand-over/not-supervisor');
    expect(checkHandOver({ ...waiting, waitsFor: null })).toBeNull();
  });
});
