import { boardInWords, presenceInWords, staleInWords } from './board';

const today = '2026-11-23';

describe('A line of the board', () => {
  it('that is signed says under which supervision, until when and who signed', () => {
    const line = {
      ...{ competency: 0, reason: 'signed' as const, supervision: 'indirect-immediate' as const },
      ...{ untilOn: '2027-06-30', signers: ['Dr. Osei', 'Dr. Castellan'] },
    };
    expect(boardInWords(line, today)).toEqual({
      ...{ look: 'granted', name: 'Indirect, immediately available' },
      gloss: 'supervisor close by, can come at once',
      ...{ until: 'Jun 30, 2027', more: 'signed: Dr. Osei, Dr. Castellan' },
    });
    expect(boardInWords({ ...line, supervision: 'direct' }, today).look).toBe('direct');
  });

  it.each([
    ['not-signed', undefined, 'Direct', 'supervisor in the room', 'until signed off', 'direct'],
    ['suspended', '2026-11-20', 'Direct again', 'sign-off paused on Nov 20', 'until reviewed', 'again'],
    [
      'lapsed',
      '2025-11-20',
      'Direct again',
      'sign-off lapsed on Nov 20, 2025',
      'until signed off again',
      'again',
    ],
    ['revoked', undefined, 'Direct again', 'sign-off revoked', 'until signed off anew', 'again'],
  ] as const)('that is %s since %s says %s, %s, %s', (reason, sinceOn, name, gloss, until, look) => {
    const line = { competency: 0, reason, supervision: 'direct' as const, ...(sinceOn && { sinceOn }) };
    expect(boardInWords(line, today)).toMatchObject({ name, gloss, until, look });
  });

  it('in which others come first names them', () => {
    const line = {
      competency: 0,
      reason: 'others-first' as const,
      waitsFor: ['Lumbar transforaminal epidural'],
    };
    expect(boardInWords(line, today)).toMatchObject({
      ...{ look: 'observe', name: 'Observe or assist only', more: 'first: Lumbar transforaminal epidural' },
    });
  });
});

it('Where a fellow is has words', () => {
  const sites = [{ id: 'n', name: 'Northgate ASC' }];
  const said = (presence: Parameters<typeof presenceInWords>[0]) => presenceInWords(presence, sites, today);
  expect(said({ kind: 'at-site', siteId: 'n', rotation: 'Interventional' })).toBe(
    'Northgate ASC · Interventional',
  );
  expect(said({ kind: 'on-leave', untilOn: '2026-11-27' })).toBe('On leave until Nov 27');
  expect(said({ kind: 'unplaced' })).toBe('No rotation today');
});

describe('What is shown', () => {
  const heard = Date.parse('2026-11-23T18:03:00Z');
  const said = (seconds: number) => staleInWords(heard, heard + seconds * 1000, 'America/Chicago');

  it('is current for a minute, and then says how old it is', () => {
    expect([said(0), said(59)]).toEqual([null, null]);
    expect(said(60)).toMatch(/^Not current: last heard 12:03\sPM CST \(1 min ago\)$/);
    expect(said(4 * 60 + 50)).toContain('(4 min ago)');
    expect(said(3 * 3600 + 120)).toContain('(3 h 2 min ago)');
  });
});
