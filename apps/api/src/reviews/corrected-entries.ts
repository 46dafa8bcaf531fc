import { Inject, Injectable } from '@nestjs/common';
import { correctionsToRead } from '@countersign/domain/access';
import { CONTEST_DAYS } from '@countersign/domain/entry';
import type { CorrectionQuery, CorrectionStanding } from '@countersign/contracts/reviews/bodies';
import type { CorrectedEntriesView } from '@countersign/contracts/reviews/views';
import { whereScope } from '../access/scope-sql';
import type { Reading } from '../db/context';
import { certainRowReader, countingAll, type RawRow } from '../db/raw-rows';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { EntryViews } from '../entries/entry-views';

const MOST = 50;
const DAY_MS = 86_400_000;

/** What was said to the version that counts, beside the entry. */
const saidTo = (slot: string) =>
  `${slot}.programId = entry.programId AND ${slot}.entryId = entry.id AND ${slot}.number = entry.approvedNumber` +
  ` AND ${slot}.slot = '${slot}' AND ${slot}.live = 1`;

const unanswered = 'answer.id IS NULL AND decision.at >= :answerableFrom';
const contested = "answer.kind = 'contested' AND resolution.id IS NULL";

/** Which corrections stand so, and in which order they are listed. */
const standings: Readonly<
  Record<CorrectionStanding, { readonly where: string; readonly by: string; readonly order: 'ASC' | 'DESC' }>
> = {
  open: { where: `entry.state = 'approved' AND ${unanswered}`, by: 'decision.at', order: 'ASC' },
  contested: { where: `entry.state = 'approved' AND ${contested}`, by: 'answer.at', order: 'ASC' },
  settled: {
    where: `(answer.id IS NULL AND decision.at < :answerableFrom OR answer.kind = 'accepted' OR resolution.id IS NOT NULL)`,
    by: 'decision.at',
    order: 'DESC',
  },
};

/** Entries of which the version that counts was corrected, as far as that concerns the actor. */
@Injectable()
export class CorrectedEntries {
  constructor(@Inject(EntryViews) private readonly views: EntryViews) {}

  /** Those that stand so; at most fifty, with the number of all. */
  async run(
    view: Reading,
    programId: string,
    { standing, fellowId }: CorrectionQuery,
  ): Promise<CorrectedEntriesView> {
    const { manager, actor, now } = view;
    const { where, by, order } = standings[standing];
    const query = whereScope(
      manager.createQueryBuilder(EntryRow, 'entry'),
      correctionsToRead(actor, programId),
    )
      .innerJoin(DecisionRow, 'decision', saidTo('decision'))
      .leftJoin(DecisionRow, 'answer', saidTo('answer'))
      .leftJoin(DecisionRow, 'resolution', saidTo('resolution'))
      .andWhere("decision.corrections <> '[]'")
      .andWhere(`(${where})`);
    if (where.includes(':answerableFrom'))
      query.setParameter('answerableFrom', new Date(now - CONTEST_DAYS * DAY_MS));
    if (fellowId !== undefined) query.andWhere('entry.fellowId = :fellowId', { fellowId });
    const found = await countingAll(query)
      .orderBy(by, order)
      .addOrderBy('entry.id', order)
      .limit(MOST)
      .getRawMany<RawRow & { total: number | string }>();
    const rowIn = certainRowReader(manager, EntryRow, 'entry');
    return {
      entries: await this.views.many(
        view,
        found.map((raw) => rowIn(raw)),
      ),
      total: Number(found[0]?.total ?? 0),
    };
  }
}
