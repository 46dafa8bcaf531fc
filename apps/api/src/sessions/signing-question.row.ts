import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** What a passkey was asked for one act of signing of one person; it is used up in the transaction of the signature. */
@Entity('signing_question')
@Logged({ unlogged: 'questions of a few minutes: what was answered stands with the signature' })
@Index('ix_signing_question_person', ['personId', 'askedAt'])
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_signing_question_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SigningQuestionRow {
  @PrimaryColumn(primaryColumn('id', 'pk_signing_question')) id!: string;
  @Column(column('id')) personId!: string;
  /** Hex SHA-256 of the act that is signed. */
  @Column(column(64)) actDigest!: string;
  /** 16 random bytes in hex: nobody knows the challenge before it is asked. */
  @Column(column(32)) nonce!: string;
  @Column(column('instant')) askedAt!: number;
  @Column(column('instant', nullable)) usedAt!: number | null;
}
