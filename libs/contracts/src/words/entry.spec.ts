import type { DraftContent, DraftProcedure } from '@countersign/domain/entry';
import type { ContentBody, ProcedureBody } from '../entries/bodies';
import { contentFieldWords, isContentField, type ContentField } from './entry';

/** True where two types have the same fields. */
type SameFields<One, Other> = [Exclude<keyof One, keyof Other>, Exclude<keyof Other, keyof One>] extends [
  never,
  never,
]
  ? true
  : false;

it('a field without a word does not compile', () => {
  // @ts-expect-error the word of a new field is missing
  const words: Readonly<Record<ContentField | 'newField', string>> = contentFieldWords;
  expect(words.newField).toBeUndefined();
});

it('a field that the wire does not carry, or carries and nobody knows, does not compile', () => {
  const encounter: SameFields<ContentBody, DraftContent> = true;
  const procedure: SameFields<ProcedureBody, DraftProcedure> = true;
  // @ts-expect-error the wire lacks the new field
  const wider: SameFields<ContentBody, DraftContent & { newField: string }> = true;
  expect([encounter, procedure, wider]).toEqual([true, true, true]);
});

it('inherited names are no fields', () => {
  expect([isContentField('role'), isContentField('toString')]).toEqual([true, false]);
});
