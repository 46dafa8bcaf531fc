import { MoreThanOrEqual } from 'typeorm';
import { qualificationWarnings } from '@countersign/domain/qualification';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { heldQualifications } from '../qualifications/held-qualifications';

/** How many qualifications have expired, and how many will soon. */
export interface Expiry {
  readonly expired: number;
  readonly expiring: number;
}

/** Of the fellows of today and to come whose qualifications warn, what there is to say; in two statements. */
export async function expiryByFellow(
  view: Reading,
  programId: string,
  today: string,
): Promise<ReadonlyMap<string, Expiry>> {
  const held = await heldQualifications(view, programId);
  const training = await view.manager.findBy(RoleRow, {
    ...{ programId, role: 'fellow' as const },
    toOn: MoreThanOrEqual(today),
  });
  const ids = [...new Set(training.map(({ personId }) => personId))];
  return new Map(
    ids.flatMap((id) => {
      const { expired, expiring } = qualificationWarnings(held.get(id) ?? [], today);
      return expired + expiring === 0 ? [] : [[id, { expired, expiring }] as const];
    }),
  );
}

/** All of them together. */
export function sumOf(all: Iterable<Expiry>): Expiry {
  return [...all].reduce(
    (sum, one) => ({ expired: sum.expired + one.expired, expiring: sum.expiring + one.expiring }),
    { expired: 0, expiring: 0 },
  );
}

/** Whether there is anything to say. */
export function isWarning(found: Expiry | undefined): boolean {
  return found !== undefined && found.expired + found.expiring > 0;
}
