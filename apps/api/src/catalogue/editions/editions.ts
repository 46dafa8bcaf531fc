import catalogue2026 from './2026.1/catalogue.json';
import complications2026 from './2026.1/complications.json';
import diagnoses2026 from './2026.1/diagnoses.json';

/** The files of one edition, not yet validated. */
export interface EditionFiles {
  readonly edition: string;
  readonly groups: readonly unknown[];
  readonly items: readonly unknown[];
  readonly complications: readonly unknown[];
  readonly diagnoses: readonly unknown[];
}

/** Every shipped edition. An edition that has been published never changes; a correction is a new edition. */
export const editions: readonly EditionFiles[] = [
  {
    edition: '2026.1',
    groups: catalogue2026.groups,
    items: catalogue2026.items,
    complications: complications2026,
    diagnoses: diagnoses2026,
  },
];

/** The edition that new programs start with. */
export const currentEdition = '2026.1';
