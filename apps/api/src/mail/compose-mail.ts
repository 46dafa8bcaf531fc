import { Inject, Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { afterQuietHours, groupOf, isSilent, type MailKind } from '@countersign/domain/notices';
import { mailText, type MailFacts } from '@countersign/contracts/words/mail';
import { AccessLinkRow } from '../accounts/access-link.row';
import type { Reading } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import { PersonRow, RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { ProgramRow } from '../programs/program.row';
import { Seals } from '../sessions/seals';
import { tokenId } from '../sessions/session-token';
import { expiryByFellow, isWarning, sumOf } from './expiring';
import { silenceOf } from './fellow-silence';
import { MailChoices } from './mail-choices';
import type { MailRow } from './mail.row';
import type { OutgoingMail } from './mail-server';
import { StopLinks } from './stop-link';
import { waitingByPerson, type WaitingForOne } from './waiting-for';

type Counted = Pick<
  MailFacts,
  | ('waiting' | 'oldestDays' | 'returned' | 'supervisor' | 'silentDays' | 'onService' | 'programWaiting')
  | ('qualifications' | 'programQualifications')
>;

/** Writes a mail from how things stand when it is sent, so that nobody is told of what is over. */
@Injectable()
export class ComposeMail {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Seals) private readonly seals: Seals,
    @Inject(MailChoices) private readonly choices: MailChoices,
    @Inject(StopLinks) private readonly stops: StopLinks,
  ) {}

  /** The mail as it goes out; null where nobody needs it any more or its reader does not want it. */
  async run(view: Reading, mail: MailRow): Promise<OutgoingMail | null> {
    const person = await view.manager.findOneBy(PersonRow, { id: mail.personId });
    if (person === null || person.disabledAt !== null) return null;
    const group = groupOf(mail.kind);
    if (group !== null && (await this.choices.stopped(view, person.id)).includes(group)) return null;
    const facts = await this.facts(view, mail);
    if (facts === null) return null;
    const { publicUrl: home } = this.settings;
    const stop =
      group === null ? null : `${home}/unsubscribe?t=${this.stops.tokenOf({ personId: person.id, group })}`;
    const { subject, text } = mailText(mail.kind, { to: person.name, home, ...facts }, stop);
    const { id, madeAt } = mail;
    return { id, madeAt, to: { name: person.name, address: person.email }, subject, text, stop };
  }

  /** When it may be sent: not in the quiet hours of its program, whatever held it up; a link that somebody waits for at once. */
  async sendAt({ manager, now }: Reading, { kind, programId }: MailRow): Promise<number> {
    if (groupOf(kind) === null || programId === null) return now;
    const program = await manager.findOneBy(ProgramRow, { id: programId });
    return program === null ? now : afterQuietHours(now, program.timeZone);
  }

  private async facts(view: Reading, mail: MailRow): Promise<Omit<MailFacts, 'to' | 'home'> | null> {
    const { programId, kind } = mail;
    const program = programId === null ? null : await view.manager.findOneBy(ProgramRow, { id: programId });
    const programName = program?.name ?? 'Countersign';
    if (mail.sealed !== null) {
      const link = await this.link(view, mail, mail.sealed);
      return link === null ? null : { programName, link };
    }
    if (program === null) return null;
    const counted = await this.counted(view, mail, program);
    return counted === null || isEmpty(kind, counted) ? null : { programName, ...counted };
  }

  /** The address of a link that still opens; null for one that was used or taken back meanwhile. */
  private async link({ manager, now }: Reading, { id }: MailRow, sealed: string): Promise<string | null> {
    const secret = this.seals.open(sealed, id);
    const link = await manager.findOneBy(AccessLinkRow, { secretHash: tokenId(secret) });
    if (link === null || link.usedAt !== null || link.revokedAt !== null || link.expiresAt <= now)
      return null;
    return `${this.settings.publicUrl}/welcome#${secret}`;
  }

  private async counted(
    view: Reading,
    { kind, personId, aboutId }: MailRow,
    program: ProgramRow,
  ): Promise<Counted | null> {
    const { manager } = view;
    const { id: programId } = program;
    if (kind === 'entry-returned') return { returned: await returnedTo(view, programId, personId) };
    if (kind === 'nudge') return inMail((await waitingByPerson(view, programId)).get(personId));
    if (kind === 'escalation') {
      const about = await manager.findOneBy(PersonRow, { id: aboutId ?? '' });
      const own = (await waitingByPerson(view, programId)).get(aboutId ?? '');
      return about === null ? null : { ...inMail(own), supervisor: about.name };
    }
    return kind === 'digest' ? this.week(view, program, personId) : {};
  }

  /** What a week leaves for somebody, in every role that they hold. */
  private async week(view: Reading, program: ProgramRow, personId: string): Promise<Counted> {
    const { id: programId } = program;
    const all = await waitingByPerson(view, programId);
    const silence = await silenceOf(view, program, personId);
    const today = civilDateAt(view.now, program.timeZone);
    const leads = await view.manager.existsBy(RoleRow, {
      ...{ programId, personId, role: In(['director', 'coordinator']) },
      ...{ fromOn: LessThanOrEqual(today), toOn: MoreThanOrEqual(today) },
    });
    const warnings = await expiryByFellow(view, programId, today);
    const [own, inAll] = [warnings.get(personId), sumOf(warnings.values())];
    return {
      ...inMail(all.get(personId)),
      returned: await returnedTo(view, programId, personId),
      ...(own && { qualifications: own }),
      ...(leads && { programQualifications: inAll }),
      ...(leads ? { programWaiting: [...all.values()].reduce((sum, { count }) => sum + count, 0) } : {}),
      ...(silence !== null && isSilent(silence)
        ? { silentDays: silence.days, onService: silence.onService }
        : {}),
    };
  }
}

function inMail(waiting: WaitingForOne | undefined): Counted {
  return waiting === undefined ? {} : { waiting: waiting.count, oldestDays: waiting.oldestDays };
}

function returnedTo({ manager }: Reading, programId: string, fellowId: string): Promise<number> {
  return manager.countBy(EntryRow, { programId, fellowId, state: 'returned' });
}

/** Whether a mail of this kind has nothing to say: what it was about is done. */
function isEmpty(kind: MailKind, facts: Counted): boolean {
  const { waiting, returned, onService, programWaiting } = facts;
  if (kind === 'entry-returned') return !returned;
  if (kind === 'nudge' || kind === 'escalation') return !waiting;
  const expires = [facts.qualifications, facts.programQualifications].some(isWarning);
  return kind === 'digest' && !waiting && !returned && !onService && !programWaiting && !expires;
}
