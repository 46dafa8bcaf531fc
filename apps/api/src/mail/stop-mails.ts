import { Inject, Injectable } from '@nestjs/common';
import type { MailStopView } from '@countersign/contracts/mail/views';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { MailChoices } from './mail-choices';
import { StopLinks } from './stop-link';

/** Stops a kind of mail by the link in one, or lets it come again. */
@Injectable()
export class StopMails {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(MailChoices) private readonly choices: MailChoices,
    @Inject(StopLinks) private readonly links: StopLinks,
  ) {}

  /** @throws ProblemException `link/unknown` */
  async run(token: string, stopped: boolean): Promise<MailStopView> {
    const stop = this.links.read(token);
    if (stop === null) throw problem('link/unknown');
    const { personId, group } = stop;
    await this.db.write(nameless('anonymous'), async (tx) => {
      if (!(await tx.manager.existsBy(PersonRow, { id: personId }))) throw problem('link/unknown');
      const others = (await this.choices.stopped(tx, personId)).filter((one) => one !== group);
      await this.choices.choose(tx, personId, stopped ? [...others, group] : others);
    });
    return { group, stopped };
  }
}
