import { guidances, type CatalogueIndex } from '@countersign/domain/catalogue';
import type { FactFilter } from '@countersign/domain/competency';
import {
  ageBands,
  diagnosisGroups,
  outcomes,
  painCategories,
  settings,
  supervisionLevels,
} from '@countersign/domain/entry';
import { guidanceInLine, levelName } from '@countersign/contracts/words/catalogue';
import {
  ageBandInLine,
  diagnosisGroupInLine,
  painCategoryInLine,
  settingInLine,
} from '@countersign/contracts/words/entry';
import { outcomeWords, supervisionInLine } from '@countersign/contracts/words/procedure';
import type { Choice } from '../ui/fields/choice-chips';

/** A condition of a filter that is some of a few words. */
export type ListedCondition = keyof FactFilter &
  (
    | ('supervision' | 'painCategories' | 'settings' | 'outcomes' | 'guidance')
    | ('ageBands' | 'diagnosisGroups' | 'techniques' | 'regions')
  );

/** Such a condition as it is asked. */
export interface ConditionList {
  readonly key: ListedCondition;
  readonly label: string;
  /** What is said while it asks nothing. */
  readonly none: string;
  readonly choices: readonly Choice[];
}

/** Words with the names that a person reads for them. */
export function choicesOf<V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
): readonly Choice<V>[] {
  return values.map((value) => ({ value, name: words[value] }));
}

const fixed: readonly ConditionList[] = [
  list('supervision', ['Supervision', 'any supervision'], choicesOf(supervisionLevels, supervisionInLine)),
  list('painCategories', ['Kind of pain', 'any kind of pain'], choicesOf(painCategories, painCategoryInLine)),
  list('settings', ['Setting', 'any setting'], choicesOf(settings, settingInLine)),
  list('outcomes', ['How it ended', 'any end but aborted'], choicesOf(outcomes, outcomeWords)),
  list('guidance', ['Guidance', 'any guidance'], choicesOf(guidances, guidanceInLine)),
  list('ageBands', ['Age', 'any age'], choicesOf(ageBands, ageBandInLine)),
  list('diagnosisGroups', ['Diagnosis', 'any diagnosis'], choicesOf(diagnosisGroups, diagnosisGroupInLine)),
];

function list(
  key: ListedCondition,
  [label, none]: readonly [string, string],
  choices: readonly Choice[],
): ConditionList {
  return { key, label, none, choices };
}

/** Every condition that a filter can ask, with techniques and regions of what it is about; those without a word are left out. */
export function conditionLists(
  { items = [], groups = [], techniques = [], regions = [] }: FactFilter,
  index: CatalogueIndex | undefined,
): readonly ConditionList[] {
  const about = (index?.catalogue.items ?? []).filter(
    ({ id, group }) => items.includes(id) || groups.includes(group),
  );
  const named = (own: readonly string[], known: readonly string[]) =>
    [...new Set([...own, ...known])].map((value) => ({ value, name: levelName(value, index) }));
  return [
    ...fixed,
    list(
      'techniques',
      ['Technique', 'any technique'],
      named(
        techniques,
        about.flatMap((one) => one.techniques),
      ),
    ),
    list(
      'regions',
      ['Region', 'any region'],
      named(
        regions,
        about.flatMap((one) => one.regions),
      ),
    ),
  ].filter(({ choices }) => choices.length > 0);
}
