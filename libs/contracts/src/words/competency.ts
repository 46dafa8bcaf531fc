import { plainWord, type CatalogueIndex } from '@countersign/domain/catalogue';
import type {
  FactFilter,
  NotCountedReason,
  RequirementSetStanding,
  Rule,
} from '@countersign/domain/competency';
import type { RuleView } from '../competencies/rule-views';
import { counted } from './count';
import { guidanceInLine, levelName, type CatalogueWords } from './catalogue';
import { ageBandInLine, diagnosisGroupInLine, painCategoryInLine, settingInLine } from './entry';
import { oneOf } from './list';
import { outcomeWords, procedureRoleInLine, supervisionInLine } from './procedure';

/** Why an entry does not count towards a rule. */
export const notCountedWords: Readonly<Record<NotCountedReason, string>> = {
  'not-approved': 'not approved',
  'after-as-of': 'after this date',
  simulation: 'simulation is counted apart',
  'not-simulation': 'not a simulation',
  'other-procedure': 'another procedure',
  role: 'another role than the rule asks for',
  supervision: 'another supervision level',
  'pain-category': 'another pain category',
  setting: 'another setting',
  outcome: 'it ended in another way than the rule asks for',
  technique: 'another technique',
  detail: 'another detail than the rule asks for',
  diagnosis: 'another diagnosis',
  'age-band': 'another age',
  guidance: 'another guidance',
  region: 'another region',
  'outside-window': 'before the rule’s time window',
  'not-rated': 'not rated',
  'help-below': 'help below the rule’s level',
  'not-in-last-n': 'older than the last ones that the rule looks at',
  'same-case': 'the same case as another procedure of the entry',
  'same-session': 'the entry counts already',
};

/** How far the numbers of a requirement set can be relied on, on a pill beside its name. */
export const setStandingWords: Readonly<Record<RequirementSetStanding, string>> = {
  example: 'example',
  demonstration: 'demonstration',
  unverified: 'unverified',
  verified: 'verified',
};

/** What an edition calls things; of its items only the details are read. */
type RuleWords = (NonNullable<CatalogueWords> & Partial<Pick<CatalogueIndex, 'catalogue'>>) | undefined;

/** A rule with the titles of the competencies that it names. */
export interface SaidRule {
  readonly rule: Rule;
  /** Of the competency that the rule asks for. */
  readonly otherTitle?: string;
  /** Of competencies that the rule, or one in it, asks for, by id. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** A rule in one sentence, such as `At least 20 sessions (performed), within 24 months`. */
export function ruleInWords({ rule, otherTitle, titles }: SaidRule, words: RuleWords): string {
  const inner = (part: Rule) => inSentence(ruleInWords({ rule: part, ...(titles && { titles }) }, words));
  const ofWhat = (part: Rule) => ('filter' in part ? subjectInWords(part.filter, words) : '');
  switch (rule.kind) {
    case 'count':
      return `At least ${rule.need} ${unitWords[rule.per]}${filterInWords(rule.filter, words)}`;
    case 'distinct':
      return `With at least ${rule.need} different ${distinctWords[rule.of]}${filterInWords(rule.filter, words)}`;
    case 'rating-last-n':
      return `The last ${rule.n} rated at help ${rule.minHelp} or more${filterInWords(rule.filter, words)}`;
    case 'rating-share':
      return `At least ${rule.percent} % of ${shareWords[rule.of](rule.n)} rated at help ${rule.minHelp} or more${filterInWords(rule.filter, words)}`;
    case 'recency':
      return `At least ${rule.need} sessions within the last ${rule.windowMonths} months${filterInWords(rule.filter, words)}`;
    case 'other-competency':
      return `${otherTitle ?? titles?.[rule.competencyId] ?? rule.competencyId} ${standingWords[rule.standing]} first`;
    case 'certificate':
      return `Certificate: ${rule.title}`;
    case 'any-of':
      return `Any ${rule.need} of these: ${rule.rules.map((part) => inner(part) + ofWhat(part)).join('; or ')}`;
    case 'base-specialty':
      return baseSpecialtyInWords(rule, inner);
  }
}

function baseSpecialtyInWords(
  { specialties, listed, others }: Of<'base-specialty'>,
  inner: (rule: Rule) => string,
): string {
  const named = oneOf(specialties);
  if (listed === undefined)
    return others === undefined ? `From ${named}: nothing` : `Unless from ${named}: ${inner(others)}`;
  const rest = others === undefined ? '' : `; from elsewhere: ${inner(others)}`;
  return `From ${named}: ${inner(listed)}${rest}`;
}

/** A sentence inside of another one; a name at its start stays as it is. */
function inSentence(sentence: string): string {
  return /^(At|With|The|Any|Certificate)\b/.test(sentence) ? inLine(sentence) : sentence;
}

type Of<Kind extends Rule['kind']> = Extract<Rule, { readonly kind: Kind }>;

const unitWords: Readonly<Record<Of<'count'>['per'], string>> = {
  session: 'sessions',
  procedure: 'procedures',
  level: 'levels',
};
const distinctWords: Readonly<Record<Of<'distinct'>['of'], string>> = {
  supervisor: 'supervisors',
  site: 'sites',
  item: 'items',
};
const shareWords: Readonly<Record<Of<'rating-share'>['of'], (n: number) => string>> = {
  newest: (n) => `the last ${n}`,
  all: (n) => `at least ${n}`,
};
const standingWords: Readonly<Record<Of<'other-competency'>['standing'], string>> = {
  met: 'met',
  signed: 'signed off',
};
const simulationInRule: Readonly<Record<NonNullable<FactFilter['simulation']>, string>> = {
  exclude: '',
  include: ' including simulation',
  only: ' in simulation',
};

/** Items that a sentence names at most. */
const MOST_NAMED = 3;

/** What a filter is about, where the competency does not say it; nothing while the edition is on its way. */
function subjectInWords({ items = [], groups = [], kind }: FactFilter, words: RuleWords): string {
  const { catalogue } = words ?? {};
  if (catalogue === undefined) return '';
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], wanted: string) =>
    inLine(list.find(({ id }) => id === wanted)?.name ?? wanted);
  const named = [
    ...items.map((id) => nameIn(catalogue.items, id)),
    ...groups.map((id) => nameIn(catalogue.groups, id)),
  ];
  if (named.length === 0) return kind === undefined ? '' : `, any ${kind}`;
  if (named.length <= MOST_NAMED) return `, of ${oneOf(named)}`;
  return `, of ${named.slice(0, MOST_NAMED).join(', ')} and ${named.length - MOST_NAMED} others`;
}

