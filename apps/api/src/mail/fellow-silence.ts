import { daysOnService, type LogSilence } from '@countersign/domain/notices';
import { atOrAfter } from '../db/columns';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import { RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { LeaveRow, ProgramRow, RotationRow } from '../programs/program.row';

const DAY_MS = 86_400_000;
/** Entries that say whether somebody usually logs late were sent in so many days. */
const WINDOW_DAYS = 90;

/** How long a fellow has logged nothing, by the schedule; null for somebody who is not in training today. */
export async function silenceOf(
  { manager, now }: Reading,
  { id: programId, timeZone }: Pick<ProgramRow, 'id' | 'timeZone'>,
  fellowId: string,
): Promise<LogSilence | null> {
  const today = civilDateAt(now, timeZone);
  const held = await manager.findBy(RoleRow, { programId, personId: fellowId, role: 'fellow' });
  const training = held.find(({ fromOn, toOn }) => fromOn <= today && today <= toOn);
  if (!training) return null;
  const newest = await manager.findOne(EntryRow, {
    where: { programId, fellowId },
    order: { performedOn: 'DESC' },
    select: { programId: true, id: true, performedOn: true },
  });
  const last =
    newest !== null && newest.performedOn >= training.fromOn ? newest.performedOn : training.fromOn;
  const rotations = await manager.findBy(RotationRow, { programId, fellowId });
  const leave = await manager.findBy(LeaveRow, { programId, fellowId });
  const sent = await manager.find(EntryRow, {
    where: { programId, fellowId, firstSubmittedAt: atOrAfter(now - WINDOW_DAYS * DAY_MS) },
    select: { programId: true, id: true, performedOn: true, firstSubmittedAt: true },
  });
  return {
    days: daysBetween(last, today),
    onService: daysOnService({ rotations, leave }, last, today),
    delays: sent.map(({ performedOn, firstSubmittedAt }) =>
      daysBetween(performedOn, civilDateAt(firstSubmittedAt ?? now, timeZone)),
    ),
  };
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
