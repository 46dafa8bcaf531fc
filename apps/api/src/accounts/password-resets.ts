import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { nameless, type Reading } from '../db/context';
import { atOrAfter } from '../db/columns';
import { Db } from '../db/db';
import { PersonRow, RoleRow } from '../people/person.row';
import { Pauses } from '../sessions/pauses';
import { Throttle } from '../sessions/throttle';
import { AccessLinkRow } from './access-link.row';

/** Nobody is sent more than one mail in so many ms, whoever asks. */
const REST_MS = 15 * 60_000;
/** Every answer takes this long at least, so that its time does not tell whether there is an account. */
const ANSWER_MS = 400;

/**
 * Asks for a new password at the own mailbox. The answer is the same, and as late, for an e-mail that nobody has: the link
 * is made and mailed afterwards. The second factor stays what it is.
 */
@Injectable()
export class PasswordResets {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Pauses) private readonly pauses: Pauses,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  /** @throws ProblemException `session/too-many-tries` */
  async ask(request: Request, email: string): Promise<void> {
    await this.throttle.begin({ request, name: `reset ${email}`, failures: 0 });
    const began = performance.now();
    const found = await this.db.read(nameless('anonymous'), (view) => whoMayAsk(view, email.toLowerCase()));
    if (found !== null) {
      const { personId: id, programId } = found;
      const asking = nameless('anonymous');
      await this.db.write(asking, (tx) => {
        tx.record('access-link.asked', { id, by: id }, { programId });
        return Promise.resolve();
      });
    }
    await this.pauses.wait(Math.max(0, ANSWER_MS - (performance.now() - began)));
  }
}

/** The account of an e-mail, unless it is closed or was sent a link a moment ago. */
async function whoMayAsk(
  { manager, now }: Reading,
  email: string,
): Promise<{ readonly personId: string; readonly programId: string | null } | null> {
  const person = await manager.findOneBy(PersonRow, { email });
  if (person === null || person.disabledAt !== null) return null;
  const personId = person.id;
  const lately = { personId, madeById: personId, madeAt: atOrAfter(now - REST_MS) };
  if (await manager.existsBy(AccessLinkRow, lately)) return null;
  const held = await manager.findOne(RoleRow, { where: { personId }, order: { toOn: 'DESC' } });
  return { personId, programId: held?.programId ?? null };
}
