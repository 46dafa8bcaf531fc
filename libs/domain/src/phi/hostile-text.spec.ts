import { guardText } from './index';

const LENGTH = 45_000;
const BUDGET_MS = 20;
const filledWith = (seed: string) => seed.repeat(Math.ceil(LENGTH / seed.length)).slice(0, LENGTH);

/** Milliseconds of processor time of this thread: neighbors on the machine do not count. */
function processorTime(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The clock of processor time may tick in steps of milliseconds, so one reading spans several runs. */
const RUNS_PER_READING = 4;

/** Milliseconds per run in the best of a few readings: the cost of the work, without warming up. */
function timeOf(text: string): number {
  let shortest = Infinity;
  for (let reading = 0; reading < 5 && shortest > BUDGET_MS / 2; reading += 1) {
    const spent = processorTime(() => {
      for (let run = 0; run < RUNS_PER_READING; run += 1) guardText(text);
    });
    shortest = Math.min(shortest, spent / RUNS_PER_READING);
  }
  return shortest;
}

describe('hostile text of 45,000 characters', () => {
  beforeAll(() => void guardText('Kowalski'));

  it.each([
    'a',
    'A',
    '1',
    ' ',
    '.',
    '@',
    '(',
    'é',
    '\u200b',
    '１',
    '\n',
    'a ',
    'Aa ',
    '1 ',
    '1-',
    '1.',
    '1/',
    '1:',
    'a.',
    'a@',
    'a@a.',
    'ab1:',
    '1 Aa ',
    '12 Aa Aa Aa ',
    '555-',
    '(555) ',
    '123-45-',
    '+1 ',
    '01 02 ',
    '4444 ',
    '3/14 ',
    'on 3/14 ',
    '03/14/',
    'Mar 3 ',
    'may ',
    '1 dec ',
    'Mr ',
    'Mr. Smith ',
    'Smith, John ',
    'pt Smith ',
    'Smith-',
    'Smith-Jones ',
    'SMITH ',
    'name: ',
    'patient A. ',
    'seen by ',
    'wife (',
    'MRN ',
    'MRN 1',
    'mrn number number ',
    'phone at at at ',
    'born on in of ',
    'age 9',
    '95 M with ',
    'lives in Ohio ',
    'man from ',
    'P O Box ',
    'http://',
    'www.',
    'x at x dot ',
    'S/N ',
    'zip ',
    "a'",
    'a-',
    'Mc',
    "O'",
    '\ud83d\ude00',
  ])('is read in time: %j', (seed) => {
    expect(timeOf(filledWith(seed))).toBeLessThan(BUDGET_MS);
  });

  it('grows no faster than its length', () => {
    const fourTimes = filledWith('Mr. Smith on 3/14 MRN 1 ').repeat(4);
    expect(timeOf(fourTimes)).toBeLessThan(4 * BUDGET_MS);
  });
});

describe('a note of a kilobyte', () => {
  it('is read within a millisecond', () => {
    const note =
      'Right L5 TFESI. First needle too medial, lateral showed the tip in the disc, pulled back 8 mm. '.repeat(
        11,
      );
    for (let run = 0; run < 50; run += 1) guardText(note);
    const fifty = processorTime(() => {
      for (let run = 0; run < 50; run += 1) guardText(note);
    });
    expect(fifty / 50).toBeLessThan(1);
  });
});
