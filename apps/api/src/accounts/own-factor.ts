import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import type { NewFactorView } from '@countersign/contracts/account/views';
import type { Tx } from '../db/context';
import { KeptAccounts } from '../members/accounts';
import { PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { Programs } from '../programs/programs';
import { FACTOR_GRACE_MS } from '../sessions/factor-rule';
import { beginRest } from '../sessions/rests';
import { SecondFactor } from '../sessions/second-factor';
import { Sessions } from '../sessions/sessions';
import { Throttle, type BegunTry } from '../sessions/throttle';

/** Sets a second factor up and takes it away. */
@Injectable()
export class OwnFactor {
  constructor(
    @Inject(KeptAccounts) private readonly accounts: KeptAccounts,
    @Inject(Programs) private readonly programs: Programs,
    @Inject(SecondFactor) private readonly factor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  /** A code is tried: it waits where wrong ones came before. */
  trying({ personId }: Actor): Promise<BegunTry> {
    return this.throttle.begin({ name: personId, failures: 0 });
  }

  /** @throws ProblemException `factor/on` where there is one */
  async begin(tx: Tx): Promise<NewFactorView> {
    const { personId } = tx.actor;
    await tx.hold(PersonRow, { id: personId });
    const before = await this.factor.of(tx, personId);
    if (before && before.chosenAt !== null) throw problem('factor/on');
    const { email } = await tx.manager.findOneByOrFail(PersonRow, { id: personId });
    return this.factor.begin(tx, personId, email);
  }

  /** @returns the recovery codes; null for a wrong code, or where nothing was begun */
  confirm(tx: Tx, code: string): Promise<readonly string[] | null> {
    return this.factor.confirm(tx, tx.actor.personId, code);
  }

  /** @throws ProblemException `factor/none`, `factor/required`, `factor/code-wrong` */
  async remove(tx: Tx, sessionId: string, code: string): Promise<void> {
    const { personId } = tx.actor;
    if ((await this.sessions.factorAsked(tx, sessionId)) !== null) throw problem('factor/required');
    const answer = await this.factor.check(tx, personId, code);
    if (answer === 'none') throw problem('factor/none');
    if (answer !== 'right') throw problem('factor/code-wrong');
    await this.factor.remove(tx, personId);
  }

  /** Takes that of somebody else away, who lost it. Every session of the person ends. */
  async drop(tx: Tx, { programId, personId }: { programId: string; personId: string }): Promise<void> {
    await tx.hold(PersonRow, { id: personId });
    await this.accounts.load(tx, programId, personId);
    if (personId === tx.actor.personId) throw problem('people/own-role');
    const factor = await this.factor.of(tx, personId);
    if (!factor || factor.chosenAt === null) throw problem('factor/none');
    await this.factor.remove(tx, personId);
    await beginRest(tx, personId);
    await this.sessions.closeAll(tx, personId, 'password-changed');
  }

  /** Asks for second factors in a program after the days of grace, or no more. Said twice it is said once. */
  async require(tx: Tx, programId: string, required: boolean): Promise<void> {
    const { factorFrom } = await this.programs.load(tx, programId);
    if ((factorFrom !== null) === required) return;
    const set = { factorFrom: required ? tx.now + FACTOR_GRACE_MS : null };
    await tx.update(ProgramRow, { id: programId }, set);
    tx.record('program.factor-set', { programId, id: programId }, {});
  }
}
