import { Injectable } from '@nestjs/common';
import type { CohortBody } from '@countersign/contracts/requirements/bodies';
import type { Tx } from '../db/context';
import { RoleRow } from '../people/person.row';
import { problem } from '../platform/problem';

/** Says of which cohort the training of a fellow is. */
@Injectable()
export class SetCohort {
  /** Said twice it is recorded once. @throws ProblemException `access/not-found` for what is no training of the program */
  async run(
    tx: Tx,
    key: { programId: string; roleId: string },
    { cohort = null }: Pick<CohortBody, 'cohort'> | { cohort: null },
  ): Promise<void> {
    const { programId, roleId: id } = key;
    const role = await tx.manager.findOneBy(RoleRow, { programId, id, role: 'fellow' });
    if (!role) throw problem('access/not-found');
    if (role.cohort === cohort) return;
    await tx.update(RoleRow, { programId, id }, { cohort });
    tx.record('role.cohort-set', { programId, id }, {});
  }
}
