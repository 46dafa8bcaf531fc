import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type {
  StoppedTextsView,
  StoppedTextView,
  TextField,
} from '@countersign/contracts/entries/stopped-views';
import type { Reading } from '../db/context';
import { EventRow } from '../db/event.row';
import { TextRow } from '../db/text.row';
import { FollowerCursorRow } from '../followers/follower.row';
import { namesIn } from '../programs/names';
import { EntryRow } from './entry.row';
import { StoppedTextRow } from './stopped-text.row';
import { STOPPED_TEXTS, TEXT_EVENTS } from './stopped-texts';

/** Most texts that are listed one by one. */
const MOST_LISTED = 200;

/** What the director is told of kept texts that the privacy guard would stop today: where they are, never the words. */
@Injectable()
export class ReadStoppedTexts {
  /** Texts that were removed, or that their writer declared to be about no patient, are not among them. */
  async run(view: Reading, programId: string): Promise<StoppedTextsView> {
    const found = await view.manager
      .createQueryBuilder(StoppedTextRow, 'stopped')
      .innerJoin(TextRow, 'text', 'text.programId = stopped.programId AND text.id = stopped.textId')
      .where('stopped.programId = :programId', { programId })
      .andWhere('text.removedAt IS NULL AND text.noPatient IS NULL')
      // What identifies a patient comes first.
      .orderBy('stopped.tier', 'ASC')
      .addOrderBy('stopped.entryId', 'ASC')
      .addOrderBy('stopped.textId', 'ASC')
      .getMany();
    return {
      total: found.length,
      done: await this.isDone(view, programId),
      fields: countsOf(found),
      texts: await this.listed(view, programId, found.slice(0, MOST_LISTED)),
    };
  }

  private async listed(
    view: Reading,
    programId: string,
    found: readonly StoppedTextRow[],
  ): Promise<StoppedTextView[]> {
    if (found.length === 0) return [];
    const names = await namesIn(view, programId);
    const entryIds = [...new Set(found.map(({ entryId }) => entryId))];
    const rows = await view.manager.findBy(EntryRow, { programId, id: In(entryIds) });
    const entries = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap(({ entryId, number, field, tier }) => {
      const entry = entries.get(entryId);
      if (!entry) return [];
      const { fellowId, performedOn, shownNumber } = entry;
      return {
        ...{ entryId, performedOn, tier, number, field: field as TextField },
        fellow: names.person(fellowId),
        isSent: shownNumber !== null,
      };
    });
  }

  /** Whether the follower has read what there is. */
  private async isDone({ manager }: Reading, logId: string): Promise<boolean> {
    const cursor = await manager.findOneBy(FollowerCursorRow, { name: STOPPED_TEXTS, logId });
    if (!cursor) return false;
    const where = { logId, action: In([...TEXT_EVENTS]), seq: MoreThan(cursor.seq) };
    return !(await manager.existsBy(EventRow, where));
  }
}

/** How many there are of each field, the most first. */
function countsOf(found: readonly StoppedTextRow[]): StoppedTextsView['fields'] {
  const counts = new Map<string, { identifying: number; doubtful: number }>();
  for (const { field, tier } of found) {
    const { identifying, doubtful } = counts.get(field) ?? { identifying: 0, doubtful: 0 };
    const isBlock = tier === 'block';
    counts.set(field, {
      identifying: identifying + (isBlock ? 1 : 0),
      doubtful: doubtful + (isBlock ? 0 : 1),
    });
  }
  return [...counts]
    .map(([field, count]) => ({ field: field as TextField, ...count }))
    .sort((one, other) => other.identifying + other.doubtful - one.identifying - one.doubtful);
}
