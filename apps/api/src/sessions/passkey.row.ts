import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A passkey of a person: its public half alone. */
@Entity('passkey')
@Logged({
  log: 'installation',
  columns: { counter: 'volatile', challengeAt: 'volatile', lastUsedAt: 'volatile' },
})
@Unique('uq_passkey_credential', ['credentialId'])
@Index('ix_passkey_person', ['personId'])
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_passkey_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class PasskeyRow {
  @PrimaryColumn(primaryColumn('id', 'pk_passkey')) id!: string;
  @Column(column('id')) personId!: string;
  /** How the authenticator calls it, base64url. */
  @Column(column(400)) credentialId!: string;
  /** COSE key, base64url. */
  @Column(column(2000)) publicKey!: string;
  /** What the person calls the device. */
  @Column(column(80)) name!: string;
  /** How often the authenticator says that it was used; one that counts backward is a copy. */
  @Column(column('count')) counter!: number;
  /** When the challenge was made that was answered last: none before it is taken again. */
  @Column(column('instant', nullable)) challengeAt!: number | null;
  @Column(column('instant', nullable)) lastUsedAt!: number | null;
  @Column(column('instant')) createdAt!: number;
}