function filterInWords(filter: FactFilter, words: RuleWords): string {
  const { roles, supervision, windowMonths, simulation = 'exclude', minHelp } = filter;
  return [
    roles ? ` (${oneOf(roles.map((role) => procedureRoleInLine[role]))})` : '',
    supervision ? ` with ${oneOf(supervision.map((level) => supervisionInLine[level]))} supervision` : '',
    minHelp ? ` at help ${minHelp} or more` : '',
    ...procedureInWords(filter, words),
    ...patientInWords(filter),
    simulationInRule[simulation],
    windowMonths ? `, within ${windowMonths} months` : '',
  ].join('');
}

/** How it was done and ended. */
function procedureInWords(
  { techniques, choices, guidance, regions, outcomes }: FactFilter,
  words: RuleWords,
): string[] {
  const named = (keys: readonly string[]) => oneOf(keys.map((key) => inLine(levelName(key, words))));
  return [
    techniques ? ` by ${named(techniques)}` : '',
    choices ? ` with ${oneOf(choices.map((choice) => choiceInWords(choice, words)))}` : '',
    guidance ? ` under ${oneOf(guidance.map((one) => guidanceInLine[one]))}` : '',
    regions ? `, region ${named(regions)}` : '',
    outcomes ? ` that ended as ${oneOf(outcomes.map((outcome) => outcomeWords[outcome].toLowerCase()))}` : '',
  ];
}

/** For whom and where. */
function patientInWords(filter: FactFilter): string[] {
  const { painCategories, settings, diagnosisGroups, diagnoses, ageBands } = filter;
  const diagnosed = [
    ...(diagnosisGroups ?? []).map((group) => diagnosisGroupInLine[group]),
    ...(diagnoses ?? []).map((key) => inLine(plainWord(key))),
  ];
  return [
    painCategories ? ` in ${oneOf(painCategories.map((category) => painCategoryInLine[category]))} pain` : '',
    diagnosed.length > 0 ? ` for ${oneOf(diagnosed)}` : '',
    ageBands ? ` at ${oneOf(ageBands.map((band) => ageBandInLine[band]))}` : '',
    settings ? ` in ${oneOf(settings.map((setting) => settingInLine[setting]))}` : '',
  ];
}

/** A choice of a detail, `steroid=particulate` in a rule, by the words of an item that has the detail. */
function choiceInWords(choice: string, words: RuleWords): string {
  for (const { details } of words?.catalogue?.items ?? [])
    for (const detail of details)
      for (const { id, name } of detail.kind === 'choice' ? detail.choices : [])
        if (`${detail.id}=${id}` === choice) return inLine(`${detail.name}: ${inLine(name)}`);
  return choice;
}

/** A word of the catalogue, or a title, in the middle of a sentence; a short form stays as it is. */
export function inLine(word: string): string {
  return /^.[a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

/**
 * What stands behind the number of a rule that holds others, or of a share: each rule in it with its number, which one is
 * asked because of the base specialty, and how many cases the share is of.
 */
export function partsInWords(
  {
    rule,
    titles,
    looked,
    parts = [],
    branch,
  }: Pick<RuleView, 'titles' | 'looked' | 'parts' | 'branch'> & { readonly rule: Rule },
  words: RuleWords,
): string[] {
  const numbers = parts.map(({ rule: part, value, need, met }) => {
    const said = ruleInWords({ rule: part, ...(titles && { titles }) }, words);
    return `${said}: ${value} of ${need}${met ? ', met' : ''}`;
  });
  if (rule.kind === 'rating-share')
    return [
      `${looked ?? 0} rated cases of ${rule.of === 'newest' ? rule.n : `at least ${rule.n}`} looked at`,
    ];
  if (branch === 'unknown') return ['Nobody recorded the base specialty, so nobody can tell what is asked'];
  if (branch !== undefined && parts.length === 0) return ['Asks nothing of this base specialty'];
  return numbers;
}

/** `4 rules, 3 met`. */
export function rulesInWords(rules: readonly Pick<RuleView, 'met'>[]): string {
  return `${counted(rules.length, 'rule', 'rules')}, ${rules.filter(({ met }) => met).length} met`;
}
