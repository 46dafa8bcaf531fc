import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '@countersign/domain/access';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A person, in any number of programs. */
@Entity('person')
@Logged({ log: 'installation', columns: { name: 'sealed', email: 'sealed', salt: 'apart' } })
@Unique('uq_person_email', ['email'])
export class PersonRow {
  @PrimaryColumn(primaryColumn('id', 'pk_person')) id!: string;
  /** Lower case. */
  @Column(column(254)) email!: string;
  @Column(column(120)) name!: string;
  /** 16 random bytes in hex: name and e-mail are in the log only as commitments under it. */
  @Column(column(32)) salt!: string;
  /** Base specialty of a fellow; empty for others. */
  @Column(column(80)) baseSpecialty!: string;
  @Column(column('instant', nullable)) disabledAt!: number | null;
  @Column(column('instant')) createdAt!: number;
}

/** What proves that somebody is a person; a person may have one of each kind. */
@Entity('credential')
@Logged({
  log: 'installation',
  columns: { secret: 'credential', failures: 'volatile', untold: 'volatile', usedStep: 'volatile' },
})
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_credential_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class CredentialRow {
  @PrimaryColumn(primaryColumn('id', 'pk_credential')) personId!: string;
  @PrimaryColumn(primaryColumn(16, 'pk_credential')) kind!: 'password' | 'totp';
  /** Of a password: argon2id in PHC form; of an authenticator app: its secret, sealed. */
  @Column(column(200)) secret!: string;
  /** Wrong tries since the last right one; each makes the next one wait longer, none is ever refused for it. */
  @Column(column('count')) failures!: number;
  /** Those of them that no event tells yet. */
  @Column(column('count', nullable)) untold!: number | null;
  /** When its person chose it, or confirmed the app; null for one that somebody else made, which has to be changed first. */
  @Column(column('instant', nullable)) chosenAt!: number | null;
  /** Nothing is decided and signed with it before this instant: somebody else let its person in anew. */
  @Column(column('instant', nullable)) signsFrom!: number | null;
  /** Since when that is so; what the person had before ends it. */
  @Column(column('instant', nullable)) restSince!: number | null;
  /** Of an app: the half minute since 1970 whose code was used last; none before or of it is taken again. */
  @Column(column('count', nullable)) usedStep!: number | null;
  @Column(column('instant')) createdAt!: number;
}

/** A password as it is first stored. */
export function newPassword(
  given: Pick<CredentialRow, 'personId' | 'secret' | 'chosenAt'>,
  now: number,
): CredentialRow {
  return {
    ...given,
    kind: 'password',
    failures: 0,
    untold: null,
    signsFrom: null,
    restSince: null,
    usedStep: null,
    createdAt: now,
  };
}

/** A role that a person holds in a program from one civil date to another. */
@Entity('role_held')
@Logged({ log: 'program' })
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
  @Column(column(16)) role!: Role;
  @Column(column('civilDate')) fromOn!: string;
  @Column(column('civilDate')) toOn!: string;
  /** Of a fellow: whom the requirement set of which cohort binds, in the program's own words; null for none. */
  @Column(column(40, nullable)) cohort!: string | null;
}

/** A supervisor lets another decide in their place, from one civil date to another, once the other has accepted. */
@Entity('delegation')
@Logged({ log: 'program' })
@Index('ix_delegation_delegate', ['delegateId', 'programId'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_delegation_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['supervisorId'], ['id'], {
  name: 'fk_delegation_supervisor',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['delegateId'], ['id'], {
  name: 'fk_delegation_delegate',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class DelegationRow {
  @PrimaryColumn(primaryColumn('id', 'pk_delegation')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_delegation')) id!: string;
  @Column(column('id')) supervisorId!: string;
  @Column(column('id')) delegateId!: string;
  @Column(column('civilDate')) fromOn!: string;
  @Column(column('civilDate')) toOn!: string;
  /** Null until the delegate has accepted; nothing is decided under it before. */
  @Column(column('instant', nullable)) acceptedAt!: number | null;
  /** Who offered it: the supervisor, or who keeps the program’s people. Null for one of before offers were made here. */
  @Column(column('id', nullable)) offeredById!: string | null;
  @Column(column('instant', nullable)) offeredAt!: number | null;
  /** When it was ended, or declined where it was not accepted; nothing is decided under it afterwards. */
  @Column(column('instant', nullable)) endedAt!: number | null;
  @Column(column('id', nullable)) endedById!: string | null;
}
