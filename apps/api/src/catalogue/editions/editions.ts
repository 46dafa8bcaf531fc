import catalogue1 from './2026.1/catalogue.json';
import complications1 from './2026.1/complications.json';
import diagnoses1 from './2026.1/diagnoses.json';
import catalogue2 from './2026.2/catalogue.json';
import catalogue3 from './2026.3/catalogue.json';

/** The files of one edition, not yet validated. */
export interface EditionFiles {
  readonly edition: string;
  readonly groups: readonly unknown[];
  readonly items: readonly unknown[];
  readonly complications: readonly unknown[];
  readonly diagnoses: readonly unknown[];
  /** Absent in editions from before keys had words. */
  readonly words?: readonly unknown[];
}

/** Every shipped edition. An edition that has been published never changes; a correction is a new edition. */
export const editions: readonly EditionFiles[] = [
  {
    edition: '2026.1',
    groups: catalogue1.groups,
    items: catalogue1.items,
    complications: complications1,
    diagnoses: diagnoses1,
  },
  {
    edition: '2026.2',
    groups: catalogue2.groups,
    items: catalogue2.items,
    complications: complications1,
    diagnoses: diagnoses1,
  },
  {
    edition: '2026.3',
    groups: catalogue3.groups,
    items: catalogue3.items,
    complications: complications1,
    diagnoses: diagnoses1,
    words: catalogue3.words,
  },
];

/** The edition that new programs start with. */
export const currentEdition = '2026.3';

/** The edition that says of the items of an older one what that one leaves unsaid; see docs/adr/0018 and 0022. */
export const completedBy: Readonly<Record<string, string>> = { '2026.1': '2026.2', '2026.2': '2026.3' };
