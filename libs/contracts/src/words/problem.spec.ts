import { problemHint, problemInWords } from './problem';

it('completes a sentence with the values of the problem', () => {
  const values = { level: 'L6' };
  expect(problemInWords({ code: 'entry/level-not-of-item', values })).toBe(
    'L6 does not belong to the procedure.',
  );
  expect(problemInWords({ code: 'entry/not-editable', values: { state: 'amended' } })).toBe(
    'An entry that is being amended cannot be edited.',
  );
});

it('reads as a sentence where the values are missing', () => {
  expect(problemInWords({ code: 'entry/level-not-of-item' })).toBe(
    'This level does not belong to the procedure.',
  );
  expect(problemInWords({ code: 'entry/not-editable' })).toBe(
    'An entry that is in this state cannot be edited.',
  );
});

it('says at a field of an entry what to choose there', () => {
  const needed = (pointer: string) => problemInWords({ code: 'entry/required', pointer });
  expect(needed('/siteId')).toBe('Choose the site.');
  expect(needed('/procedures/0/role')).toBe('Say which part you took.');
  expect(needed('/procedures/0/levels/1/side')).toBe('Choose a side. It is needed for the count.');
  expect(needed('/constructor')).toBe('This is needed before the entry can be sent.');
});

it('gives the server the word for a code that is newer than the words', () => {
  expect(problemInWords({ code: 'entry/new-rule', title: 'A new rule.' })).toBe('A new rule.');
  expect(problemInWords({ code: 'toString' })).toBe('This needs another look.');
});

it('says what to do only where the sentence does not', () => {
  expect(problemHint('entry/stale-version')).toBe(
    'What you typed stays here, and is offered again after a reload.',
  );
  expect(problemHint('entry/required')).toBeUndefined();
  expect(problemHint('toString')).toBeUndefined();
});
