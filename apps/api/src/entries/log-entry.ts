import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import { decide, startLife, type EntryLife } from '@countersign/domain/entry';
import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import type { Tx } from '../db/context';
import { must, problem } from '../platform/problem';
import { contentOf } from './entry-content';
import { EntryRules } from './entry-rules';
import { EntryStore } from './entry-store';
import { EntryRow } from './entry.row';
import type { WrittenVersion } from './version-writer';

/** What a fellow asks to be logged. */
interface Asked {
  readonly fellowId: string;
  readonly id: string;
  readonly version: WrittenVersion;
}

/** Logs an entry, as a draft or submitted to its supervisor. */
@Injectable()
export class LogEntry {
  constructor(
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryRules) private readonly rules: EntryRules,
  ) {}

  /**
   * Sent again with the same id and content, it answers the same entry; a draft that was never sent is submitted when
   * it is now asked for.
   */
  async run(tx: Tx, programId: string, body: LogEntryBody): Promise<EntryRow> {
    must(can.log(tx.actor, programId));
    const fellowId = tx.actor.personId;
    const content = contentOf(body);
    const around = await this.rules.around(tx, { programId, fellowId }, content);
    const submittedAt = body.then === 'submit' ? tx.now : null;
    const asked = { fellowId, id: body.id, version: { content, submittedAt, around } };
    const before = await tx.manager.findOneBy(EntryRow, { programId, id: body.id });
    if (before === null) return this.first(tx, asked);
    // Nobody learns from an answer that somebody else has an entry of that id: it is logged as any other, under a new one.
    if (before.fellowId !== fellowId) return this.first(tx, { ...asked, id: tx.newId() });
    return this.again(tx, before, asked);
  }

  private async first(tx: Tx, asked: Asked): Promise<EntryRow> {
    const { fellowId, id, version } = asked;
    this.check(tx, asked);
    const draft = startLife({ fellowId, supervisorId: version.content.supervisorId ?? null });
    return this.store.insert(tx, { life: this.sent(draft, asked), id, version });
  }

  private async again(tx: Tx, row: EntryRow, asked: Asked): Promise<EntryRow> {
    const { version } = asked;
    const versions = await this.store.versions(tx, row);
    const contents = await this.store.contents(tx, versions);
    const isSame = contents.some((content) => isDeepStrictEqual(content, version.content));
    if (!isSame) throw problem('entry/id-taken');
    // What was sent once and taken back since is a draft on purpose: this is the request that had sent it, once more.
    const waitsToBeSent = row.state === 'draft' && row.firstSubmittedAt === null;
    if (version.submittedAt === null || !waitsToBeSent) return row;
    this.check(tx, asked);
    const life = this.sent(await this.store.life(tx, row), asked);
    return this.store.move(tx, row, { life, seen: row.revision, action: 'entry.submitted', version });
  }

  private check(tx: Tx, { fellowId, version }: Asked): void {
    const { content, submittedAt, around } = version;
    const stage = submittedAt === null ? 'draft' : 'submitted';
    this.rules.check(tx, content, { around, stage, fellowId });
  }

  private sent(draft: EntryLife, { fellowId, version }: Asked): EntryLife {
    if (version.submittedAt === null) return draft;
    return must(decide(draft, { kind: 'submit' }, { actorId: fellowId, now: version.submittedAt })).life;
  }
}
