import { guardText } from '@countersign/domain/phi';
import type { Benchmark } from './benchmark';

const LENGTH = 45_000;
const HOSTILE = [
  'Mr ',
  'Mr. Smith ',
  'pt Smith ',
  'Mar 3 ',
  'on 3/14 ',
  '555-',
  'a@a.',
  '12 Aa Aa Aa ',
  'MRN 1',
  '1',
];
const NOTE =
  'Right L5 TFESI for a foraminal disc at L5-S1. First needle too medial, pulled back 8 mm under the pedicle. ';

/** The privacy guard on a note of a kilobyte and on texts made to be slow (section 6 of the security design). */
export function phiBenchmarks(): Benchmark[] {
  const note = NOTE.repeat(10).slice(0, 1024);
  return [
    { name: 'guard a note of 1 kB', budgetMs: 1, run: () => void guardText(note) },
    ...HOSTILE.map((seed) => {
      const text = seed.repeat(Math.ceil(LENGTH / seed.length)).slice(0, LENGTH);
      return {
        name: `guard 45,000 characters of ${JSON.stringify(seed)}`,
        budgetMs: 20,
        run: () => void guardText(text),
      };
    }),
  ];
}
