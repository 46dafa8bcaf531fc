import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { MailsView, MailView } from '@countersign/contracts/mail/views';
import type { Reading, Tx } from '../db/context';
import { PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { MailRow } from './mail.row';
import { MailServer } from './mail-server';

/** Mails of one list. */
const MOST = 200;

/** What became of a program’s mails. */
@Injectable()
export class Mails {
  constructor(@Inject(MailServer) private readonly server: MailServer) {}

  /** Those that were given up first, then the newest. */
  async list({ manager }: Reading, programId: string): Promise<MailsView> {
    const count = (state: MailRow['state']) => manager.countBy(MailRow, { programId, state });
    const order = { madeAt: 'DESC', id: 'DESC' } as const;
    const dead = await manager.find(MailRow, { where: { programId, state: 'dead' }, order, take: MOST });
    const others = await manager.find(MailRow, {
      where: { programId, state: In(['waiting', 'sent', 'kept', 'dropped']) },
      order,
      take: MOST,
    });
    const rows = [...dead, ...others].slice(0, MOST);
    const people = await manager.findBy(PersonRow, { id: In(rows.map(({ personId }) => personId)) });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      way: this.server.way,
      waiting: await count('waiting'),
      dead: await count('dead'),
      mails: rows.map((row) => viewOf(row, names.get(row.personId) ?? '')),
    };
  }

  /**
   * Tries one again that was given up.
   * @throws ProblemException `access/not-found`, `mail/not-given-up`
   */
  async resend(tx: Tx, programId: string, id: string): Promise<void> {
    if (!(await tx.manager.existsBy(MailRow, { id, programId }))) throw problem('access/not-found');
    const again = { state: 'waiting' as const, failures: 0, nextAt: tx.now, triedFrom: tx.now, doneAt: null };
    const changed = await tx.update(MailRow, { id, programId, state: 'dead' }, again);
    if (changed !== 1) throw problem('mail/not-given-up');
  }
}

function viewOf({ id, kind, state, madeAt, doneAt, nextAt, error }: MailRow, to: string): MailView {
  return {
    ...{ id, kind, to, state, madeAt },
    ...(doneAt === null ? {} : { doneAt }),
    ...(state === 'waiting' ? { nextAt } : {}),
    ...(error === null ? {} : { error }),
  };
}
