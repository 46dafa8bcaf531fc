import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { ProgramRow } from '../programs/program.row';

/** Names of the programs and institutions that a person belongs to, a program first: everybody there knows them. */
export async function placesOf({ manager }: Reading, personId: string): Promise<string[]> {
  const found = await manager
    .createQueryBuilder(ProgramRow, 'program')
    .innerJoin(RoleRow, 'held', 'held.programId = program.id')
    .where('held.personId = :personId', { personId })
    .orderBy('program.id', 'ASC')
    .getMany();
  return [...found.map(({ name }) => name), ...found.map(({ institution }) => institution)];
}
