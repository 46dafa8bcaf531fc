import { In } from 'typeorm';
import type { RemarkView } from '@countersign/contracts/dashboards/committee-views';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import type { Names } from '../programs/names';

/** Most approvals whose words are read. */
const MOST = 60;

/** What supervisors wrote about a fellow with their approvals, the newest first. */
export async function remarksOn(
  view: Reading,
  { programId, fellowId }: { readonly programId: string; readonly fellowId: string },
  names: Names,
): Promise<RemarkView[]> {
  const decisions = await view.manager
    .createQueryBuilder(DecisionRow, 'decision')
    .where({ programId, fellowId, live: 1, kind: 'approved' })
    .andWhere('(decision.keepDoing IS NOT NULL OR decision.nextTimeText IS NOT NULL)')
    .orderBy('decision.at', 'DESC')
    .addOrderBy('decision.id', 'DESC')
    .take(MOST)
    .getMany();
  if (decisions.length === 0) return [];
  const texts = await readTexts(
    view,
    programId,
    decisions.flatMap(({ keepDoing, nextTimeText }) => [keepDoing, nextTimeText]),
  );
  const entries = await view.manager.find(EntryRow, {
    where: { programId, id: In(decisions.map(({ entryId }) => entryId)) },
    select: { id: true, performedOn: true },
  });
  const days = new Map(entries.map(({ id, performedOn }) => [id, performedOn]));
  return decisions.flatMap(({ entryId, byId, keepDoing, nextTimeText }) =>
    (
      [
        ['keep-doing', keepDoing],
        ['next-time', nextTimeText],
      ] as const
    ).flatMap(([kind, id]): RemarkView[] => {
      const text = texts.words(id);
      const performedOn = days.get(entryId);
      if (text === undefined || performedOn === undefined) return [];
      return [{ entryId, kind, text, performedOn, by: names.person(byId) }];
    }),
  );
}
