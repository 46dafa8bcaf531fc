import { Inject, Injectable } from '@nestjs/common';
import type { FallbackBody } from '@countersign/contracts/reviews/waiting-bodies';
import type { Tx } from '../db/context';
import { People } from '../people/people';
import { ProblemException } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';

/** Says to whom a program's entries fall besides their supervisor once they have waited for so many days. */
@Injectable()
export class SetFallback {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** Said twice it is said once. @throws ProblemException `hand-over/not-supervisor` */
  async run(tx: Tx, programId: string, { fallback }: FallbackBody): Promise<void> {
    const program = await this.programs.load(tx, programId);
    const wanted = {
      fallbackPersonId: fallback?.personId ?? null,
      fallbackAfterDays: fallback?.afterDays ?? null,
    };
    const isSame =
      program.fallbackPersonId === wanted.fallbackPersonId &&
      program.fallbackAfterDays === wanted.fallbackAfterDays;
    if (isSame) return;
    if (fallback) {
      const on = todayAt(program, tx);
      const supervisors = await this.people.withRole(tx, { programId, role: 'supervisor', on });
      const code = 'hand-over/not-supervisor';
      if (!supervisors.some(({ id }) => id === fallback.personId))
        throw new ProblemException(code, [{ pointer: '/fallback/personId', code }]);
    }
    await tx.update(ProgramRow, { id: programId }, wanted);
    tx.record('program.fallback-set', { programId, id: programId }, {});
  }
}
