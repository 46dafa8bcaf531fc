import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { TextId } from '@countersign/domain/ledger';
import type { AttentionReason } from '@countersign/domain/statistics';
import { column, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A concern that a director looked at and set aside: for this reason, on this basis, and no other. */
@Entity('attention_dismissal')
@Logged({ log: 'program' })
@Unique('uq_attention_dismissal', ['programId', 'fellowId', 'competencyId', 'reason', 'basis'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_attention_dismissal_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_attention_dismissal_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['byId'], ['id'], {
  name: 'fk_attention_dismissal_by',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class AttentionDismissalRow {
  @PrimaryColumn(primaryColumn('id', 'pk_attention_dismissal')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_attention_dismissal')) id!: string;
  @Column(column('id')) fellowId!: string;
  /** Empty where the concern is about no competency. */
  @Column(column(64)) competencyId!: string;
  @Column(column(24)) reason!: AttentionReason;
  /** What the reason rested on. */
  @Column(column(64)) basis!: string;
  @Column(column(69)) note!: TextId;
  @Column(column('id')) byId!: string;
  @Column(column('instant')) at!: number;
}
