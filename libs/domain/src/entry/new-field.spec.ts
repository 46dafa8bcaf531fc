import { encounterSight, procedureSight, type FieldSight } from './changes';
import type { DraftContent, DraftProcedure } from './entry';
import { encounterVocabularies, procedureVocabularies, type Vocabularies } from './vocabulary';

interface WiderContent extends DraftContent {
  readonly newField?: string;
}

interface WiderProcedure extends DraftProcedure {
  readonly newField?: string;
}

describe('a new field of an entry does not compile', () => {
  it('while it is neither shown nor hidden among the changes', () => {
    // @ts-expect-error the field of the encounter is missing
    const encounter: FieldSight<WiderContent> = encounterSight;
    // @ts-expect-error the field of the procedure is missing
    const procedure: FieldSight<WiderProcedure> = procedureSight;
    expect([encounter, procedure].flatMap(Object.keys)).not.toContain('newField');
  });

  it('while nothing says what it may hold', () => {
    // @ts-expect-error the field of the encounter is missing
    const encounter: Vocabularies<WiderContent> = encounterVocabularies;
    // @ts-expect-error the field of the procedure is missing
    const procedure: Vocabularies<WiderProcedure> = procedureVocabularies;
    expect([encounter, procedure].flatMap(Object.keys)).not.toContain('newField');
  });
});
