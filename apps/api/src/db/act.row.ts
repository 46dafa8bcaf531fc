import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from './columns';
import { Logged } from './logged';

/**
 * What a person's act was answered, under the key that named it. It is written in the transaction of the act: it is there
 * exactly when the act was done. After {@link ACT_KEPT_MS} it is cleared away.
 */
@Entity('act')
@Logged({ unlogged: 'answers that may be asked for again for some days: no state of the business' })
@Index('ix_act_at', ['at'])
@Index('ix_act_program', ['programId'])
export class ActRow {
  @PrimaryColumn(primaryColumn('id', 'pk_act')) personId!: string;
  @PrimaryColumn(primaryColumn(64, 'pk_act')) id!: string;
  /** The program that the address named: a redaction in it removes the answers, which may hold the words. */
  @Column(column('id', nullable)) programId!: string | null;
  /** SHA-256, in hex, of what was asked. */
  @Column(column(64)) digest!: string;
  /** What was answered, as JSON; null for nothing. */
  @Column(column('json', nullable)) answer!: object | null;
  @Column(column('instant')) at!: number;
}

/** How long an act is answered again, ms: three days, so that a weekend without network is none too long. */
export const ACT_KEPT_MS = 3 * 24 * 60 * 60 * 1000;
