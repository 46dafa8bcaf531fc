import { Inject, Injectable } from '@nestjs/common';
import type { CompetencyProgressView, ProgressView } from '@countersign/contracts/competencies/views';
import type { Reading } from '../db/context';
import { personView } from '../people/people';
import { competenceRule } from './competence-light';
import {
  competencyNumbers,
  falseLightsOf,
  forecastRecordOf,
  groupNumbers,
  type CompetencyNumbers,
} from './fellow-numbers';
import { asOnDay } from './past-day';
import { requirementSetView, ruleView } from './standing-views';
import { Standings, type FellowBasis } from './standings';

/** A fellow's progress page. */
@Injectable()
export class ReadProgress {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /** @param asked the day it is for, where that is not today */
  async run(
    view: Reading,
    key: { programId: string; fellowId: string },
    asked?: string,
  ): Promise<ProgressView> {
    const past = await this.standings.pastDay(view, key.programId, asked);
    const found = await this.standings.of(view, key, undefined, past);
    const standing = past === undefined ? found : asOnDay(found);
    const { fellow, asOfOn, counts } = standing;
    const numbers = competencyNumbers(standing);
    return {
      asOf: view.now,
      asOfOn,
      fellow: personView(fellow),
      baseSpecialty: fellow.baseSpecialty,
      requirementSet: requirementSetView(standing),
      ...counts,
      competencies: numbers.map((one) => competencyView(one, standing, past === undefined)),
      groups: groupNumbers(standing).map(({ group: { id, name, kind }, ...counted }) => ({
        ...{ groupId: id, title: name, kind },
        ...counted,
      })),
      competenceRule,
      falseLights: falseLightsOf(numbers),
      forecastRecord: forecastRecordOf(standing),
    };
  }
}

function competencyView(
  { competency, assessed, volume, competence, ahead }: CompetencyNumbers,
  { set }: FellowBasis,
  isToday: boolean,
): CompetencyProgressView {
  // A forecast of a past day would know rates and a schedule that came later.
  const forecast = isToday ? ahead()?.view : undefined;
  return {
    id: competency.id,
    title: competency.title,
    met: assessed.met,
    ...volume,
    rules: assessed.rules.map((outcome, index) => ruleView(outcome, index, set)),
    competence,
    ...(forecast === undefined ? {} : { forecast }),
  };
}
