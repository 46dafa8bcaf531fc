import { Inject, Injectable } from '@nestjs/common';
import { milestoneEvidence } from '@countersign/domain/committee';
import { careCounts, simulatedEntries } from '@countersign/domain/competency';
import type {
  CommitteeCompetencyView,
  CommitteeView,
} from '@countersign/contracts/dashboards/committee-views';
import type { PersonView } from '@countersign/contracts/sessions/views';
import { competenceRule } from '../competencies/competence-light';
import { competencyNumbers, forecastRecordOf, type CompetencyNumbers } from '../competencies/fellow-numbers';
import { requirementSetView } from '../competencies/standing-views';
import { Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { People } from '../people/people';
import { namesIn } from '../programs/names';
import { SignOffs, type SignedCompetency } from '../sign-offs/sign-offs';
import { decisionViews } from './committee-decisions';
import { ReadAttention } from './read-attention';
import { remarksOn } from './remarks';

interface OfFellow {
  readonly programId: string;
  readonly fellowId: string;
}

/** All that a committee looks at about one fellow. */
@Injectable()
export class ReadCommittee {
  constructor(
    @Inject(Standings) private readonly standings: Standings,
    @Inject(ReadAttention) private readonly attention: ReadAttention,
    @Inject(SignOffs) private readonly signOffs: SignOffs,
    @Inject(People) private readonly people: People,
  ) {}

  /** @throws ProblemException `access/not-found` */
  async run(view: Reading, of: OfFellow): Promise<CommitteeView> {
    const standing = await this.standings.of(view, of);
    const { fellow, program, facts, set, asOfOn, counts, readsRatings } = standing;
    const numbers = competencyNumbers(standing);
    const signed = await this.signOffs.held(view, of.programId, [of.fellowId]);
    const names = await namesIn(view, of.programId);
    const { concerns, expectedFalse } = await this.attention.about(view, standing);
    return {
      ...{ asOf: view.now, asOfOn, programName: program.name },
      ...{ fellow: names.person(fellow.id), baseSpecialty: fellow.baseSpecialty },
      ...{ approved: counts.approved, waiting: counts.waiting },
      requirementSet: requirementSetView(standing),
      competencies: numbers.map((one) => competencyView(one, signed)),
      ...{ concerns, expectedFalse },
      care: careCounts(
        set,
        facts,
        numbers.map(({ assessed }) => assessed),
      ).map(({ kind, count, aim, competencyId }) => ({
        ...{ kind, count },
        ...(aim === null ? {} : { aim }),
        ...(competencyId === null ? {} : { competencyId }),
      })),
      simulations: simulatedEntries(facts),
      ...(readsRatings ? { remarks: await remarksOn(view, of, names) } : {}),
      milestones: milestoneViews(standing),
      decisions: await decisionViews(view, of, { names, readsWords: readsRatings }),
      people: await this.present(view, of.programId, asOfOn),
      competenceRule,
      forecastRecord: forecastRecordOf(standing),
    };
  }

  /** Supervisors and directors of a day, by name. */
  async present(view: Reading, programId: string, on: string): Promise<PersonView[]> {
    const supervisors = await this.people.withRole(view, { programId, role: 'supervisor', on });
    const directors = await this.people.withRole(view, { programId, role: 'director', on });
    const both = new Map([...supervisors, ...directors].map(({ id, name }) => [id, { id, name }]));
    return [...both.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  }
}

function competencyView(
  { competency, assessed, volume, competence, ahead }: CompetencyNumbers,
  signed: readonly SignedCompetency[],
): CommitteeCompetencyView {
  const forecast = ahead()?.view;
  const held = signed.findLast(({ standsAs }) => standsAs.includes(competency.id));
  return {
    ...{ id: competency.id, title: competency.title, ...volume, met: assessed.met },
    rulesMet: assessed.rules.filter(({ met }) => met).length,
    rules: assessed.rules.length,
    competence,
    ...(forecast ? { forecast } : {}),
    ...(held ? { signed: held.state, signedOn: held.signedOn, signOffId: held.id } : {}),
  };
}

/** A suggestion rests on ratings: whoever may not read them gets the evidence alone. */
function milestoneViews({ facts, readsRatings }: Standing): CommitteeView['milestones'] {
  return milestoneEvidence(facts).map(({ suggested, ...evidence }) => ({
    ...evidence,
    ...(suggested === null || !readsRatings ? {} : { suggested }),
  }));
}
