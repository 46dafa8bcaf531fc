import type { Diagnosis } from '@countersign/domain/catalogue';
import { findDiagnoses } from './diagnosis-list';

const diagnosis = (icd10cm: string, label: string, ...synonyms: string[]): Diagnosis => ({
  id: icd10cm,
  label,
  icd10cm,
  verify: true,
  synonyms,
});
const list = [
  diagnosis('M17.1-', 'Osteoarthritis of knee', 'knee oa'),
  diagnosis('M54.16', 'Lumbar radiculopathy', 'sciatica'),
  diagnosis('M54.17', 'Lumbosacral radiculopathy'),
  diagnosis('X00', 'A code of the program'),
];
const find = (part: Partial<Parameters<typeof findDiagnoses>[1]>): string[] =>
  findDiagnoses(list, { query: '', group: undefined, all: false, ...part }).map(({ icd10cm }) => icd10cm);

it('shows what fits the group, and all on request with the group’s own first', () => {
  expect(find({ group: 'radicular' })).toEqual(['M54.16', 'M54.17']);
  expect(find({ group: 'radicular', all: true })).toEqual(['M54.16', 'M54.17', 'M17.1-', 'X00']);
});

it('shows all while no group is chosen, and where nothing fits the group', () => {
  expect(find({})).toHaveLength(4);
  expect(find({ group: 'crps' })).toHaveLength(4);
});

it('finds by code, by words in any order and by synonyms, across groups', () => {
  expect(find({ query: 'm54', group: 'joint' })).toEqual(['M54.16', 'M54.17']);
  expect(find({ query: 'knee osteo', group: 'radicular' })).toEqual(['M17.1-']);
  expect(find({ query: 'SCIATICA' })).toEqual(['M54.16']);
  expect(find({ query: 'radic', group: 'joint' })).toEqual(['M54.16', 'M54.17']);
  expect(find({ query: 'nothing of the kind' })).toEqual([]);
});
