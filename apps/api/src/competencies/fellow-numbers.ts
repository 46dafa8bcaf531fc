import { LRUCache } from 'lru-cache';
import type { CatalogueGroup, CatalogueIndex } from '@countersign/domain/catalogue';
import {
  assess,
  leavesOf,
  stateCounts,
  volumeOutcome,
  type Competency,
  type CompetencyAssessment,
  type RequirementSet,
} from '@countersign/domain/competency';
import {
  expectedFalseLights,
  FEWEST_RESOLVED_FORECASTS,
  forecastDigits,
  intervalCoverage,
  intervalWidth,
} from '@countersign/domain/statistics';
import type {
  CompetenceView,
  FalseLightsView,
  ForecastRecordView,
} from '@countersign/contracts/competencies/views';
import { digestOf } from '../db/salt';
import { grouped } from '../platform/grouped';
import { chartedOf, type Charted } from './charted';
import type { Circumstances } from './circumstances';
import { competenceLight } from './competence-light';
import { forecastsOf, type VolumeAhead } from './forecasts';
import type { ProgramFact } from './program-facts';
import { contextOf, type Standing } from './standings';

/** How many count, how many wait, and how many there are to be. */
export interface Volume {
  readonly approved: number;
  readonly waiting: number;
  readonly need: number;
}

/** A fellow's two lights in one competency, with the rules behind them. */
export interface CompetencyNumbers {
  readonly competency: Competency;
  readonly assessed: CompetencyAssessment;
  readonly volume: Volume;
  readonly competence: CompetenceView;
  /** The charts behind the light; null where there are none. */
  readonly charted: Charted | null;
  /**
   * When the volume is reached; null where there is no count, or no service in which to reach it. Worked out when it is
   * asked for: it costs more than all the rest.
   */
  readonly ahead: () => VolumeAhead | null;
}

/** Of one list of facts the numbers of so many days, sets and kinds of reader are kept. */
const MOST_NUMBERS = 4;

const numbersKept = new WeakMap<Standing['facts'], LRUCache<string, readonly CompetencyNumbers[]>>();

/**
 * The numbers of a fellow in every competency, in the order of the requirement set. They are kept with the list of facts
 * of which they were made, by all else that they rest on: as long as nothing changed and nothing opened, a page is not
 * counted again.
 */
export function competencyNumbers(standing: Standing): readonly CompetencyNumbers[] {
  const { facts, circumstances, asOfOn, set, fellow, held, readsRatings } = standing;
  const known = numbersKept.get(facts) ?? new LRUCache({ max: MOST_NUMBERS });
  numbersKept.set(facts, known);
  const around = [identityOf(circumstances), digestOfSet(set), asOfOn, fellow.baseSpecialty, readsRatings];
  const key = JSON.stringify([...around, held]);
  const numbers = known.get(key) ?? countedNumbers(standing);
  known.set(key, numbers);
  return numbers;
}

let identities = 0;
const identityOfCircumstances = new WeakMap<Circumstances, number>();

/** Tells circumstances apart, which are read together with the facts and kept with them. */
function identityOf(circumstances: Circumstances): number {
  const known = identityOfCircumstances.get(circumstances) ?? (identities += 1);
  identityOfCircumstances.set(circumstances, known);
  return known;
}

const digests = new WeakMap<RequirementSet, string>();

/** All that a set says in a few letters: every request reads it anew, and a draft may have the name of what is published. */
function digestOfSet(set: RequirementSet): string {
  const known = digests.get(set) ?? digestOf(JSON.stringify(set));
  digests.set(set, known);
  return known;
}

function countedNumbers(standing: Standing): readonly CompetencyNumbers[] {
  const { set, facts, readsRatings } = standing;
  const { competencies } = assess(set, facts, contextOf(standing));
  return set.competencies.map((competency, position) => {
    const assessed = competencies[position];
    if (!assessed) throw new Error('assess answers one result per competency');
    const charted = chartedOf(competency, standing);
    return {
      ...{ competency, assessed, volume: volumeOf(assessed), charted },
      competence: competenceLight(charted, readsRatings),
      ahead: () => keptForecasts(standing, competencies).get(competency.id) ?? null,
    };
  });
}

type Forecasts = ReadonlyMap<string, VolumeAhead>;

/** Forecasts by the circumstances that they rest on, which are kept as long as nothing changed in the program. */
const forecastsKept = new WeakMap<Circumstances, Map<string, Forecasts>>();

