import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { NoticesView } from '@countersign/contracts/mail/views';
import type { Reading, Tx } from '../db/context';
import { NoticeRow } from './notice.row';

/** Notices of one list. */
const MOST = 100;

/** What somebody was told of in a program. */
@Injectable()
export class OwnNotices {
  /** The newest first. */
  async list(view: Reading, programId: string): Promise<NoticesView> {
    const { manager, actor } = view;
    const rows = await manager.find(NoticeRow, {
      where: { programId, personId: actor.personId },
      order: { at: 'DESC', id: 'DESC' },
      take: MOST,
    });
    return {
      unread: await this.unread(view, programId),
      notices: rows.map(({ id, kind, objectId, waiting, at, readAt }) => ({
        ...{ id, kind, at, read: readAt !== null },
        ...(objectId === null ? {} : { objectId }),
        ...(waiting === null ? {} : { count: waiting }),
      })),
    };
  }

  /** How many of them were not seen. */
  unread({ manager, actor }: Reading, programId: string): Promise<number> {
    return manager.countBy(NoticeRow, { programId, personId: actor.personId, readAt: IsNull() });
  }

  /** All that was told until now is seen. */
  async see(tx: Tx, programId: string): Promise<void> {
    await tx.update(
      NoticeRow,
      { programId, personId: tx.actor.personId, readAt: IsNull() },
      { readAt: tx.now },
    );
  }
}
