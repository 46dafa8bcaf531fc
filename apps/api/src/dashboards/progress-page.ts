import { Inject, Injectable } from '@nestjs/common';
import { assess, type CompetencyAssessment } from '@countersign/domain/competency';
import type { CompetencyProgressView, ProgressView } from '@countersign/contracts/dashboards/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { competenceLight, competenceRuleText } from './competence-light';
import { entryCounts, noEntries } from './entry-counts';
import { FellowStandings, type FellowStanding } from './fellow-standings';
import { groupCount } from './group-count';
import { groupTitles } from './rule-sentence';
import { requirementSetView, ruleView, volumeOf } from './standing-views';

/** A fellow's progress page. */
@Injectable()
export class ProgressPage {
  constructor(
    @Inject(FellowStandings) private readonly standings: FellowStandings,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  async run(view: Reading, key: { programId: string; fellowId: string }): Promise<ProgressView> {
    const standing = await this.standings.of(view, key);
    const { fellow, set, facts, asOfOn, program } = standing;
    const catalogue = this.catalogues.index(program.catalogueEdition);
    const assessment = assess(set, facts, { asOf: asOfOn });
    const counts = (await entryCounts(view.manager, key.programId)).get(key.fellowId) ?? noEntries;
    return {
      asOf: view.now,
      asOfOn,
      fellow: { id: fellow.id, name: fellow.name },
      baseSpecialty: fellow.baseSpecialty,
      requirementSet: requirementSetView(set),
      ...counts,
      competencies: assessment.competencies.map((competency, position) =>
        competencyView(competency, position, standing),
      ),
      groups: groupTitles(catalogue).map(({ id, title, kind }) => ({
        groupId: id,
        title,
        kind,
        ...groupCount(facts, id),
      })),
      competenceRule: competenceRuleText,
    };
  }
}

function competencyView(
  assessed: CompetencyAssessment,
  position: number,
  standing: FellowStanding,
): CompetencyProgressView {
  const { set } = standing;
  const competency = set.competencies[position];
  if (!competency) throw new Error('assess answers one result per competency');
  return {
    id: competency.id,
    title: competency.title,
    met: assessed.met,
    ...volumeOf(assessed),
    rules: assessed.rules.map((outcome, index) => ruleView(outcome, index, set)),
    competence: competenceLight(competency.about, standing),
  };
}
