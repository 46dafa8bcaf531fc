import { checkDisplayLink, isLinkOpen } from './display-link';

const today = '2026-11-23';

describe('A display link', () => {
  it.each([
    [today, 'ok'],
    ['2028-11-23', 'ok'],
    ['2028-11-24', 'board/link-too-long'],
    ['2026-11-22', 'board/link-day-impossible'],
    ['2026-11-31', 'board/link-day-impossible'],
    ['someday', 'board/link-day-impossible'],
  ])('up to %s: %s', (expiresOn, wanted) => {
    const checked = checkDisplayLink({ expiresOn }, { today, open: 0 });
    expect(checked.ok ? 'ok' : checked.code).toBe(wanted);
  });

  it('is refused beside fifty that are open', () => {
    expect(checkDisplayLink({ expiresOn: today }, { today, open: 49 }).ok).toBe(true);
    expect(checkDisplayLink({ expiresOn: today }, { today, open: 50 })).toMatchObject({
      code: 'board/too-many-links',
      detail: { max: 50 },
    });
  });

  it('works up to its last day, unless it is revoked', () => {
    expect(isLinkOpen({ expiresOn: today, revokedAt: null }, today)).toBe(true);
    expect(isLinkOpen({ expiresOn: today, revokedAt: null }, '2026-11-24')).toBe(false);
    expect(isLinkOpen({ expiresOn: today, revokedAt: 1 }, today)).toBe(false);
  });
});
