import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { atOrBefore } from '../db/columns';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { backOffMs } from '../followers/back-off';
import { errorText, freeAll, LeaseLost, takeLease, underFence, type Place } from '../followers/lease';
import { Loop } from '../followers/loop';
import { Rhythm } from '../followers/rhythm';
import { OWNER, SYSTEM } from '../followers/turn';
import { untilAborted } from '../followers/work-outside';
import { Clock } from '../platform/clock';
import { ComposeMail } from './compose-mail';
import { MailRow } from './mail.row';
import { MailServer, troubleOf } from './mail-server';

/** Mails that one round takes. */
const MOST = 20;
/** A mail that no server took for so long is given up: longer than a mail server is usually down. */
const PATIENCE_MS = 3 * 24 * 3_600_000;

/** What became of a try. */
type Outcome = 'done' | 'failed' | 'server-down';

/**
 * Sends what lies in the outbox. Each mail is taken by a lease and marked under its fence, so that several servers share the
 * work; one that is killed between the mail server’s yes and the mark sends it once more, under the same Message-ID. A mail
 * server that cannot be reached is asked less and less often, with one mail; nothing else waits for it.
 */
@Injectable()
export class Postman implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Postman');
  private readonly loop: Loop;
  private downs = 0;
  private notBefore = 0;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Rhythm) private readonly rhythm: Rhythm,
    @Inject(ComposeMail) private readonly composing: ComposeMail,
    @Inject(MailServer) private readonly server: MailServer,
  ) {
    this.loop = new Loop(
      (stop) => this.round(stop),
      () => rhythm.pollMs,
      (error) => this.logger.error(errorText(error)),
    );
  }

  /** Sends until the app is closed. */
  async start(): Promise<void> {
    if (this.db.isOneConnection) await this.db.write(SYSTEM, (tx) => freeAll(tx, MailRow));
    this.loop.start();
  }

  /** Sends what is due now. */
  async catchUp(): Promise<void> {
    const { signal } = new AbortController();
    while (await this.round(signal));
  }

  /** Forgets that the mail server could not be reached: somebody says that it can. */
  tryNow(): void {
    this.notBefore = 0;
    this.loop.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** Answers whether there may be more to send at once. */
  private async round(stop: AbortSignal): Promise<boolean> {
    if (this.clock.now() < this.notBefore) return false;
    const taken = await this.take();
    for (const [nth, mail] of taken.entries()) {
      const outcome = stop.aborted ? 'server-down' : await this.one(mail, stop);
      if (outcome !== 'server-down') continue;
      await this.giveBack(taken.slice(nth + 1));
      return false;
    }
    return taken.length > 0;
  }

  /** The mails that are due, each under a lease. */
  private async take(): Promise<readonly MailRow[]> {
    const due = await this.db.glance(SYSTEM, ({ manager, now }) =>
      manager.find(MailRow, {
        where: { state: 'waiting', nextAt: atOrBefore(now), leaseUntil: atOrBefore(now) },
        order: { nextAt: 'ASC', id: 'ASC' },
        take: MOST,
        select: { id: true },
      }),
    );
    if (due.length === 0) return [];
    const now = this.clock.now();
    const by = { owner: OWNER, now, until: now + MOST * this.rhythm.outsideMs };
    return this.db.write(SYSTEM, async (tx) => {
      const taken: MailRow[] = [];
      for (const { id } of due) {
        const row = await takeLease(tx, { table: MailRow, key: { id, state: 'waiting' } }, by);
        if (row) taken.push(row);
      }
      return taken;
    });
  }

  private async one(mail: MailRow, stop: AbortSignal): Promise<Outcome> {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(this.rhythm.outsideMs)]);
    try {
      const nextAt = await this.db.read(SYSTEM, (view) => this.composing.sendAt(view, mail));
      if (nextAt > this.clock.now()) {
        await this.mark(mail, { nextAt });
        return 'done';
      }
      const ready = await this.db.read(SYSTEM, (view) => this.composing.run(view, mail));
      if (ready !== null) await untilAborted(this.server.send(ready), signal);
      const sent = this.server.way === 'server' ? 'sent' : 'kept';
      await this.mark(mail, { state: ready === null ? 'dropped' : sent, error: null });
      this.downs = 0;
      return 'done';
    } catch (error) {
      if (error instanceof LeaseLost) return 'done';
      return stop.aborted ? this.stopped(mail) : this.failed(mail, error);
    }
  }

  private async failed(mail: MailRow, error: unknown): Promise<Outcome> {
    const now = this.clock.now();
    const trouble = troubleOf(error);
    const isOver = trouble === 'never' || now - mail.triedFrom >= PATIENCE_MS;
    const failures = mail.failures + 1;
    const nextAt = now + backOffMs(failures, Math.random());
    const text = errorText(error);
    await this.mark(mail, isOver ? { state: 'dead', error: text } : { failures, nextAt, error: text });
    if (trouble !== 'server') return 'failed';
    this.downs += 1;
    this.notBefore = now + backOffMs(this.downs, Math.random());
    return 'server-down';
  }

  private async stopped(mail: MailRow): Promise<Outcome> {
    await this.giveBack([mail]);
    return 'server-down';
  }

  /** Notes what became of it; a mail that is done with keeps no secret. */
  private async mark(mail: MailRow, set: Partial<MailRow>): Promise<void> {
    const { id, fence } = mail;
    const isDone = set.state !== undefined && set.state !== 'dead';
    const doneAt = set.state === undefined ? null : this.clock.now();
    const now = { leaseUntil: 0, doneAt, ...set, ...(isDone ? { sealed: null } : {}) };
    await this.db.write(SYSTEM, (tx) => underFence(tx, placeOf(id), fence, now));
  }

  private async giveBack(mails: readonly MailRow[]): Promise<void> {
    const free = async (tx: Tx): Promise<void> => {
      for (const { id, fence } of mails) await tx.update(MailRow, { id, fence }, { leaseUntil: 0 });
    };
    if (mails.length > 0) await this.db.write(SYSTEM, free);
  }
}

function placeOf(id: string): Place<MailRow> {
  return { table: MailRow, key: { id } };
}
