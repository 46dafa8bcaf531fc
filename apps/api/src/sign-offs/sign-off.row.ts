import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeclineReason, SignOffState } from '@countersign/domain/competency';
import type { SupervisionLevel } from '@countersign/domain/entry';
import type { TextId } from '@countersign/domain/ledger';
import type { EvidenceChange } from '@countersign/contracts/sign-offs/views';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** An entry that was counted under the signatures and has changed since. */
export interface ChangedEvidence {
  readonly entryId: string;
  /** Number of the version that was signed. */
  readonly number: number;
  readonly what: EvidenceChange;
  /** UTC instant, ms. */
  readonly at: number;
}

/**
 * The sign-off of a fellow for a competency. `slot` is `pending` while signatures are missing, `held` while it is signed
 * or suspended, and null once it ended: the key then allows one of each. That it lapsed is told by the date and is not
 * kept. Its signatures are rows of their own.
 */
@Entity('sign_off')
@Logged({ log: 'program' })
@Unique('uq_sign_off_slot', ['programId', 'fellowId', 'competencyId', 'slot'])
@Index('ix_sign_off_state', ['programId', 'state'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_sign_off_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_sign_off_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['askedById'], ['id'], {
  name: 'fk_sign_off_asked_by',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SignOffRow {
  @PrimaryColumn(primaryColumn('id', 'pk_sign_off')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_sign_off')) id!: string;
  @Column(column('id')) fellowId!: string;
  @Column(column(64)) competencyId!: string;
  /** As the set had it when it was asked for. */
  @Column(column(200)) title!: string;
  @Column(column(64)) setId!: string;
  @Column(column('count')) setVersion!: number;
  @Column(column('flag')) highRisk!: boolean;
  @Column(column('flag')) demonstration!: boolean;
  /** Under which supervision the fellow works once it is signed. */
  @Column(column(24)) supervision!: SupervisionLevel;
  @Column(column(16)) state!: SignOffState;
  @Column(column(8, nullable)) slot!: 'pending' | 'held' | null;
  @Column(column('id')) askedById!: string;
  @Column(column('instant')) askedAt!: number;
  /** Places of the rules that the waiver is for. */
  @Column(column('json')) unmet!: readonly number[];
  @Column(column(69, nullable)) waiverTextId!: TextId | null;
  @Column(column('id', nullable)) waiverById!: string | null;
  @Column(column('instant', nullable)) waiverAt!: number | null;
  /** When the last signature was given, and which day that was at the program. */
  @Column(column('instant', nullable)) signedAt!: number | null;
  @Column(column('civilDate', nullable)) signedOn!: string | null;
  /** Who declined, suspended or revoked it, when, on which day, and why. */
  @Column(column('id', nullable)) endById!: string | null;
  @Column(column('instant', nullable)) endedAt!: number | null;
  @Column(column('civilDate', nullable)) endedOn!: string | null;
  @Column(column(24, nullable)) endReason!: DeclineReason | null;
  @Column(column(69, nullable)) endTextId!: TextId | null;
  @Column(column('instant', nullable)) flaggedAt!: number | null;
  @Column(column('json')) changed!: readonly ChangedEvidence[];
  @Column(column('id', nullable)) renewsId!: string | null;
  /** The optimistic lock: every change raises it by one, conditionally. */
  @Column(column('count')) revision!: number;
}
