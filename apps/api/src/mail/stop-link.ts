import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { mailGroups, type MailGroup } from '@countersign/domain/notices';
import { Seals } from '../sessions/seals';

const PURPOSE = 'countersign mail stop';

/** What a link stops, for whom. */
export interface Stop {
  readonly personId: string;
  readonly group: MailGroup;
}

/** Links that stop a kind of mail for one person, without a session: they can do nothing else, and do not end. */
@Injectable()
export class StopLinks {
  constructor(@Inject(Seals) private readonly seals: Seals) {}

  /** What stands in the address. */
  tokenOf({ personId, group }: Stop): string {
    const said = `${group}.${personId}`;
    return `${said}.${this.seals.mark(said, PURPOSE)}`;
  }

  /** What a token stops; null for one that this installation did not make. */
  read(token: string): Stop | null {
    const [group = '', personId = '', mark = ''] = token.split('.');
    const found = mailGroups.find((one) => one === group);
    const own = Buffer.from(this.seals.mark(`${group}.${personId}`, PURPOSE));
    const given = Buffer.from(mark);
    if (found === undefined || own.length !== given.length || !timingSafeEqual(own, given)) return null;
    return { personId, group: found };
  }
}
