import { Inject, Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import type { ReviewAlarmBody } from '@countersign/contracts/curves/bodies';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { must, problem } from '../platform/problem';
import { AlarmReviewRow } from './chart.row';
import { chartedOf } from './charted';
import { isForReader, type CompetencyKey } from './read-competency';
import { Standings } from './standings';

/** Records that somebody looked at an alarm: both charts start again after the cases that were looked at. */
@Injectable()
export class ReviewAlarm {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /**
   * An act of the director, or of a supervisor who has judged the fellow in the competency. Sent twice it is one review.
   * @throws ProblemException `access/not-found`, `access/not-allowed`, `alarm/none-open` where the chart has none,
   * `alarm/changed` where other cases are judged than the page said, `alarm/id-taken`
   */
  async run(tx: Tx, key: CompetencyKey, { id, judged, note }: ReviewAlarmBody): Promise<void> {
    const { programId, fellowId, competencyId } = key;
    const standing = await this.standings.of(tx, key, can.readCompetency);
    const competency = standing.set.competencies.find((one) => one.id === competencyId);
    if (!competency || !isForReader(tx, competency, standing)) throw problem('access/not-found');
    must(can.reviewAlarm(tx.actor, programId, fellowId));
    const before = await tx.manager.findOneBy(AlarmReviewRow, { programId, id });
    if (before) {
      const { personId } = tx.actor;
      if (before.fellowId === fellowId && before.competencyId === competencyId && before.byId === personId)
        return;
      throw problem('alarm/id-taken');
    }
    const charted = chartedOf(competency, standing);
    if (charted?.assessed.state !== 'concern_relapse') throw problem('alarm/none-open');
    const last = charted.cases.at(-1);
    if (!last || charted.cases.length !== judged) throw problem('alarm/changed');
    const idOf = await keepTexts(tx, programId, [note]);
    await tx.insert(AlarmReviewRow, {
      ...{ programId, id, fellowId, competencyId, byId: tx.actor.personId, at: tx.now },
      ...{ afterOn: last.performedOn, afterFact: last.factId, noteTextId: idOf(note) },
    });
    tx.record('alarm.reviewed', { programId, id }, {});
  }
}
