import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';
import type { KeyPurpose } from '@countersign/contracts/ledger/views';

/** A key with which the installation signs: its public half. The private one is a file beside the database, never in it. */
@Logged({ log: 'installation' })
@Entity('signing_key')
@Unique('uq_signing_key_live', ['purpose', 'live'])
export class SigningKeyRow {
  /** The first 16 hex digits of the SHA-256 of the raw public key. */
  @PrimaryColumn(primaryColumn(16, 'pk_signing_key')) kid!: string;
  @Column(column(16)) purpose!: KeyPurpose;
  /** Host of the public address when the key was made; what it signs is signed in this name. */
  @Column(column(253)) name!: string;
  /** Multikey text of the raw public key, `z6Mk…`. */
  @Column(column(64)) publicKey!: string;
  @Column(column('instant')) createdAt!: number;
  /** 1 for the one key of its purpose that signs today; null once it is retired. */
  @Column(column('count', nullable)) live!: number | null;
  @Column(column('instant', nullable)) retiredAt!: number | null;
  /** Why it was retired, in the operator's words. */
  @Column(column(300, nullable)) reason!: string | null;
  /** For a key that became known to others: nothing that it signed after this instant is believed. */
  @Column(column('instant', nullable)) distrustAfter!: number | null;
}
