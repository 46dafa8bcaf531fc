import type { DraftContent, DraftProcedure } from './entry';

type EncounterText = 'caseLabel' | 'reflection';
type ProcedureText = 'abortedReason';

const encounterTexts = ['caseLabel', 'reflection'] as const satisfies readonly EncounterText[];
const procedureTexts = ['abortedReason'] as const satisfies readonly ProcedureText[];

/** Content without the words of a person in it; what they were is told apart, see {@link KeptContent}. */
export type WordlessContent = Omit<DraftContent, EncounterText | 'procedures'> & {
  readonly procedures: readonly Omit<DraftProcedure, ProcedureText>[];
};

/** Content as it is stored: the words live elsewhere, once, and the content holds their ids. */
export type KeptContent<TextId extends string = string> = WordlessContent & {
  /** JSON pointer into the content → id of the text that belongs there; absent where there is none. */
  readonly texts?: Readonly<Record<string, TextId>>;
};

/** The free texts of a content by the JSON pointer of their place. */
export function textsOf(content: DraftContent): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const field of encounterTexts) add(texts, `/${field}`, content[field]);
  content.procedures.forEach((procedure, position) => {
    for (const field of procedureTexts) add(texts, `/procedures/${position}/${field}`, procedure[field]);
  });
  return texts;
}

/** The content with ids in the place of its words; `idOf` knows an id for each of {@link textsOf}. */
export function keptContent<TextId extends string>(
  content: DraftContent,
  idOf: (words: string) => TextId,
): KeptContent<TextId> {
  const { caseLabel: _label, reflection: _reflection, procedures, ...rest } = content;
  const ids = [...textsOf(content)].map(([pointer, words]) => [pointer, idOf(words)] as const);
  return {
    ...rest,
    procedures: procedures.map(({ abortedReason: _reason, ...procedure }) => procedure),
    ...(ids.length === 0 ? {} : { texts: Object.fromEntries(ids) }),
  };
}

/** The content with its words again; a text of which `wordsOf` knows none, for it was removed, is left out. */
export function plainContent<TextId extends string>(
  { texts = {}, ...content }: KeptContent<TextId>,
  wordsOf: (id: TextId) => string | undefined,
): DraftContent {
  const at = (pointer: string): string | undefined => {
    const id = texts[pointer];
    return id === undefined ? undefined : wordsOf(id);
  };
  return {
    ...content,
    ...present(encounterTexts, (field) => at(`/${field}`)),
    procedures: content.procedures.map((procedure, position) => ({
      ...procedure,
      ...present(procedureTexts, (field) => at(`/procedures/${position}/${field}`)),
    })),
  };
}

function add(texts: Map<string, string>, pointer: string, words: string | undefined): void {
  if (words !== undefined) texts.set(pointer, words);
}

function present<Field extends string>(
  fields: readonly Field[],
  wordsOf: (field: Field) => string | undefined,
): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const words = wordsOf(field);
    if (words !== undefined) found[field] = words;
  }
  return found;
}
