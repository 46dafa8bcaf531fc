import { In } from 'typeorm';
import {
  signOffsUnder,
  type HeldSignOff,
  type SetStep,
  type SetVersion,
} from '@countersign/domain/competency';
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

/**
 * Those of the rows that were ever signed, as an assessment under a version takes them: given under it, or carried there by
 * what its publication said each competency continues.
 */
export function heldUnder(
  to: SetVersion,
  rows: readonly SignOffRow[],
  carried: { readonly steps: readonly SetStep[]; readonly asOf: string },
): readonly HeldSignOff[] {
  const given = rows.flatMap(({ competencyId, signedOn, endedOn, setId, setVersion }) =>
    signedOn === null
      ? []
      : [{ competencyId, signedOn, endedOn, requirementSetId: setId, version: setVersion }],
  );
  return signOffsUnder(to, given, carried);
}