/** The forecasts of a standing; made once for each day, set and count, as long as its circumstances are kept. */
function keptForecasts(standing: Standing, assessed: readonly CompetencyAssessment[]): Forecasts {
  const { circumstances, asOfOn, set } = standing;
  const counts = assessed.map(({ rules }) => rules.map(({ value }) => value).join(' ')).join('|');
  const key = [asOfOn, set.id, set.version, counts].join('|');
  const kept = forecastsKept.get(circumstances) ?? new Map<string, Forecasts>();
  forecastsKept.set(circumstances, kept);
  const forecasts = kept.get(key) ?? forecastsOf(standing, assessed);
  kept.set(key, forecasts);
  return forecasts;
}

/** How many of these lights chance alone is expected to set. */
export function falseLightsOf(numbers: readonly Pick<CompetencyNumbers, 'charted'>[]): FalseLightsView {
  const lights = numbers.flatMap(({ charted }) => {
    if (charted === null || charted.cases.length < charted.rule.fewestCases) return [];
    const { rule, cases, reviews, assessed } = charted;
    const since = cases.length - (reviews.at(-1)?.afterCase ?? 0);
    const monitored = assessed.lcSignalCase === null ? 0 : cases.length - assessed.lcSignalCase;
    return [{ rule, learning: since - monitored, monitored }];
  });
  return { lights: lights.length, ...expectedFalseLights(lights) };
}

/** What a date range of a forecast promises: to hold the day with 80 %. */
const PROMISED = 0.8;

/** How earlier forecasts of the program came out. */
export function forecastRecordOf({ circumstances }: Pick<Standing, 'circumstances'>): ForecastRecordView {
  const { resolved, held } = circumstances.forecasts;
  const isEnough = resolved >= FEWEST_RESOLVED_FORECASTS;
  return {
    ...{ resolved, held, fewest: FEWEST_RESOLVED_FORECASTS, digits: forecastDigits(resolved) },
    ...(isEnough && { width: intervalWidth(intervalCoverage({ inside: held, total: resolved }, PROMISED)) }),
  };
}

/** The volume that a dashboard shows: the first count of a competency that is asked of the fellow. */
function volumeOf({ rules }: CompetencyAssessment): Volume {
  const outcome = volumeOutcome(rules) ?? rules[0];
  return { approved: outcome?.value ?? 0, waiting: outcome?.waitingValue ?? 0, need: outcome?.need ?? 1 };
}

/** The target of that rule; 1 where there is no number to reach. */
export function needOf({ rules }: Competency): number {
  const leaves = rules.flatMap((rule) => leavesOf(rule));
  const count = leaves.find(({ rule }) => rule.kind === 'count')?.rule;
  return count?.kind === 'count' ? count.need : 1;
}

/**
 * A catalogue group with the procedures of a fellow that count, and that wait, and in how many entries they are, which is
 * how many lines the number opens to; simulation is counted apart.
 */
export interface GroupNumbers {
  readonly group: CatalogueGroup;
  readonly approved: number;
  readonly approvedEntries: number;
  readonly waiting: number;
  readonly waitingEntries: number;
}

const groupsKept = new WeakMap<Standing['facts'], ReadonlyMap<CatalogueIndex, readonly GroupNumbers[]>>();

/** The numbers of a fellow in every group of the program's edition, in its order; kept with the list of facts. */
export function groupNumbers({
  facts,
  catalogue,
}: Pick<Standing, 'facts' | 'catalogue'>): readonly GroupNumbers[] {
  const numbers = groupsKept.get(facts)?.get(catalogue) ?? countedGroups(facts, catalogue);
  groupsKept.set(facts, new Map([[catalogue, numbers]]));
  return numbers;
}

function countedGroups(
  facts: readonly ProgramFact[],
  { catalogue }: CatalogueIndex,
): readonly GroupNumbers[] {
  const ofGroup = grouped(facts, ({ group }) => group);
  return catalogue.groups.map((group) => {
    const own = (ofGroup.get(group.id) ?? []).filter(({ simulation }) => !simulation);
    const approved = own.filter((fact) => stateCounts(fact.status));
    const waiting = own.filter((fact) => fact.status === 'submitted');
    return {
      group,
      ...{ approved: approved.length, approvedEntries: entriesIn(approved) },
      ...{ waiting: waiting.length, waitingEntries: entriesIn(waiting) },
    };
  });
}

function entriesIn(facts: readonly ProgramFact[]): number {
  return new Set(facts.map(({ entryId }) => entryId)).size;
}
