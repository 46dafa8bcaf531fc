import { Inject, Injectable } from '@nestjs/common';
import {
  afterQuietHours,
  groupOf,
  isMailed,
  type MailKind,
  type NoticeKind,
} from '@countersign/domain/notices';
import type { Tx } from '../db/context';
import { unleased } from '../followers/lease';
import type { ProgramRow } from '../programs/program.row';
import { Seals } from '../sessions/seals';
import { MailRow } from './mail.row';
import { NoticeRow } from './notice.row';

/** How long a mail about what happened is kept back: what is undone meanwhile is not told, and several are told as one. */
const GATHER_MS = 10 * 60_000;

/** Something that people of a program are told of. */
export interface News {
  readonly program: Pick<ProgramRow, 'id' | 'timeZone' | 'demo'>;
  readonly personIds: readonly string[];
  readonly kind: NoticeKind;
  readonly objectId?: string;
  /** How many entries wait. */
  readonly waiting?: number;
}

/** A mail with a link that opens an account. */
export interface LinkMail {
  readonly programId: string | null;
  readonly personId: string;
  readonly kind: 'invitation' | 'reset';
  /** Of the link. */
  readonly secret: string;
}

/** What is to be told: notices in the app, and mails that are sent afterwards. Both stand or fall with the transaction. */
@Injectable()
export class Outbox {
  constructor(@Inject(Seals) private readonly seals: Seals) {}

  /** Tells people, each once, in the app and, where the kind is mailed, by mail outside of the program’s quiet hours. */
  async tell(tx: Tx, { program, personIds, kind, objectId, waiting }: News): Promise<void> {
    const { id: programId, timeZone, demo } = program;
    for (const personId of new Set(personIds)) {
      await tx.insert(NoticeRow, {
        ...{ programId, id: tx.newId(), personId, kind, objectId: objectId ?? null },
        ...{ waiting: waiting ?? null, at: tx.now, readAt: null },
      });
      // People of the demo have no mailbox.
      if (demo || !isMailed(kind)) continue;
      const aboutId = kind === 'escalation' ? (objectId ?? null) : null;
      const like = { personId, programId, kind, state: 'waiting' as const };
      const waits = await tx.manager.existsBy(MailRow, aboutId === null ? like : { ...like, aboutId });
      if (waits) continue;
      // What concerns an account is told at once, by night too.
      const nextAt = groupOf(kind) === null ? tx.now : afterQuietHours(tx.now + GATHER_MS, timeZone);
      await this.put(tx, { programId, personId, kind, aboutId, nextAt });
    }
  }

  /** Sends a link, at once; its secret is sealed until then, and kept nowhere afterwards. */
  async sendLink(tx: Tx, { programId, personId, kind, secret }: LinkMail): Promise<void> {
    const id = tx.newId();
    await this.put(tx, {
      ...{ id, programId, personId, kind },
      sealed: this.seals.seal(secret, id),
      nextAt: tx.now,
    });
  }

  private async put(
    tx: Tx,
    mail: Pick<MailRow, 'programId' | 'personId' | 'nextAt'> & { readonly kind: MailKind } & Partial<MailRow>,
  ): Promise<void> {
    await tx.insert(MailRow, {
      ...unleased,
      ...{ id: tx.newId(), aboutId: null, sealed: null, state: 'waiting' },
      ...{ madeAt: tx.now, triedFrom: tx.now, doneAt: null },
      ...mail,
    });
  }
}
