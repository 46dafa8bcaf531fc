import { In } from 'typeorm';
import type { HeldSignOff } from '@countersign/domain/competency';
import type { Reading } from '../db/context';
import { SignOffRow } from './sign-off.row';

/** Every sign-off of these fellows of a program, the oldest first; in one statement. */
export async function signOffRows(
  { manager }: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<SignOffRow[]> {
  if (fellowIds.length === 0) return [];
  return manager.find(SignOffRow, {
    where: { programId, fellowId: In([...fellowIds]) },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
}

/** Those of the rows that were ever signed, as an assessment takes them. */
export function heldSignOffs(rows: readonly SignOffRow[]): readonly HeldSignOff[] {
  return rows.flatMap(({ competencyId, signedOn, endedOn }) =>
    signedOn === null ? [] : [{ competencyId, signedOn, endedOn }],
  );
}
