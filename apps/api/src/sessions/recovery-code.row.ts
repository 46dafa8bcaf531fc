import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A code that stands in for the second factor once. It has 125 random bits, so that its SHA-256 is enough to keep. */
@Entity('recovery_code')
@Logged({ log: 'installation', columns: { codeHash: 'credential' } })
@Unique('uq_recovery_code', ['personId', 'codeHash'])
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_recovery_code_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RecoveryCodeRow {
  @PrimaryColumn(primaryColumn('id', 'pk_recovery_code')) id!: string;
  @Column(column('id')) personId!: string;
  @Column(column(64)) codeHash!: string;
  @Column(column('instant')) createdAt!: number;
  @Column(column('instant', nullable)) usedAt!: number | null;
}
