import {
  hasChart,
  inRecord,
  judgedRecords,
  type Competency,
  type JudgedCase,
  type JudgedRecords,
} from '@countersign/domain/competency';
import {
  competenceState,
  DEFAULT_CHART_DESIGN,
  ruleOfDesign,
  type ChartDesign,
  type CompetenceAssessment,
  type CompetenceRule,
} from '@countersign/domain/statistics';
import type { AlarmReview, ChartSetting } from './circumstances';
import type { Standing } from './standings';

/** What the charts of a competency need to know of a fellow. */
export type ChartGrounds = Pick<Standing, 'facts' | 'catalogue' | 'circumstances'>;

/** A review of an alarm, with the number of the last case in the record that was looked at; 0 for none. */
export interface PlacedReview extends AlarmReview {
  readonly afterCase: number;
}

/** The charts of a fellow in a competency: by which numbers, over which cases, and what they say. */
export interface Charted {
  readonly design: ChartDesign;
  /** Who set it; null for the default. */
  readonly setting: ChartSetting | null;
  readonly rule: CompetenceRule;
  /** Judged cases that the reader may know, the oldest first. */
  readonly cases: readonly JudgedCase[];
  /** In the order of the record. */
  readonly reviews: readonly PlacedReview[];
  readonly assessed: CompetenceAssessment;
}

/** The charts of a fellow in a competency; null where it has none. */
export function chartedOf(
  { id, about }: Pick<Competency, 'id' | 'about'>,
  { facts, catalogue: { catalogue }, circumstances }: ChartGrounds,
): Charted | null {
  if (!isCharted(about, catalogue)) return null;
  const setting = circumstances.settings.get(id) ?? null;
  const design = setting ?? DEFAULT_CHART_DESIGN;
  const rule = ruleOfDesign(design);
  const cases = recordsOf(facts)(about);
  const reviews = circumstances.reviews
    .filter(({ competencyId }) => competencyId === id)
    .map((review) => ({ ...review, afterCase: cases.filter((one) => inRecord(one, review) <= 0).length }))
    .sort((one, other) => one.afterCase - other.afterCase);
  const assessed = competenceState(
    { failures: failuresOf(cases), restartAfterCase: reviews.at(-1)?.afterCase ?? 0 },
    rule,
  );
  return { design, setting, rule, cases, reviews, assessed };
}

type Catalogue = ChartGrounds['catalogue']['catalogue'];

const chartsKept = new WeakMap<Competency['about'], ReadonlyMap<Catalogue, boolean>>();

/** Whether a competency has charts, which is the same for all fellows of a page. */
function isCharted(about: Competency['about'], catalogue: Catalogue): boolean {
  const known = chartsKept.get(about)?.get(catalogue) ?? hasChart(about, catalogue);
  chartsKept.set(about, new Map([[catalogue, known]]));
  return known;
}

const recordsKept = new WeakMap<ChartGrounds['facts'], JudgedRecords>();

/** The records of a list of facts, which is looked through once for all competencies. */
function recordsOf(facts: ChartGrounds['facts']): JudgedRecords {
  const known = recordsKept.get(facts) ?? judgedRecords(facts);
  recordsKept.set(facts, known);
  return known;
}

/** Of each case 1 where it did not go well, else 0. */
export function failuresOf(cases: readonly JudgedCase[]): readonly (0 | 1)[] {
  return cases.map(({ failed }) => failed);
}
