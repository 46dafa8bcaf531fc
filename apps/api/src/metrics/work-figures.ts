import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import type { Reading } from '../db/context';
import { Db } from '../db/db';
import { eventsBehind } from '../followers/cursors';
import { DeadLetterRow } from '../followers/follower.row';
import { Followers } from '../followers/followers';
import { SYSTEM } from '../followers/turn';
import { MailRow } from '../mail/mail.row';

/** How long the database may take for its figures; a monitor that waits longer hears that it is silent. */
const PATIENCE_MS = 2_500;

/** Figures that stand in the database: how far what follows the logs has come, and what became of mails. */
@Injectable()
export class WorkFigures {
  private answers: Gauge | undefined;
  private behind: Gauge<'follower'> | undefined;
  private letters: Gauge | undefined;
  private mails: Gauge<'state'> | undefined;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Followers) private readonly followers: Followers,
  ) {}

  /** Names the figures. */
  start(registry: Registry): void {
    const registers = [registry];
    this.answers = new Gauge({
      name: 'countersign_database_answers',
      help: 'Whether the database answered this question in time (1) or not (0).',
      registers,
    });
    this.behind = new Gauge({
      name: 'countersign_follower_events_behind',
      help: 'Events that a follower of the logs has still to deal with.',
      labelNames: ['follower'] as const,
      registers,
    });
    this.letters = new Gauge({
      name: 'countersign_dead_letters',
      help: 'Events that followers could not deal with and have left behind.',
      registers,
    });
    this.mails = new Gauge({
      name: 'countersign_mails',
      help: 'Mails that wait to be sent, and mails that were given up.',
      labelNames: ['state'] as const,
      registers,
    });
  }

  /** Asks the database once. Where it does not answer, the figures of before are taken away, for they may be wrong by now. */
  async look(): Promise<void> {
    const isOver = new AbortController();
    const late = sleep(PATIENCE_MS, false, { signal: isOver.signal }).catch(() => false);
    const asked = this.db
      .read(SYSTEM, (view) => this.read(view))
      .then(
        () => true,
        () => false,
      );
    const answers = await Promise.race([asked, late]);
    isOver.abort();
    this.answers?.set(answers ? 1 : 0);
    if (answers) return;
    for (const one of [this.behind, this.mails]) one?.reset();
    // Set back, a figure without labels would say 0.
    this.letters?.remove();
  }

  private async read({ manager }: Reading): Promise<void> {
    const behind: [string, number][] = [];
    for (const follower of this.followers.all())
      behind.push([follower.name, await eventsBehind(manager, follower)]);
    const letters = await manager.count(DeadLetterRow);
    const waiting = await manager.countBy(MailRow, { state: 'waiting' });
    const dead = await manager.countBy(MailRow, { state: 'dead' });
    for (const [follower, events] of behind) this.behind?.set({ follower }, events);
    this.letters?.set(letters);
    this.mails?.set({ state: 'waiting' }, waiting);
    this.mails?.set({ state: 'given up' }, dead);
  }
}
