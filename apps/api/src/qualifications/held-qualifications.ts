import { IsNull } from 'typeorm';
import type { QualificationFacts } from '@countersign/domain/qualification';
import type { Reading } from '../db/context';
import { grouped } from '../platform/grouped';
import { QualificationRow } from './qualification.row';

/** What a state follows from, of a row. */
export function factsOf({ standing, fromOn, expiresOn, endedAt }: QualificationRow): QualificationFacts {
  return { standing, fromOn, expiresOn, ended: endedAt !== null };
}

/** What is known of the qualifications of people in a program that were not ended, by person; in one statement. */
export async function heldQualifications(
  { manager }: Reading,
  programId: string,
): Promise<ReadonlyMap<string, readonly QualificationFacts[]>> {
  const rows = await manager.findBy(QualificationRow, { programId, endedAt: IsNull() });
  const byPerson = grouped(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, own]) => [personId, own.map(factsOf)]));
}
