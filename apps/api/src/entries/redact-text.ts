import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead } from '@countersign/domain/access';
import { checkReason } from '@countersign/domain/entry';
import type { TextId } from '@countersign/domain/ledger';
import type { RedactTextBody } from '@countersign/contracts/entries/bodies';
import { ActRow } from '../db/act.row';
import type { Tx } from '../db/context';
import { emptyOldEvents } from '../db/old-events';
import { idOfText, newSalt } from '../db/salt';
import { keepTexts, readTexts, removeText } from '../db/texts';
import { must, mustAll, problem } from '../platform/problem';
import { textIds } from './entry-texts';
import { EntryStore, factsOf } from './entry-store';
import type { EntryRow, EntryVersionRow } from './entry.row';
import { ratedDecisions, type RatedDecision } from './rated-decisions';

const decisionTexts = ['keepDoing', 'nextTimeText', 'reasonText'] as const;

/** Everything of an entry in which a text can stand. */
interface Parts {
  readonly row: EntryRow;
  readonly versions: readonly EntryVersionRow[];
  /** Oldest first, what was taken back included. */
  readonly decisions: readonly RatedDecision[];
}

/** Removes words of an entry for good: from its text, and from old events that hold them. */
@Injectable()
export class RedactText {
  constructor(@Inject(EntryStore) private readonly store: EntryStore) {}

  /**
   * Removes the words at a place, wherever the entry has the same words; that they were there, who removed them and why
   * stays.
   * @throws ProblemException `text/not-there` where no words stand at the place
   */
  async run(
    tx: Tx,
    { programId, entryId }: { programId: string; entryId: string },
    { number, pointer, reason }: RedactTextBody,
  ): Promise<EntryRow> {
    mustAll(checkReason(reason, '/reason'));
    const row = await this.store.load(tx, { programId, id: entryId }, entriesToRead(tx.actor, programId));
    must(can.redactText(tx.actor, factsOf(row)));
    const versions = await this.store.versions(tx, row);
    const decisions = await ratedDecisions(tx, { programId, entryIds: [entryId], undone: true });
    const ids = textIds([row], versions, decisions);
    const texts = await readTexts(tx, programId, ids);
    const words = texts.words(textAt({ row, versions, decisions }, number, pointer));
    if (words === undefined) throw problem('text/not-there');
    const same = [...new Set(ids)].filter((id): id is TextId => id !== null && texts.words(id) === words);
    const why = (await keepTexts(tx, programId, [reason]))(reason);
    for (const id of same) await removeText(tx, programId, id);
    // Answers to earlier acts may hold the words; asked again, those acts are looked at anew.
    await tx.remove(ActRow, { programId });
    // Words of the old log that stand nowhere else are not kept: nobody could remove them.
    const idOf = (text: string): TextId => texts.idOf(text) ?? idOfText(text, newSalt());
    const restated = await emptyOldEvents(tx, { programId, object: `entry:${entryId}`, words, idOf });
    tx.record('text.redacted', { programId, id: entryId }, { texts: same, reason: why, restated });
    return row;
  }
}

/** The id of the text at a place of an entry; undefined where there is none. See `RedactTextBody` for the places. */
function textAt(
  { row, versions, decisions }: Parts,
  number: number | undefined,
  pointer: string,
): TextId | null | undefined {
  if (number === undefined) return pointer === '/voidReason' ? row.voidReason : undefined;
  const inContent = /^\/content(\/.+)$/.exec(pointer)?.[1];
  if (inContent !== undefined)
    return versions.find((version) => version.number === number)?.content.texts?.[inContent];
  const [, nth, field] = /^\/decisions\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
  const decision = decisions.filter((one) => one.number === number)[Number(nth)];
  const known = decisionTexts.find((one) => one === field);
  return known && decision?.[known];
}
