import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Capacity, Meaning, SignatureSubject, SigningMethod } from '@countersign/domain/signing';
import { column, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/**
 * A document that was shown to somebody who may sign it: its canonical JSON, to the byte. It is found by its digest and
 * never made anew; the log holds the digest, which the verifier compares with the bytes.
 */
@Entity('signing_document')
@Logged({ log: 'program', columns: { bytes: 'digested' } })
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_signing_document_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SigningDocumentRow {
  @PrimaryColumn(primaryColumn('id', 'pk_signing_document')) programId!: string;
  /** Hex SHA-256 of the bytes. */
  @PrimaryColumn(primaryColumn(64, 'pk_signing_document')) digest!: string;
  @Column(column(16)) subject!: SignatureSubject;
  @Column(column('id')) subjectId!: string;
  /** The text whose UTF-8 bytes these are. */
  @Column(column('longText')) bytes!: string;
  @Column(column('instant')) createdAt!: number;
}

/** A signature. It is never changed and never removed: what ends is what was signed. */
@Entity('signature')
@Logged({ log: 'program', columns: { printedName: 'sealed', salt: 'apart' } })
@Unique('uq_signature_position', ['programId', 'subject', 'subjectId', 'position'])
@Unique('uq_signature_person', ['programId', 'subject', 'subjectId', 'personId'])
@Check('ck_signature_not_own', 'personId <> ofId')
@ForeignKey('SigningDocumentRow', ['programId', 'documentDigest'], ['programId', 'digest'], {
  name: 'fk_signature_document',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_signature_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SignatureRow {
  @PrimaryColumn(primaryColumn('id', 'pk_signature')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_signature')) id!: string;
  @Column(column(16)) subject!: SignatureSubject;
  @Column(column('id')) subjectId!: string;
  /** The fellow whose record it is; nobody signs an own one. */
  @Column(column('id')) ofId!: string;
  /** Place in the order of signing, from 0. */
  @Column(column('count')) position!: number;
  @Column(column('id')) personId!: string;
  /** As it was printed when it was signed. */
  @Column(column(120)) printedName!: string;
  /** 16 random bytes in hex: the name is in the log only as a commitment under it. */
  @Column(column(32)) salt!: string;
  @Column(column(16)) capacity!: Capacity;
  @Column(column(40)) meaning!: Meaning;
  @Column(column('instant')) at!: number;
  /** IANA zone of the program. */
  @Column(column(64)) timeZone!: string;
  @Column(column(16)) method!: SigningMethod;
  /** Of the statement that the signer had accepted. */
  @Column(column('count')) statementVersion!: number;
  /** Hex SHA-256 of what was shown. */
  @Column(column(64)) documentDigest!: string;
  /** Hex SHA-256 of the canonical record of the signature. */
  @Column(column(64)) digest!: string;
}

/**
 * What a passkey answered for a signature, with all that is needed to check it again: the challenge that the device signed is
 * made of the act, and the act names the document.
 */
@Entity('signature_assertion')
@Logged({ log: 'program', columns: { act: 'digested', response: 'digested' } })
@ForeignKey('SignatureRow', ['programId', 'signatureId'], ['programId', 'id'], {
  name: 'fk_signature_assertion_signature',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SignatureAssertionRow {
  @PrimaryColumn(primaryColumn('id', 'pk_signature_assertion')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_signature_assertion')) signatureId!: string;
  /** Canonical JSON of what was sent. */
  @Column(column('longText')) act!: string;
  @Column(column(64)) actDigest!: string;
  @Column(column(32)) nonce!: string;
  @Column(column('instant')) askedAt!: number;
  /** The passkey as it was, which its person may have taken away since: its name, base64url, and COSE key, base64url. */
  @Column(column(400)) credentialId!: string;
  @Column(column(2000)) publicKey!: string;
  /** Of the page on which it was asked. */
  @Column(column(200)) origin!: string;
  /** The response of WebAuthn as JSON. */
  @Column(column('longText')) response!: string;
  @Column(column(64)) responseDigest!: string;
}

/** That somebody accepted, before the first signature, that it is as binding as one by hand. */
@Entity('signing_statement_acceptance')
@Logged({ log: 'installation' })
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_signing_statement_acceptance_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class StatementAcceptanceRow {
  @PrimaryColumn(primaryColumn('id', 'pk_signing_statement_acceptance')) personId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_signing_statement_acceptance')) version!: number;
  @Column(column('instant')) acceptedAt!: number;
}
