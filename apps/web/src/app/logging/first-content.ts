import { latestWithin } from '@countersign/domain/calendar';
import { settings, type DraftContent } from '@countersign/domain/entry';
import type { EntryView, LogContextView } from '@countersign/contracts/entries/views';
import { contentOf } from '../entries/entry-body';
import { patched, type Encounter } from './entry-draft';
import { sameAgain } from './new-procedure';

/**
 * A new entry: today, or the last day of training, where the rotation is, with the usual supervisor. Like another entry
 * where one is given: what was done and where, without what belongs to that one patient (kind of pain, diagnosis, age
 * band, label, reflection) or was judged.
 */
export function firstContent(context: LogContextView, like?: EntryView): DraftContent {
  const before = like?.content;
  const site = context.sites.find(({ id }) => id === (before?.siteId ?? context.siteId));
  const encounter: Encounter = {
    performedOn: latestWithin(context.today, context.training) ?? context.today,
    simulation: before?.simulation ?? false,
  };
  return {
    ...patched(encounter, {
      siteId: site?.id,
      supervisorId: before?.supervisorId ?? context.supervisorId,
      setting: settings.find((one) => one === (before?.setting ?? site?.setting)),
    }),
    procedures: before ? contentOf(before).procedures.map(sameAgain) : [],
  };
}

/** The next entry of the same clinic: day, place and people stay. */
export function nextContent(content: DraftContent): DraftContent {
  const { performedOn, siteId, supervisorId, setting } = content;
  const encounter: Encounter = { performedOn, simulation: false };
  return { ...patched(encounter, { siteId, supervisorId, setting }), procedures: [] };
}
