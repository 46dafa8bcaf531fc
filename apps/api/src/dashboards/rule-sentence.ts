import type { FactFilter, Rule } from '@countersign/domain/competency';
import type { CatalogueIndex } from '@countersign/domain/catalogue';

const roleWords: Readonly<Record<string, string>> = {
  observed: 'observed',
  assisted: 'assisted',
  'performed-part': 'performed in part',
  performed: 'performed',
  taught: 'taught',
};

/** A rule in one sentence, such as “At least 20 sessions as performed, within 24 months”. */
export function ruleSentence(rule: Rule, titleOf: (competencyId: string) => string): string {
  switch (rule.kind) {
    case 'count':
      return `At least ${rule.need} ${rule.per === 'level' ? 'levels' : 'sessions'}${filterWords(rule.filter)}`;
    case 'distinct':
      return `With at least ${rule.need} different ${rule.of}s${filterWords(rule.filter)}`;
    case 'rating-last-n':
      return `The last ${rule.n} rated at help ${rule.minHelp} or more${filterWords(rule.filter)}`;
    case 'recency':
      return `At least ${rule.need} within the last ${rule.windowMonths} months${filterWords(rule.filter)}`;
    case 'other-competency':
      return `${titleOf(rule.competencyId)} ${rule.standing === 'signed' ? 'signed off' : 'met'} first`;
    case 'certificate':
      return `Certificate: ${rule.title}`;
  }
}

/** Whether which facts a rule counts depends on their ratings. */
export function restsOnRatings(rule: Rule): boolean {
  if (rule.kind === 'rating-last-n') return true;
  return 'filter' in rule && rule.filter.minHelp !== undefined;
}

function filterWords(filter: FactFilter): string {
  const { roles, windowMonths, simulation, minHelp, painCategories, settings } = filter;
  return [
    roles ? ` (${listed(roles.map((role) => roleWords[role] ?? role))})` : '',
    minHelp ? ` at help ${minHelp} or more` : '',
    painCategories ? ` in ${painCategories.join(' or ')} pain` : '',
    settings ? ` in ${settings.join(' or ')}` : '',
    simulation === 'only' ? ' in simulation' : '',
    simulation === 'include' ? ' including simulation' : '',
    windowMonths ? `, within ${windowMonths} months` : '',
  ].join('');
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(words);
}

/** Sentences for the reasons for which an entry does not count. */
export const reasonTexts: Readonly<Record<string, string>> = {
  'not-approved': 'not approved',
  'after-as-of': 'after this date',
  simulation: 'simulation is counted apart',
  'not-simulation': 'not a simulation',
  'other-procedure': 'another procedure',
  role: 'another role than the rule asks for',
  supervision: 'another supervision level',
  'pain-category': 'another pain category',
  setting: 'another setting',
  'outside-window': 'before the rule’s time window',
  'not-rated': 'not rated',
  'help-below': 'help below the rule’s level',
  'not-in-last-n': 'older than the last ones that the rule looks at',
  'same-case': 'rated together with another line, which speaks for both',
};

/** Names of catalogue groups by id, in the edition's order. */
export function groupTitles(
  catalogue: CatalogueIndex,
): readonly { id: string; title: string; kind: 'procedure' | 'experience' }[] {
  return catalogue.catalogue.groups.map(({ id, name, kind }) => ({ id, title: name, kind }));
}
