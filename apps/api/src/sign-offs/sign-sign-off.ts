import { Inject, Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import { dayAfter } from '@countersign/domain/calendar';
import { isHeld, signOffTransition, turnOf, type SignOff } from '@countersign/domain/competency';
import {
  documentChanges,
  meaningsOf,
  readSignOffDocument,
  signOffJson,
  STATEMENT_VERSION,
  type Capacity,
  type DocumentChange,
  type SignOffDocument,
} from '@countersign/domain/signing';
import type { SignBody } from '@countersign/contracts/sign-offs/bodies';
import type { OpenedDocumentView } from '@countersign/contracts/sign-offs/views';
import type { Tx } from '../db/context';
import { PersonRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { must, problem, ProblemException, type FieldProblemSeed } from '../platform/problem';
import { Signatures } from '../signatures/signatures';
import { keepDocument, readDocument, shownDocument } from '../signatures/signing-documents';
import { DocumentBuilder, type BuiltDocument } from './document-builder';
import { readinessOf } from './sign-off-grounds';
import { lifeOf, signerOf, SignOffStore, type KnownSignOff, type SignOffKey } from './sign-off-store';

/** Opens what is to be signed, and signs it. */
@Injectable()
export class SignSignOff {
  constructor(
    @Inject(SignOffStore) private readonly store: SignOffStore,
    @Inject(DocumentBuilder) private readonly builder: DocumentBuilder,
    @Inject(Signatures) private readonly signatures: Signatures,
  ) {}

  /** Makes the document that the actor may sign now, as of today, and keeps it as it is shown. */
  async open(tx: Tx, key: SignOffKey): Promise<OpenedDocumentView> {
    const known = await this.store.hold(tx, key);
    const { capacity } = turn(tx, known);
    const built = await this.builder.build(tx, known);
    must(signed(tx, known, built));
    const shown = shownDocument(signOffJson(built.document));
    const { programId, signOffId: id } = key;
    if (await keepDocument(tx, subjectOf(key), shown)) tx.record('sign-off.opened', { programId, id }, {});
    const person = await tx.manager.findOneByOrFail(PersonRow, { id: tx.actor.personId });
    const acceptedAt = await this.signatures.acceptedAt(tx);
    return {
      ...shown,
      ...{ capacity, meanings: [...meaningsOf(capacity)], printedName: person.name },
      statementVersion: STATEMENT_VERSION,
      ...(acceptedAt === null ? {} : { statementAcceptedAt: acceptedAt }),
    };
  }

  /**
   * Signs exactly what was shown: the document of the digest, which is made again as of its day and must be the same.
   * The same signature sent twice is one.
   */
  async sign(tx: Tx, key: SignOffKey, body: Omit<SignBody, 'password' | 'passkey'>): Promise<void> {
    await this.signatures.prove(tx);
    const known = await this.store.hold(tx, key);
    if (await this.signatures.given(tx, body.id, subjectOf(key))) return;
    const { capacity, life } = turn(tx, known);
    if (!meaningsOf(capacity).includes(body.meaning)) throw problem('signature/meaning-not-of-turn');
    const shown = await readDocument(tx, subjectOf(key), body.digest);
    const document = shown && readSignOffDocument(shown.bytes);
    if (document === null) throw problem('signature/other-document');
    const built = await this.builder.build(tx, known, document.asOf);
    assertSame(document, built.document, civilDateAt(tx.now, document.program.timeZone));
    const after = must(signed(tx, known, built));
    await this.signatures.give(tx, {
      ...{ ...subjectOf(key), id: body.id, ofId: life.fellowId, position: life.signatures.length, capacity },
      ...{ meaning: body.meaning, documentDigest: body.digest, timeZone: document.program.timeZone },
      accepts: body.statementVersion,
    });
    await this.move(tx, known, after, document.program.timeZone);
  }

  /** What becomes of the sign-off, and with the last signature of the one that it renews. */
  private async move(tx: Tx, { row }: KnownSignOff, after: SignOff, timeZone: string): Promise<void> {
    const { programId, id } = row;
    if (after.state !== 'signed') {
      await this.store.change(tx, row, { state: after.state });
      return tx.record('sign-off.signed', { programId, id }, {});
    }
    const signedOn = civilDateAt(tx.now, timeZone);
    if (row.renewsId !== null) await this.replace(tx, { programId, signOffId: row.renewsId }, signedOn);
    await this.store.change(tx, row, { state: 'signed', slot: 'held', signedAt: tx.now, signedOn });
    tx.record('sign-off.signed', { programId, id }, {});
    tx.record('sign-off.completed', { programId, id }, {});
  }

  private async replace(tx: Tx, key: SignOffKey, endedOn: string): Promise<void> {
    const known = await this.store.hold(tx, key);
    if (!isHeld(known.row)) return;
    const { state } = must(signOffTransition(lifeOf(known), { kind: 'replace', at: tx.now }));
    const ended = { endById: null, endReason: null, endTextId: null, endedAt: tx.now, endedOn };
    await this.store.change(tx, known.row, { ...ended, state, slot: null, flaggedAt: null });
    tx.record('sign-off.renewed', { programId: key.programId, id: key.signOffId }, {});
  }
}

function subjectOf({ programId, signOffId: subjectId }: SignOffKey) {
  return { programId, subject: 'sign-off', subjectId } as const;
}

/** Whose turn it is: the actor's, or the request ends. */
function turn(tx: Tx, known: KnownSignOff): { readonly capacity: Capacity; readonly life: SignOff } {
  must(can.signOff(tx.actor, known.row));
  const life = lifeOf(known);
  return { capacity: must(turnOf(life, signerOf(tx.actor, known.row.programId))), life };
}

/** The sign-off with the actor's signature on these grounds. */
function signed(tx: Tx, known: KnownSignOff, { grounds }: BuiltDocument) {
  const life = lifeOf(known);
  const readiness = must(readinessOf(grounds, life.waiver));
  const actor = signerOf(tx.actor, known.row.programId);
  return signOffTransition(life, { kind: 'sign', readiness, actor, at: tx.now });
}

/** Ends the request where what was shown is not what is there now, or is from a day before yesterday. */
function assertSame(shown: SignOffDocument, now: SignOffDocument, today: string): void {
  const changes = documentChanges(shown, now).map(seedOf);
  const isPast = shown.asOf < dayAfter(today, -1);
  const past: FieldProblemSeed[] = isPast ? [{ pointer: '/asOf', code: 'sign-off/names-changed' }] : [];
  if (changes.length + past.length > 0)
    throw new ProblemException('sign-off/stale-page', [...changes, ...past]);
}

function seedOf(change: DocumentChange): FieldProblemSeed {
  switch (change.kind) {
    case 'rule': {
      const { index, before, after, need } = change;
      return {
        pointer: `/rules/${index}`,
        code: 'sign-off/rule-changed',
        detail: { index, before, after, need },
      };
    }
    case 'evidence':
      return {
        pointer: `/rules/${change.index}/evidence`,
        code: 'sign-off/evidence-changed',
        detail: { index: change.index, entries: change.entryIds.length },
      };
    case 'chart':
      return { pointer: '/chart', code: 'sign-off/chart-changed' };
    case 'waiver':
      return { pointer: '/waiver', code: 'sign-off/waiver-changed' };
    case 'signatures':
      return { pointer: '/signatures', code: 'sign-off/signatures-changed' };
    case 'requirements':
      return { pointer: '/requirements', code: 'sign-off/requirements-changed' };
    case 'names':
      return { pointer: '', code: 'sign-off/names-changed' };
  }
}
