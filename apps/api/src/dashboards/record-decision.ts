import { Inject, Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import { checkDecision, milestoneEvidence } from '@countersign/domain/committee';
import type { CommitteeDecisionBody } from '@countersign/contracts/dashboards/committee-bodies';
import { Standings } from '../competencies/standings';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { must, problem } from '../platform/problem';
import { refused } from '@countersign/domain/refusal';
import { FreshProof } from '../signatures/fresh-proof';
import { CommitteeDecisionRow } from './committee-decision.row';
import { ReadCommittee } from './read-committee';

/** Records what a committee decided; whoever records it proves who they are. */
@Injectable()
export class RecordDecision {
  constructor(
    @Inject(FreshProof) private readonly proof: FreshProof,
    @Inject(Standings) private readonly standings: Standings,
    @Inject(ReadCommittee) private readonly committee: ReadCommittee,
  ) {}

  /**
   * Sent twice it is there once.
   * @throws ProblemException those of `checkDecision`, `access/not-found`, `access/not-allowed` for the director’s own
   * training, `entry/unknown-supervisor` for somebody who cannot have been present, `entry/id-taken`
   */
  async run(
    tx: Tx,
    of: { readonly programId: string; readonly fellowId: string },
    body: CommitteeDecisionBody,
  ): Promise<void> {
    await this.proof.check(tx);
    const { programId, fellowId } = of;
    must(can.decideInCommittee(tx.actor, programId, fellowId));
    const before = await tx.manager.findOneBy(CommitteeDecisionRow, { programId, id: body.id });
    if (before) {
      if (before.fellowId !== fellowId || before.byId !== tx.actor.personId) throw problem('entry/id-taken');
      return;
    }
    const { facts, asOfOn, set } = await this.standings.of(tx, of);
    const evidence = milestoneEvidence(facts);
    const milestones = body.milestones.map(({ code, level, reason }) => ({
      ...{ code, level: level ?? null, reason: reason ?? null },
    }));
    const lookAgainOn = body.lookAgainOn ?? null;
    must(checkDecision({ milestones, lookAgainOn }, evidence, asOfOn));
    await this.checkPresent(tx, programId, { present: body.present, on: asOfOn });
    const reasons = milestones.flatMap(({ reason }) => (reason === null ? [] : [reason]));
    const idOf = await keepTexts(tx, programId, [body.reason, ...reasons]);
    await tx.insert(CommitteeDecisionRow, {
      ...{ programId, id: body.id, fellowId, outcome: body.outcome, reason: idOf(body.reason) },
      ...{ present: body.present, lookAgainOn },
      milestones: milestones.map(({ code, level, reason }) => ({
        ...{ code, level, reason: reason === null ? null : idOf(reason) },
        suggested: evidence.find((one) => one.code === code)?.suggested ?? null,
      })),
      ...{ asOfOn, setTitle: set.title, setVersion: set.version, byId: tx.actor.personId, at: tx.now },
    });
    tx.record('committee.decided', { programId, id: body.id }, {});
  }

  private async checkPresent(
    tx: Tx,
    programId: string,
    { present, on }: { readonly present: readonly string[]; readonly on: string },
  ): Promise<void> {
    const known = new Set((await this.committee.present(tx, programId, on)).map(({ id }) => id));
    const place = present.findIndex((id) => !known.has(id));
    if (place >= 0) must(refused('entry/unknown-supervisor', `/present/${place}`));
  }
}
