import type { TextId } from '@countersign/domain/ledger';
import type { Reading, Tx } from './context';
import { KeptQuery } from './kept-query';
import { certainRowReader, type RawRow } from './raw-rows';
import { idOfText, newSalt } from './salt';
import { TextRow } from './text.row';

/** A free text as it is found: its words, or when they were removed. */
export type Text = { readonly words: string } | { readonly removedAt: number };

/** Texts by id, as one read found them. */
export class Texts {
  constructor(private readonly byId: ReadonlyMap<string, Text>) {}

  /** The words of a text; undefined where there is no text, or it was removed. */
  words(id: string | null | undefined): string | undefined {
    const text = this.byId.get(id ?? '');
    return text && 'words' in text ? text.words : undefined;
  }

  /** When the words of a text were removed, UTC ms; undefined where they were not. */
  removedAt(id: string | null | undefined): number | undefined {
    const text = this.byId.get(id ?? '');
    return text && 'removedAt' in text ? text.removedAt : undefined;
  }

  /** The id of words among these texts; undefined where none has them. */
  idOf(words: string): TextId | undefined {
    for (const [id, text] of this.byId) if ('words' in text && text.words === words) return id as TextId;
    return undefined;
  }
}

/** No texts at all. */
export const NO_TEXTS = new Texts(new Map());

const textsOf = new KeptQuery<{ programId: string; ids: readonly string[] }>((manager, of) =>
  manager
    .createQueryBuilder(TextRow, 'text')
    .where('text.programId = :programId AND text.id IN (:...ids)', of),
);

/** Reads texts of one program by their ids, in one statement; in none where there is nothing to read. */
export async function readTexts(
  view: Reading,
  programId: string,
  ids: Iterable<string | null | undefined>,
): Promise<Texts> {
  const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined) as TextId[];
  if (wanted.length === 0) return NO_TEXTS;
  const read = certainRowReader(view.manager, TextRow, 'text');
  const rows = (await textsOf.run<RawRow>(view.manager, { programId, ids: wanted })).map(read);
  return new Texts(
    new Map(
      rows.map(({ id, body, removedAt }) => [
        id,
        body === null ? { removedAt: removedAt ?? 0 } : { words: body },
      ]),
    ),
  );
}

/**
 * Keeps words and answers the id of each. Words that `known` has keep the id they have, so that what stays the same from
 * one version to the next is one text, and is removed as one. What their writer declared of them is kept with them.
 */
export async function keepTexts(
  tx: Tx,
  programId: string,
  words: Iterable<string>,
  known: Texts = NO_TEXTS,
): Promise<(words: string) => TextId> {
  const ids = new Map<string, TextId>();
  const rows: TextRow[] = [];
  for (const body of new Set(words)) {
    const before = known.idOf(body);
    const noPatient = tx.declared.get(body) ?? null;
    if (before !== undefined) {
      ids.set(body, before);
      if (noPatient) await tx.update(TextRow, { programId, id: before }, { noPatient });
      continue;
    }
    const salt = newSalt();
    const id = idOfText(body, salt);
    ids.set(body, id);
    rows.push({ programId, id, salt, body, removedAt: null, noPatient });
  }
  await tx.insert(TextRow, rows);
  return (body) => {
    const id = ids.get(body);
    if (id === undefined) throw new Error('these words were not kept');
    return id;
  };
}

/** Removes the words and the salt of a text for good. */
export async function removeText(tx: Tx, programId: string, id: TextId): Promise<void> {
  await tx.update(TextRow, { programId, id }, { salt: null, body: null, removedAt: tx.now });
}
