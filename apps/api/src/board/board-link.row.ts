import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A display link: an address that shows the board of its program. The secret is never stored, only its SHA-256. */
@Entity('board_link')
@Logged({ log: 'program', columns: { lastSeenAt: 'volatile' } })
@Unique('uq_board_link_token', ['tokenHash'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_board_link_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['createdById'], ['id'], {
  name: 'fk_board_link_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class BoardLinkRow {
  @PrimaryColumn(primaryColumn('id', 'pk_board_link')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_board_link')) id!: string;
  /** Where it hangs, in the words of whoever made it. */
  @Column(column(80)) ward!: string;
  /** The site that is chosen when the page opens; null for all. */
  @Column(column('id', nullable)) siteId!: string | null;
  @Column(column(64)) tokenHash!: string;
  @Column(column('id')) createdById!: string;
  @Column(column('instant')) createdAt!: number;
  /** Last day on which it works, in the program's time zone. */
  @Column(column('civilDate')) expiresOn!: string;
  @Column(column('instant', nullable)) revokedAt!: number | null;
  /** Last use, to about five minutes. */
  @Column(column('instant', nullable)) lastSeenAt!: number | null;
  @Column(column('count')) revision!: number;
}
