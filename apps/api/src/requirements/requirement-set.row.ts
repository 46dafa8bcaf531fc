import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { SetMapping, SetVersion } from '@countersign/domain/competency';
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
  /** Null for a set that came with the program. */
  @Column(column('id', nullable)) publishedById!: string | null;
  /** Which version it follows, and which of its competencies the new ones continue; null for a first one. */
  @Column(column('json', nullable)) follows!: (SetVersion & { readonly mapping: SetMapping }) | null;
}

/** A requirement set that somebody works on; it binds nobody. Published it is gone, and its id is the version's. */
@Entity('requirement_draft')
@Logged({ log: 'program' })
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_requirement_draft_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['savedById'], ['id'], {
  name: 'fk_requirement_draft_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RequirementDraftRow {
  @PrimaryColumn(primaryColumn('id', 'pk_requirement_draft')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_requirement_draft')) id!: string;
  /** A set that may be published, of version 1 and verified by nobody until it is. */
  @Column(column('json')) body!: object;
  @Column(column('instant')) savedAt!: number;
  @Column(column('id')) savedById!: string;
  @Column(column('count')) revision!: number;
}
