import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TextId } from '@countersign/domain/ledger';
import type {
  BoardSpecialty,
  QualificationKind,
  QualificationStanding,
} from '@countersign/domain/qualification';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/**
 * A license, registration, board or certificate of a person in a program. The number of it is not kept, nor its last
 * characters: the log never forgets, and nothing that is done here needs it.
 */
@Logged({ log: 'program' })
@Entity('qualification')
@Index('ix_qualification_person', ['programId', 'personId'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_qualification_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_qualification_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['changedById'], ['id'], {
  name: 'fk_qualification_changed_by',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class QualificationRow {
  @PrimaryColumn(primaryColumn('id', 'pk_qualification')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_qualification')) id!: string;
  @Column(column('id')) personId!: string;
  @Column(column(24)) kind!: QualificationKind;
  /** Of a board alone. */
  @Column(column(16, nullable)) specialty!: BoardSpecialty | null;
  @Column(column(80, nullable)) title!: string | null;
  @Column(column(120)) issuer!: string;
  @Column(column(60, nullable)) jurisdiction!: string | null;
  @Column(column(8)) standing!: QualificationStanding;
  @Column(column('civilDate', nullable)) fromOn!: string | null;
  /** Last day on which it holds. */
  @Column(column('civilDate', nullable)) expiresOn!: string | null;
  /** A text. */
  @Column(column(69, nullable)) note!: TextId | null;
  /** Who wrote it down, changed or ended it last. */
  @Column(column('id')) changedById!: string;
  @Column(column('instant')) changedAt!: number;
  /** When it was taken off the list. */
  @Column(column('instant', nullable)) endedAt!: number | null;
  @Column(column('count')) revision!: number;
}
