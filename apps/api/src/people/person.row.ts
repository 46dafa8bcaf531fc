import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';

/** A person with an account, in any number of programs. */
@Entity('person')
@Unique('uq_person_email', ['email'])
export class PersonRow {
  @PrimaryColumn(primaryColumn('id', 'pk_person')) id!: string;
  /** Lower case. */
  @Column(column(254)) email!: string;
  @Column(column(120)) name!: string;
  /** Base specialty of a fellow; empty for others. */
  @Column(column(80)) baseSpecialty!: string;
  /** argon2id in PHC form; null for an account that cannot sign in with a password. */
  @Column(column(200, nullable)) passwordHash!: string | null;
  /** Wrong passwords since the last success. */
  @Column(column('count')) failedSignIns!: number;
  /** No password is accepted before this instant. */
  @Column(column('instant', nullable)) lockedUntil!: number | null;
  @Column(column('instant', nullable)) disabledAt!: number | null;
  @Column(column('instant')) createdAt!: number;
}

/** A role that a person holds in a program from one civil date to another. */
@Entity('role_held')
@Unique('uq_role_held', ['programId', 'personId', 'role', 'fromOn'])
@Index('ix_role_held_person', ['personId'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_role_held_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_role_held_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RoleRow {
  @PrimaryColumn(primaryColumn('id', 'pk_role_held')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_role_held')) id!: string;
  @Column(column('id')) personId!: string;
  @Column(column(16)) role!: string;
  @Column(column('civilDate')) fromOn!: string;
  @Column(column('civilDate')) toOn!: string;
}
