import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** What a link is for: somebody’s first password, or a new one in the place of a forgotten one. */
export type LinkPurpose = 'invitation' | 'reset';

/** A link with which somebody chooses a password, once. The secret in it is never stored, only its SHA-256. */
@Entity('access_link')
@Logged({ log: 'installation', columns: { secretHash: 'credential' } })
@Unique('uq_access_link_secret', ['secretHash'])
@Unique('uq_access_link_slot', ['personId', 'slot'])
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_access_link_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class AccessLinkRow {
  @PrimaryColumn(primaryColumn('id', 'pk_access_link')) id!: string;
  @Column(column('id')) personId!: string;
  @Column(column(16)) purpose!: LinkPurpose;
  @Column(column(64)) secretHash!: string;
  /** Who made it and handed it over. */
  @Column(column('id')) madeById!: string;
  @Column(column('instant')) madeAt!: number;
  @Column(column('instant')) expiresAt!: number;
  @Column(column('instant', nullable)) usedAt!: number | null;
  /** When it was taken back, or another took its place. */
  @Column(column('instant', nullable)) revokedAt!: number | null;
  /** `open` while it was neither used nor taken back: a person has one open link at most. */
  @Column(column(8, nullable)) slot!: 'open' | null;
}
