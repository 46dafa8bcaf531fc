import { isCivilDate } from './civil-date';

describe('a civil date', () => {
  it.each(['2026-03-10', '2024-02-29', '1999-12-31'])('may be %s', (text) =>
    expect(isCivilDate(text)).toBe(true),
  );

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-3-1', ' 2026-03-10', '2026-03-10T00:00:00Z', ''])(
    'is not %j',
    (text) => expect(isCivilDate(text)).toBe(false),
  );
});
