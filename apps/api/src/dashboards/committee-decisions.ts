import type { CommitteeDecisionView } from '@countersign/contracts/dashboards/committee-views';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import type { Names } from '../programs/names';
import { CommitteeDecisionRow } from './committee-decision.row';

/** What was decided on a fellow, the newest first; without words for whoever may not read them. */
export async function decisionViews(
  view: Reading,
  { programId, fellowId }: { readonly programId: string; readonly fellowId: string },
  { names, readsWords }: { readonly names: Names; readonly readsWords: boolean },
): Promise<CommitteeDecisionView[]> {
  const rows = await view.manager.find(CommitteeDecisionRow, {
    where: { programId, fellowId },
    order: { at: 'DESC', id: 'DESC' },
  });
  const ids = rows.flatMap(({ reason, milestones }) => [reason, ...milestones.map((one) => one.reason)]);
  const texts = await readTexts(view, programId, readsWords ? ids : []);
  const person = (id: string) => names.person(id);
  const said = (id: string | null) => {
    const words = texts.words(id);
    return words === undefined ? {} : { reason: words };
  };
  return rows.map(({ id, at, asOfOn, byId, outcome, reason, present, lookAgainOn, milestones, ...set }) => ({
    ...{ id, at, asOfOn, by: person(byId), outcome, ...said(reason), present: present.map(person) },
    ...(lookAgainOn === null ? {} : { lookAgainOn }),
    milestones: milestones.map(({ code, level, suggested, reason: why }) => ({
      code,
      ...(level === null ? {} : { level }),
      ...(suggested === null || !readsWords ? {} : { suggested }),
      ...said(why),
    })),
    ...{ setTitle: set.setTitle, setVersion: set.setVersion },
  }));
}
