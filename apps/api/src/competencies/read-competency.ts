import { Inject, Injectable } from '@nestjs/common';
import { can, reaches } from '@countersign/domain/access';
import { isAbout, stateCounts, type Competency } from '@countersign/domain/competency';
import type { FellowCompetencyView, RatingPointView } from '@countersign/contracts/curves/views';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import { problem } from '../platform/problem';
import { namesIn } from '../programs/names';
import { chartRuleView, curveView } from './curve-view';
import { competencyNumbers, forecastRecordOf } from './fellow-numbers';
import { requirementSetView, ruleView } from './standing-views';
import { Standings, type Standing } from './standings';

/** Names a competency of a fellow. */
export interface CompetencyKey {
  readonly programId: string;
  readonly fellowId: string;
  readonly competencyId: string;
}

/** One competency of a fellow: volume and its forecast, the learning curve, ratings, and what is not done yet. */
@Injectable()
export class ReadCompetency {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /**
   * @throws ProblemException `access/not-found` where the fellow, or the competency, is not there for the reader: a
   * supervisor reads it of fellows with whom they decided on an entry that is about it
   */
  async run(view: Reading, key: CompetencyKey): Promise<FellowCompetencyView> {
    const standing = await this.standings.of(view, key, can.readCompetency);
    const competency = standing.set.competencies.find(({ id }) => id === key.competencyId);
    if (!competency || !isForReader(view, competency, standing)) throw problem('access/not-found');
    return competencyView(view, competency, standing);
  }
}

/** Whether the reader is the fellow or reads every progress, or has judged the fellow in this competency. */
export function isForReader(
  { actor }: Pick<Reading, 'actor'>,
  { about }: Pick<Competency, 'about'>,
  { program, fellow, facts }: Standing,
): boolean {
  if (can.readProgress(actor, program.id, fellow.id).ok) return true;
  return facts.some(
    (fact) => fact.supervisorId === actor.personId && stateCounts(fact.status) && isAbout(fact, about),
  );
}

async function competencyView(
  view: Reading,
  competency: Competency,
  standing: Standing,
): Promise<FellowCompetencyView> {
  const { program, fellow, asOfOn, set, readsRatings } = standing;
  const numbers = competencyNumbers(standing).find((one) => one.competency.id === competency.id);
  if (!numbers) throw new Error('every competency of the set has its numbers');
  const { assessed, volume, competence, charted, ahead } = numbers;
  const forecast = ahead()?.view;
  const names = await namesIn(view, program.id);
  const texts = await readTexts(view, program.id, charted?.reviews.map(({ noteTextId }) => noteTextId) ?? []);
  const key = { programId: program.id, ofId: fellow.id };
  return {
    ...{ asOf: view.now, asOfOn, fellow: names.person(fellow.id) },
    ...{ competencyId: competency.id, title: competency.title },
    requirementSet: requirementSetView(standing),
    met: assessed.met,
    ...volume,
    rules: assessed.rules.map((outcome, index) => ruleView(outcome, index, set)),
    competence,
    competenceRule: chartRuleView(charted, { program, names }),
    ...(forecast === undefined ? {} : { forecast }),
    forecastRecord: forecastRecordOf(standing),
    ...(readsRatings && charted !== null ? { curve: curveView(charted, { program, names, texts }) } : {}),
    ...(readsRatings ? { ratings: ratingsOf(competency, standing) } : {}),
    notYetDone: notYetDone(competency, standing),
    judged: charted?.cases.length ?? 0,
    mayReview:
      charted?.assessed.state === 'concern_relapse' &&
      fellow.id !== view.actor.personId &&
      reaches('alarm.review', view.actor, key),
  };
}

/** Every rating that the reader may know, the oldest first; lines that were rated in one tap are one. */
function ratingsOf({ about }: Competency, { facts }: Standing): RatingPointView[] {
  const rated = facts.filter((fact) => isAbout(fact, about) && stateCounts(fact.status) && !fact.simulation);
  const ratings = rated.flatMap(({ entryId, itemId, performedOn, help, scope, id }) =>
    help === null ? [] : [[scope === 'all' ? entryId : id, { entryId, itemId, performedOn, help }] as const],
  );
  return [...new Map(ratings).values()].sort((one, other) => (one.performedOn < other.performedOn ? -1 : 1));
}

/** Procedures of the competency that the fellow has neither sent nor got approved in a patient. */
function notYetDone({ about }: Competency, { facts, catalogue: { catalogue } }: Standing): string[] {
  const done = new Set(facts.filter(({ simulation }) => !simulation).map(({ itemId }) => itemId));
  return catalogue.items
    .filter(({ id, group, kind }) => isAbout({ itemId: id, group, kind }, about) && !done.has(id))
    .map(({ id }) => id);
}
