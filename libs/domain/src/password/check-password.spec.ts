import {
  checkPassword,
  FEWEST_GUESSES,
  knownWords,
  PASSWORD_ALONE,
  type ChosenPassword,
} from './check-password';

const good: ChosenPassword = {
  password: 'gravel teapot misses',
  least: PASSWORD_ALONE,
  known: ['Mika Tanaka', 'mika.tanaka@calder.example', 'Calder Pain Fellowship', 'Countersign'],
  isListed: false,
  estimate: { guesses: 1e12, weakness: 'word' },
  isSame: false,
};
const said = (change: Partial<ChosenPassword>) => checkPassword({ ...good, ...change })?.code ?? null;

describe('A password (NIST SP 800-63B-4)', () => {
  it('has fifteen characters or more where it stands alone, of any kind', () => {
    expect(said({})).toBeNull();
    expect(said({ password: 'xq'.repeat(7) })).toBe('password/too-short');
    expect(said({ password: `${'xq'.repeat(7)}v` })).toBeNull();
    expect(said({ password: '🐬'.repeat(14) })).toBe('password/too-short');
    expect(said({ password: '🐬'.repeat(15) })).toBeNull();
    expect(said({ password: 'xqvbnmrt', least: 8 })).toBeNull();
    expect(checkPassword({ ...good, password: 'short' })?.detail).toEqual({ min: 15 });
  });

  it('is in no list, not the one before, and withstands guessing', () => {
    expect(said({ isListed: true })).toBe('password/common');
    expect(said({ isSame: true })).toBe('password/same');
    expect(said({ estimate: { guesses: FEWEST_GUESSES, weakness: 'word' } })).toBeNull();
    const weak = checkPassword({ ...good, estimate: { guesses: FEWEST_GUESSES - 1, weakness: 'repeat' } });
    expect([weak?.code, weak?.detail]).toEqual(['password/guessable', { why: 'repeat' }]);
  });

  it('is not made of what everybody knows', () => {
    expect(said({ password: 'MikaTanaka2026!' })).toBe('password/personal');
    expect(said({ password: 'calderpaincountersign' })).toBe('password/personal');
    expect(said({ password: 'tanaka paints gravel blue' })).toBeNull();
    expect(knownWords(['Li Wu', 'li.wu@x.example'])).toEqual(['li wu', 'li.wu@x.example', 'example']);
  });
});
