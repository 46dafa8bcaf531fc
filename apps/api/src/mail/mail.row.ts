import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MailKind } from '@countersign/domain/notices';
import type { MailState } from '@countersign/contracts/mail/views';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';
import { LeasedRow } from '../followers/lease';

/**
 * A mail that is to be sent, or was. It holds no text and no address: both are made when it is sent, from how things stand
 * then. Its id is its Message-ID, however often it is tried.
 */
@Entity('mail')
@Logged({ unlogged: 'the outbox: what is sent follows from the logs' })
@Index('ix_mail_due', ['state', 'nextAt'])
@Index('ix_mail_program', ['programId', 'madeAt'])
@Index('ix_mail_person', ['personId', 'kind', 'state'])
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_mail_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class MailRow extends LeasedRow {
  @PrimaryColumn(primaryColumn('id', 'pk_mail')) id!: string;
  /** Null for an account that belongs to no program. */
  @Column(column('id', nullable)) programId!: string | null;
  @Column(column('id')) personId!: string;
  @Column(column(24)) kind!: MailKind;
  /** Of an escalation: the supervisor that it is about. */
  @Column(column('id', nullable)) aboutId!: string | null;
  /** Of a mail with a link: its secret, sealed under a key that the database does not have; gone once it was sent. */
  @Column(column(200, nullable)) sealed!: string | null;
  @Column(column(16)) state!: MailState;
  @Column(column('instant')) madeAt!: number;
  /** Since when it is tried: later than `madeAt` for one that was given up and is sent again. */
  @Column(column('instant')) triedFrom!: number;
  @Column(column('instant', nullable)) doneAt!: number | null;
}

/** A person does not want mails of this group. */
@Entity('mail_stop')
@Logged({ log: 'installation' })
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_mail_stop_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class MailStopRow {
  @PrimaryColumn(primaryColumn('id', 'pk_mail_stop')) personId!: string;
  @PrimaryColumn(primaryColumn(16, 'pk_mail_stop')) mailGroup!: string;
  @Column(column('instant')) stoppedAt!: number;
}
