import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped, shippedEdition } from '../catalogue/testdata/shipped-catalogue';

/** Every word as it was read and found right; a change of one is to be read again. */
const read = JSON.parse(readFileSync(join(__dirname, 'testdata/shown-words.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

it('every technique, target and region is shown in the words that were read and found right', () => {
  const keys = shipped.catalogue.items.flatMap((item) => [
    ...item.techniques,
    ...item.targets,
    ...item.regions,
  ]);
  expect(Object.fromEntries(keys.map((key) => [key, shipped.word(key)]))).toEqual(read);
});

it('short forms are shown as people write them', () => {
  const asKey = Object.entries(read).filter(([, word]) =>
    /\b(Hf|Esp|Tap|Ql|Pecs|Peng|Ipack|Idet|Prp|Bmac|Cbt|Mri|Ct|Uds|Pdmp|Mac|Iv|Pca|Tens|Mtp|Cmc|Rca|Rf|Rfa|c2|ct)\b/.test(
      word,
    ),
  );
  expect(asKey).toEqual([]);
  expect(read['hf-10khz']).toBe('High frequency, 10 kHz (HF10)');
});

it('a level is its own name, and an edition from before words makes do with the key', () => {
  expect(shipped.word('L5 DR')).toBe('L5 DR');
  expect(shippedEdition('2026.1').word('vertebral-body')).toBe('Vertebral body');
});

it('every item with a long name, a slash or brackets has a short one for small buttons, each its own', () => {
  const shorts = shipped.catalogue.items.map(({ short }) => short);
  expect(shorts.filter((short) => short.length > 36 || /[/()]/.test(short))).toEqual([]);
  expect(new Set(shorts).size).toBe(shorts.length);
});
