import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A roster that was brought in, with the roles that it gave. */
@Entity('roster_import')
@Logged({ log: 'program' })
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_roster_import_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['importedById'], ['id'], {
  name: 'fk_roster_import_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RosterImportRow {
  @PrimaryColumn(primaryColumn('id', 'pk_roster_import')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_roster_import')) id!: string;
  @Column(column('json')) roleIds!: readonly string[];
  @Column(column('id')) importedById!: string;
  @Column(column('instant')) importedAt!: number;
  @Column(column('instant', nullable)) undoneAt!: number | null;
}
