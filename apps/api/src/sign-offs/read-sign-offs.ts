import { Inject, Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { can, reaches } from '@countersign/domain/access';
import { isPending } from '@countersign/domain/competency';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import type { SignOffQuery } from '@countersign/contracts/sign-offs/bodies';
import type { SignOffHistoryView } from '@countersign/contracts/sign-offs/history-views';
import type { SignOffListView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { ReadEvidence } from '../competencies/read-evidence';
import { Standings } from '../competencies/standings';
import type { Reading } from '../db/context';
import { problem } from '../platform/problem';
import { SignatureRow } from '../signatures/signature.row';
import { readDocument } from '../signatures/signing-documents';
import { SignOffHistory } from './sign-off-history';
import { SignOffRow } from './sign-off.row';
import type { SignOffKey } from './sign-off-store';
import { SignOffViews } from './sign-off-views';

/** Sign-offs in one list at most. */
const MOST = 1000;

/** Reads sign-offs as far as the reader may see them. */
@Injectable()
export class ReadSignOffs {
  constructor(
    @Inject(SignOffViews) private readonly views: SignOffViews,
    @Inject(ReadEvidence) private readonly evidence: ReadEvidence,
    @Inject(Standings) private readonly standings: Standings,
    @Inject(SignOffHistory) private readonly histories: SignOffHistory,
  ) {}

  /** What waits for the reader first, then the newest. */
  async list(
    view: Reading,
    programId: string,
    { fellowId, waiting }: SignOffQuery,
  ): Promise<SignOffListView> {
    const query = seenBy(view, programId).orderBy('signOff.askedAt', 'DESC').addOrderBy('signOff.id', 'DESC');
    const all = await this.views.of(view, programId, await query.take(MOST).getMany());
    const mine = all.filter(({ waitsForMe }) => waitsForMe);
    const others = all.filter(({ waitsForMe }) => !waitsForMe);
    const shown = waiting === 'me' ? mine : [...mine, ...others];
    return {
      signOffs: shown.filter(({ fellow }) => fellowId === undefined || fellow.id === fellowId),
      waiting: mine.length,
    };
  }

  /** One of them. @throws ProblemException `access/not-found` for one that the reader may not see */
  async one(view: Reading, key: SignOffKey): Promise<SignOffView> {
    await seenRow(view, key);
    return this.after(view, key);
  }

  /** What happened to one, from the log. @throws ProblemException `access/not-found` */
  async history(view: Reading, key: SignOffKey): Promise<SignOffHistoryView> {
    return this.histories.of(view, await seenRow(view, key));
  }

  /** One on which the actor has just acted, also where it is theirs to see no more, as after a decline. */
  async after(view: Reading, { programId, signOffId: id }: SignOffKey): Promise<SignOffView> {
    const row = await view.manager.findOneByOrFail(SignOffRow, { programId, id });
    const [shown] = await this.views.of(view, programId, [row]);
    if (!shown) throw new Error('a row has one view');
    return shown;
  }

  /** The exact bytes of a document of a sign-off. @throws ProblemException `access/not-found` */
  async document(view: Reading, key: SignOffKey & { readonly digest: string }): Promise<Uint8Array> {
    await seenRow(view, key);
    const { programId, signOffId: subjectId, digest } = key;
    const found = await readDocument(view, { programId, subject: 'sign-off', subjectId }, digest);
    if (!found) throw problem('access/not-found');
    return Buffer.from(found.bytes, 'utf8');
  }

  /**
   * The evidence behind a sign-off: for a supervisor only while it waits for signatures, and as its fellow knows it; for
   * everybody who reads the fellow's progress anyway as that shows it.
   */
  async behind(view: Reading, key: SignOffKey): Promise<EvidenceView> {
    const { programId, fellowId, competencyId, ...row } = await seenRow(view, key);
    if (can.readProgress(view.actor, programId, fellowId).ok)
      return this.evidence.run(view, { programId, fellowId, competencyId });
    if (!isPending(row)) throw problem('access/not-found');
    const standing = (await this.standings.asFellows(view, programId, [fellowId])).get(fellowId);
    if (!standing) throw new Error('a fellow has one standing');
    return this.evidence.behind(view, standing, competencyId);
  }
}

async function seenRow(view: Reading, { programId, signOffId }: SignOffKey): Promise<SignOffRow> {
  const row = await seenBy(view, programId).andWhere('signOff.id = :signOffId', { signOffId }).getOne();
  if (!row) throw problem('access/not-found');
  return row;
}

/**
 * The sign-offs that the reader may see: a fellow's own; for a supervisor those that wait for signatures, save an own
 * one, and those that the supervisor signed; all of the program for director and coordinator.
 */
function seenBy({ manager, actor }: Reading, programId: string) {
  const me = actor.personId;
  const query = manager
    .createQueryBuilder(SignOffRow, 'signOff')
    .where('signOff.programId = :programId', { programId });
  // A reach of `program` holds for a record of anybody: only director and coordinator have it through progress.
  if (reaches('progress.read', actor, { programId, ofId: '' })) return query;
  const isSupervisor = reaches('sign-off.sign', actor, { programId, ofId: '' });
  return query.andWhere(
    new Brackets((any) => {
      any.where('signOff.fellowId = :me', { me });
      if (!isSupervisor) return;
      any.orWhere("(signOff.slot = 'pending' AND signOff.fellowId <> :me)");
      any.orWhere(
        `EXISTS ${query
          .subQuery()
          .select('1')
          .from(SignatureRow, 'given')
          .where('given.programId = signOff.programId AND given.subjectId = signOff.id')
          .andWhere('given.personId = :me')
          .getQuery()}`,
      );
    }),
  );
}
