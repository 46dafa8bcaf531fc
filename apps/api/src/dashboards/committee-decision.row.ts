import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CommitteeOutcome, MilestoneCode } from '@countersign/domain/committee';
import type { TextId } from '@countersign/domain/ledger';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** What a committee set for one milestone, beside what the record suggested then. */
export interface KeptMilestone {
  readonly code: MilestoneCode;
  /** Null where it could not say yet. */
  readonly level: number | null;
  readonly suggested: number | null;
  readonly reason: TextId | null;
}

/** What a committee decided on the training of a fellow. It never changes; a later one follows. */
@Entity('committee_decision')
@Logged({ log: 'program' })
@Index('ix_committee_decision_fellow', ['programId', 'fellowId', 'at'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_committee_decision_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_committee_decision_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['byId'], ['id'], {
  name: 'fk_committee_decision_by',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class CommitteeDecisionRow {
  @PrimaryColumn(primaryColumn('id', 'pk_committee_decision')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_committee_decision')) id!: string;
  @Column(column('id')) fellowId!: string;
  @Column(column(24)) outcome!: CommitteeOutcome;
  @Column(column(69)) reason!: TextId;
  /** Person ids. */
  @Column(column('json')) present!: readonly string[];
  @Column(column('civilDate', nullable)) lookAgainOn!: string | null;
  @Column(column('json')) milestones!: readonly KeptMilestone[];
  /** The day whose numbers were looked at, and the requirement set that counted them. */
  @Column(column('civilDate')) asOfOn!: string;
  @Column(column(200)) setTitle!: string;
  @Column(column('count')) setVersion!: number;
  /** Who recorded it and signed. */
  @Column(column('id')) byId!: string;
  @Column(column('instant')) at!: number;
}
