import { Injectable } from '@nestjs/common';
import { mailGroups, type MailGroup } from '@countersign/domain/notices';
import type { Reading, Tx } from '../db/context';
import { PersonRow } from '../people/person.row';
import { MailStopRow } from './mail.row';

/** Which mails people do not want. */
@Injectable()
export class MailChoices {
  /** The groups that a person has stopped. */
  async stopped({ manager }: Reading, personId: string): Promise<MailGroup[]> {
    const rows = await manager.findBy(MailStopRow, { personId });
    return mailGroups.filter((group) => rows.some(({ mailGroup }) => mailGroup === group));
  }

  /** Stops these groups and no others. */
  async choose(tx: Tx, personId: string, stopped: readonly MailGroup[]): Promise<void> {
    await tx.hold(PersonRow, { id: personId });
    const before = await this.stopped(tx, personId);
    for (const mailGroup of mailGroups.filter((group) => stopped.includes(group) && !before.includes(group)))
      await tx.insert(MailStopRow, { personId, mailGroup, stoppedAt: tx.now });
    for (const mailGroup of before.filter((group) => !stopped.includes(group)))
      await tx.remove(MailStopRow, { personId, mailGroup });
    const isOther =
      before.length !== new Set(stopped).size || before.some((group) => !stopped.includes(group));
    if (isOther) tx.record('mail.chosen', { id: personId, by: personId }, {});
  }
}
