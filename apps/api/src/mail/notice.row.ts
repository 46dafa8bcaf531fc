import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from '@countersign/domain/notices';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** Something that a person of a program is told of, until it is cleared away. */
@Entity('notice')
@Logged({ unlogged: 'what people are told of: follows from the logs' })
@Index('ix_notice_person', ['personId', 'programId', 'at'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_notice_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_notice_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class NoticeRow {
  @PrimaryColumn(primaryColumn('id', 'pk_notice')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_notice')) id!: string;
  @Column(column('id')) personId!: string;
  @Column(column(24)) kind!: NoticeKind;
  /** The entry, sign-off, delegation or, of an escalation, the supervisor that it is about. */
  @Column(column('id', nullable)) objectId!: string | null;
  /** How many entries waited then. */
  @Column(column('count', nullable)) waiting!: number | null;
  @Column(column('instant')) at!: number;
  @Column(column('instant', nullable)) readAt!: number | null;
}
