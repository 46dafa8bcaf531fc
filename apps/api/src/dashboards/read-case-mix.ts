import { Inject, Injectable } from '@nestjs/common';
import { assess, careCounts, entriesBy, simulatedEntries, stateCounts } from '@countersign/domain/competency';
import type {
  CaseMixView,
  MixCountView,
  DelayView,
  FellowMixView,
} from '@countersign/contracts/dashboards/case-mix-views';
import type { PersonView } from '@countersign/contracts/sessions/views';
import { contextOf, Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { personView } from '../people/people';
import { namesIn } from '../programs/names';
import { decidingDelays, loggingDelays, type Delay } from './delays';

/** Of what the training is made, fellow by fellow. */
@Injectable()
export class ReadCaseMix {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  async run(view: Reading, programId: string): Promise<CaseMixView> {
    const { asOfOn, catalogue, fellows } = await this.standings.ofProgram(view, programId);
    const mixes = fellows.map(mixOf);
    const names = await namesIn(view, programId);
    const named = (ids: readonly string[]) => byName([...new Set(ids)].map((id) => names.person(id)));
    const delayViews = (delays: readonly Delay[]): DelayView[] => {
      const people = named(delays.map(({ personId }) => personId));
      return people.flatMap((person) => {
        const delay = delays.find(({ personId }) => personId === person.id);
        if (!delay) return [];
        const { personId: _id, ...rest } = delay;
        return [{ person, ...rest }];
      });
    };
    const today = fellows.map(({ fellow }) => fellow.id);
    return {
      asOfOn,
      groups: catalogue.catalogue.groups.map(({ id, name }) => ({ id, title: name })),
      fellows: mixes,
      sites: named(mixes.flatMap(({ sites }) => sites.map(({ id }) => id))),
      supervisors: named(mixes.flatMap(({ supervisors }) => supervisors.map(({ id }) => id))),
      logging: delayViews(await loggingDelays(view, programId, today)),
      deciding: delayViews(await decidingDelays(view, programId)),
    };
  }
}

function mixOf(standing: Standing): FellowMixView {
  const { fellow, facts, set } = standing;
  const { competencies } = assess(set, facts, contextOf(standing));
  const counting = facts.filter(({ status, simulation }) => stateCounts(status) && !simulation);
  return {
    fellow: personView(fellow),
    entries: new Set(counting.map(({ entryId }) => entryId)).size,
    groups: countViews(entriesBy(facts, ({ group }) => group)),
    care: careCounts(set, facts, competencies).map(({ kind, count, aim, competencyId }) => ({
      ...{ kind, count },
      ...(aim === null ? {} : { aim }),
      ...(competencyId === null ? {} : { competencyId }),
    })),
    pain: [...entriesBy(facts, ({ painCategory }) => painCategory)].map(([category, count]) => ({
      ...(category === null ? {} : { category }),
      count,
    })),
    diagnoses: [...entriesBy(facts, ({ diagnosisGroup }) => diagnosisGroup)].map(([group, count]) => ({
      ...(group === null ? {} : { group }),
      count,
    })),
    sites: countViews(entriesBy(facts, ({ siteId }) => siteId)),
    supervisors: countViews(entriesBy(facts, ({ supervisorId }) => supervisorId)),
    simulations: simulatedEntries(facts),
  };
}

function countViews(counts: ReadonlyMap<string, number>): MixCountView[] {
  return [...counts].flatMap(([id, count]) => (id === '' ? [] : [{ id, count }]));
}

function byName(people: readonly PersonView[]): PersonView[] {
  return people.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
