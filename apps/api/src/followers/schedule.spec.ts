import { Slots } from './schedule';

const at = (iso: string): number => Date.parse(iso);

describe('The slots of a job', () => {
  const nightly = new Slots({ pattern: '30 2 * * *', timeZone: 'America/Chicago' });

  it('are times of the clock of their zone', () => {
    expect(nightly.newest(at('2026-11-29T08:29:59.999Z'))).toBe('2026-11-28T08:30:00.000Z');
    expect(nightly.newest(at('2026-11-29T08:30:00.000Z'))).toBe('2026-11-29T08:30:00.000Z');
    expect(nightly.next(at('2026-11-29T08:30:00.000Z'))).toBe(at('2026-11-30T08:30:00.000Z'));
  });

  it('have one on the night whose clock skips the hour, and one on the night that has it twice', () => {
    const inOrder = (from: string, slots: Slots): string[] => {
      const first = slots.next(at(from));
      return [first, slots.next(first), slots.next(slots.next(first))].map((slot) =>
        new Date(slot).toISOString(),
      );
    };
    expect(inOrder('2026-03-07T12:00:00Z', nightly)).toEqual([
      '2026-03-08T08:00:00.000Z',
      '2026-03-09T07:30:00.000Z',
      '2026-03-10T07:30:00.000Z',
    ]);
    expect(
      inOrder('2026-10-31T12:00:00Z', new Slots({ pattern: '30 1 * * *', timeZone: 'America/Chicago' })),
    ).toEqual(['2026-11-01T06:30:00.000Z', '2026-11-02T07:30:00.000Z', '2026-11-03T07:30:00.000Z']);
  });

  it('are refused for a pattern or a zone that there is not', () => {
    expect(() => new Slots({ pattern: '61 * * * *', timeZone: 'UTC' })).toThrow();
    expect(() => new Slots({ pattern: '0 3 * *', timeZone: 'UTC' })).toThrow();
    expect(() => new Slots({ pattern: '0 3 * * *', timeZone: 'America/Nowhere' }).next(0)).toThrow();
  });
});
