import { checkProse } from './index';

const nothing = new Set<string>();
const check = (text: string, noPatient = nothing) => checkProse(text, '/reflection', noPatient);

describe('A text that somebody wants kept', () => {
  it('is let pass when it names nobody', () => {
    expect(check('Took the lateral view late; stayed coaxial.')).toEqual({ refusals: [], declared: [] });
  });

  it('is refused with the words that identify a patient', () => {
    expect(check('Mrs Ramirez, MRN 4829133, went home')).toEqual({
      refusals: [
        {
          ok: false,
          code: 'privacy/identifies',
          field: '/reflection',
          detail: { words: '“Mrs Ramirez”, “MRN 4829133”' },
        },
      ],
      declared: [],
    });
  });

  it('is refused with the words that may be a patient, until its writer says that they are none', () => {
    const text = 'Kowalski showed me the view';
    expect(check(text).refusals).toEqual([
      { ok: false, code: 'privacy/may-identify', field: '/reflection', detail: { words: '“Kowalski”' } },
    ]);
    expect(check(text, new Set(['Kowalski']))).toEqual({ refusals: [], declared: ['surname'] });
  });

  it('is not let pass by what was said of other words', () => {
    expect(check('Kowalski watched, Petrovic helped', new Set(['Kowalski'])).refusals).toMatchObject([
      { code: 'privacy/may-identify', detail: { words: '“Petrovic”' } },
    ]);
  });

  it('is refused for an identifier whatever its writer says', () => {
    expect(check('Mrs Ramirez went home', new Set(['Mrs Ramirez'])).refusals).toMatchObject([
      { code: 'privacy/identifies' },
    ]);
  });

  it('is refused for both at once', () => {
    expect(check('Kowalski saw MRN 4829133').refusals.map(({ code }) => code)).toEqual([
      'privacy/identifies',
      'privacy/may-identify',
    ]);
  });
});
