import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A published version of a requirement set of a program. It never changes: the next version is a new row. */
@Entity('requirement_set')
@Logged({ log: 'program' })
@Unique('uq_requirement_set_version', ['programId', 'setId', 'version'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_requirement_set_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RequirementSetRow {
  @PrimaryColumn(primaryColumn('id', 'pk_requirement_set')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_requirement_set')) id!: string;
  @Column(column(64)) setId!: string;
  @Column(column('count')) version!: number;
  @Column(column('json')) body!: object;
  @Column(column('instant')) publishedAt!: number;
  /** Always null: which version binds whom is told by days and cohorts. Kept for logs that name the column. */
  @Column(column('instant', nullable)) replacedAt!: number | null;
}
