import { guidances, procedureRoles } from '../catalogue';
import {
  ageBands,
  diagnosisGroups,
  outcomes,
  painCategories,
  settings,
  supervisionLevels,
} from '../entry/entry';
import { refused } from '../refusal';
import { anything, choice, isObject, listOf, nullable, object, optional, text } from './check-form';
import type { Form, FormsOf } from './check-form';
import { COUNTING_CONVENTIONS, distinctThings, ruleUnits, shareCases } from './requirement-set';
import type { FactFilter } from './fact';
import type {
  AnyOfRule,
  BaseSpecialtyRule,
  CertificateRule,
  Competency,
  CountRule,
  DistinctRule,
  LeafRule,
  NumberSource,
  OtherCompetencyRule,
  RatingLastNRule,
  RatingShareRule,
  RecencyRule,
  RequirementSet,
  Rule,
} from './requirement-set';

const texts = optional(listOf(text));

const filterForms: FormsOf<Omit<FactFilter, 'windowMonths'>> = {
  items: texts,
  groups: texts,
  kind: optional(choice(['procedure', 'experience'])),
  roles: optional(listOf(choice(procedureRoles))),
  supervision: optional(listOf(choice(supervisionLevels))),
  painCategories: optional(listOf(choice(painCategories))),
  settings: optional(listOf(choice(settings))),
  outcomes: optional(listOf(choice(outcomes))),
  techniques: texts,
  choices: texts,
  diagnosisGroups: optional(listOf(choice(diagnosisGroups))),
  diagnoses: texts,
  ageBands: optional(listOf(choice(ageBands))),
  guidance: optional(listOf(choice(guidances))),
  regions: texts,
  simulation: optional(choice(['exclude', 'include', 'only'])),
  minHelp: anything,
};
const filter = object<FactFilter>({ ...filterForms, windowMonths: anything });

const leafForms: Readonly<Record<LeafRule['kind'], Form>> = {
  count: object<CountRule>({ kind: anything, filter, per: choice(ruleUnits), need: anything }),
  distinct: object<DistinctRule>({
    kind: anything,
    filter,
    of: choice(distinctThings),
    need: anything,
  }),
  'rating-last-n': object<RatingLastNRule>({ kind: anything, filter, n: anything, minHelp: anything }),
  'rating-share': object<RatingShareRule>({
    ...{ kind: anything, filter, of: choice(shareCases), n: anything, percent: anything },
    minHelp: anything,
  }),
  recency: object<RecencyRule>({
    kind: anything,
    filter: object(filterForms),
    windowMonths: anything,
    need: anything,
  }),
  'other-competency': object<OtherCompetencyRule>({
    kind: anything,
    competencyId: text,
    standing: choice(['met', 'signed']),
  }),
  certificate: object<CertificateRule>({ kind: anything, certificateId: text, title: text }),
};

/** Rules that are asked as they stand: those that hold no other, and any of these. */
const askedForms = {
  ...leafForms,
  'any-of': object<AnyOfRule>({ kind: anything, need: anything, rules: listOf(formByKind(leafForms)) }),
};

const ruleForms: Readonly<Record<Rule['kind'], Form>> = {
  ...askedForms,
  'base-specialty': object<BaseSpecialtyRule>({
    kind: anything,
    specialties: listOf(text),
    listed: optional(formByKind(askedForms)),
    others: optional(formByKind(askedForms)),
  }),
};

/** The form of a rule of one of these kinds; `requirement/kind-unknown` where there is no such kind of rule, or not here. */
function formByKind(forms: Readonly<Record<string, Form>>): Form {
  return (value, at) => {
    if (!isObject(value)) return [refused('requirement/not-an-object', at)];
    const { kind } = value;
    const form = typeof kind === 'string' && Object.hasOwn(forms, kind) ? forms[kind] : undefined;
    return form?.(value, at) ?? [refused('requirement/kind-unknown', `${at}/kind`)];
  };
}

const competency = object<Competency>({
  id: text,
  title: text,
  shortTitle: text,
  about: object<Competency['about']>({ items: texts, groups: texts }),
  rules: listOf(formByKind(ruleForms)),
  highRisk: choice([true, false]),
  lapseMonths: anything,
  grants: optional(choice(supervisionLevels)),
  observeFirst: optional(choice([true])),
  source: optional(object<NumberSource>({ address: text, edition: text, secondary: choice([true, false]) })),
});

/**
 * Whether what was stored has the form of the competencies of a set: objects, lists and texts where they belong, choices
 * that exist and no key besides. A misspelled key or choice would silently make another rule.
 * Codes: `requirement/not-an-object`, `requirement/not-a-list`, `requirement/text-missing`, `requirement/kind-unknown`,
 * `requirement/choice-unknown`, `requirement/key-unknown`.
 */
export const checkCompetenciesForm: Form = listOf(competency);

/** Likewise for a whole set; numbers and days are checked by `checkRequirementSet`. */
export const checkSetForm: Form = object<RequirementSet>({
  id: text,
  title: text,
  version: anything,
  source: text,
  edition: text,
  cohort: optional(text),
  effectiveOn: anything,
  verifiedBy: nullable(text),
  verifiedOn: nullable(text),
  verifiedAgainst: optional(nullable(text)),
  example: choice([true, false]),
  demonstration: optional(choice([true, false])),
  conventions: optional(choice([COUNTING_CONVENTIONS])),
  competencies: checkCompetenciesForm,
});
