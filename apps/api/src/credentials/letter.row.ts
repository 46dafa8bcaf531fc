import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LetterKind } from '@countersign/domain/credential';
import type { TextId } from '@countersign/domain/ledger';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A letter that a director signed. It never changes; it may be taken back. */
@Logged({ log: 'program', columns: { credential: 'digested' } })
@Entity('letter')
@Unique('uq_letter_status', ['statusIndex'])
@Index('ix_letter_fellow', ['programId', 'fellowId', 'issuedAt'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_letter_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_letter_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['issuedById'], ['id'], {
  name: 'fk_letter_issued_by',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class LetterRow {
  @PrimaryColumn(primaryColumn('id', 'pk_letter')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_letter')) id!: string;
  @Column(column('id')) fellowId!: string;
  @Column(column(16)) kind!: LetterKind;
  /** The competency that it is about; null for a whole record. */
  @Column(column(64, nullable)) competencyId!: string | null;
  @Column(column('civilDate')) asOf!: string;
  @Column(column('flag')) demonstration!: boolean;
  /** Canonical JSON of the signed credential: names and words stand in it, so that it is not in the log. */
  @Column(column('longText')) credential!: string;
  /** Hex SHA-256 of these bytes. */
  @Column(column(64)) credentialDigest!: string;
  /** Hex SHA-256 of the document without its proof, as it is printed on the letter. */
  @Column(column(64)) documentDigest!: string;
  /** Hex SHA-256 of the content that the director saw and signed. */
  @Column(column(64)) contentDigest!: string;
  /** The key that signed. */
  @Column(column(16)) kid!: string;
  /** Position in the status list, drawn by lot: it says nothing about how many letters there are. */
  @Column(column('count')) statusIndex!: number;
  @Column(column('id')) issuedById!: string;
  @Column(column('instant')) issuedAt!: number;
  @Column(column('instant', nullable)) revokedAt!: number | null;
  @Column(column('id', nullable)) revokedById!: string | null;
  /** Why it was taken back: a text. */
  @Column(column(69, nullable)) revokedFor!: TextId | null;
  @Column(column('count')) revision!: number;
}
