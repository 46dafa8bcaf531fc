import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { dayAfter } from '@countersign/domain/calendar';
import { isPending } from '@countersign/domain/competency';
import {
  isAroundTurn,
  ROLL_OVER_DAYS,
  type HeldTraining,
  type LeavingFellow,
  type LeavingSupervisor,
} from '@countersign/domain/people';
import { competencyNumbers } from '../competencies/fellow-numbers';
import { Standings, type Standing } from '../competencies/standings';
import { LetterRow } from '../credentials/letter.row';
import type { Reading } from '../db/context';
import type { RoleRow } from '../people/person.row';
import { countOf, isWaiting, type OpenEntries } from './open-entries';

/** Reads what those who leave with the year leave open. */
@Injectable()
export class ReadLeaving {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /** Fellows, with what of theirs is not sent, decided, signed and written; as many statements for many as for one. */
  async fellows(
    view: Reading,
    programId: string,
    {
      leaving,
      entries,
    }: { readonly leaving: readonly HeldTraining[]; readonly entries: readonly OpenEntries[] },
  ): Promise<LeavingFellow[]> {
    if (leaving.length === 0) return [];
    const ids = leaving.map(({ personId }) => personId);
    const standings = await this.standings.ofFellows(view, programId, ids);
    const letters = await recordsOf(view, programId, ids);
    return leaving.map((one) => {
      const standing = standings.get(one.personId);
      const own = entries.filter(({ fellowId }) => fellowId === one.personId);
      return {
        ...one,
        drafts: countOf(own, ({ state }) => state === 'draft'),
        returned: countOf(own, ({ state }) => state === 'returned'),
        waiting: countOf(own, isWaiting),
        ready: standing ? readyIn(standing) : 0,
        hasLetter: letters.some(
          ({ fellowId, asOf }) => fellowId === one.personId && asOf >= dayAfter(one.toOn, -ROLL_OVER_DAYS),
        ),
      };
    });
  }
}

/** Letters about the whole record that stand. */
function recordsOf(
  { manager }: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<LetterRow[]> {
  return manager.find(LetterRow, {
    where: { programId, fellowId: In([...fellowIds]), kind: 'record', revokedAt: IsNull() },
    select: { programId: true, id: true, fellowId: true, asOf: true },
  });
}

/**
 * How many competencies could be signed: asked for, or with every rule met and never signed. As far as the reader knows: to
 * whoever reads no rating no rule about ratings is met.
 */
function readyIn(standing: Standing): number {
  const { signOffs, held, binds } = standing;
  const asked = new Set(signOffs.filter(isPending).map(({ competencyId }) => competencyId));
  const signed = new Set(held.map(({ competencyId }) => competencyId));
  const met = competencyNumbers(standing).filter(
    ({ competency: { id }, assessed: { met, rules } }) =>
      binds && met && rules.length > 0 && !signed.has(id) && !asked.has(id),
  );
  return asked.size + met.length;
}

/** Supervisors whose role ends around a day, and those who left before while entries wait for them. */
export function leavingSupervisors(
  roles: readonly RoleRow[],
  entries: readonly OpenEntries[],
  { on, today }: { readonly on: string; readonly today: string },
): LeavingSupervisor[] {
  const lastOn = new Map<string, string>();
  for (const { personId, toOn } of roles) if (toOn > (lastOn.get(personId) ?? '')) lastOn.set(personId, toOn);
  return [...lastOn].flatMap(([personId, last]) => {
    const waiting = countOf(entries, (one) => isWaiting(one) && one.waitsForId === personId);
    const isLeft = last < today && waiting > 0;
    return isLeft || isAroundTurn(dayAfter(last, 1), on) ? [{ personId, lastOn: last, waiting }] : [];
  });
}
