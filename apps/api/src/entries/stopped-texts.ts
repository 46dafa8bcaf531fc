import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { EventName, TextId } from '@countersign/domain/ledger';
import { guardText } from '@countersign/domain/phi';
import type { Tx } from '../db/context';
import { readTexts } from '../db/texts';
import type { FollowedEvent } from '../followers/follower';
import { Followers } from '../followers/followers';
import { EntryRow, EntryVersionRow } from './entry.row';
import { ratedDecisions } from './rated-decisions';
import { StoppedTextRow } from './stopped-text.row';

/** Events with which a text can come into an entry. */
export const TEXT_EVENTS: readonly EventName[] = [
  'entry.drafted',
  'entry.submitted',
  'entry.edited',
  'entry.amended',
  'entry.voided',
  'entry.approved',
  'entry.returned',
  'entry.correction-contested',
  'entry.correction-upheld',
  'entry.correction-reversed',
];

/** The follower's name; a guard that knows more gets another, so that it reads every text anew. */
export const STOPPED_TEXTS = 'stopped-texts';

type Place = Omit<StoppedTextRow, 'programId' | 'tier'>;

/**
 * Finds the kept texts that the privacy guard would stop today. It follows the log from its beginning, so that after an
 * upgrade it reads what is there already, some texts at a time and beside what people do; later it meets hardly anything
 * but what no request brought, for a request is read at the door.
 */
@Injectable()
export class StoppedTexts implements OnModuleInit {
  constructor(@Inject(Followers) private readonly followers: Followers) {}

  onModuleInit(): void {
    this.followers.follow(STOPPED_TEXTS, TEXT_EVENTS, { inside: (tx, events) => this.look(tx, events) });
  }

  private async look(tx: Tx, events: readonly FollowedEvent[]): Promise<void> {
    const programId = events[0]?.logId;
    if (programId === undefined) return;
    const entryIds = [...new Set(events.map(({ object }) => object.replace(/^entry:/, '')))];
    const places = await placesIn(tx, programId, entryIds);
    const textIds = [...places.keys()];
    const known = await tx.manager.findBy(StoppedTextRow, { programId, textId: In(textIds) });
    for (const { textId } of known) places.delete(textId);
    const texts = await readTexts(tx, programId, places.keys());
    const stopped = [...places.values()].flatMap((place): StoppedTextRow[] => {
      const { tier } = guardText(texts.words(place.textId) ?? '');
      return tier === 'clean' ? [] : [{ programId, ...place, tier }];
    });
    await tx.insert(StoppedTextRow, stopped);
  }
}

/** Where each text of entries stands, by its id. */
async function placesIn(tx: Tx, programId: string, entryIds: readonly string[]): Promise<Map<TextId, Place>> {
  const places = new Map<TextId, Place>();
  const put = (textId: TextId | null, place: Omit<Place, 'textId'>): void => {
    if (textId !== null) places.set(textId, { textId, ...place });
  };
  const rows = await tx.manager.findBy(EntryRow, { programId, id: In(entryIds) });
  for (const { id: entryId, voidReason } of rows)
    put(voidReason, { entryId, number: 0, field: 'voidReason' });
  const versions = await tx.manager.find(EntryVersionRow, {
    where: { programId, entryId: In(entryIds) },
    order: { number: 'ASC' },
  });
  for (const { entryId, number, content } of versions)
    for (const [pointer, textId] of Object.entries(content.texts ?? {}))
      put(textId, { entryId, number, field: pointer.split('/').at(-1) ?? '' });
  for (const { entryId, number, ...said } of await ratedDecisions(tx, { programId, entryIds, undone: true }))
    for (const field of ['keepDoing', 'nextTimeText', 'reasonText'] as const)
      put(said[field], { entryId, number, field });
  return places;
}
