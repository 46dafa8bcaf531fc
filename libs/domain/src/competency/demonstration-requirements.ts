import { exampleRequirementSet } from './example-requirements';
import type { RequirementSet } from './requirement-set';

/** Without practice for so many months a competency at high risk lapses in the demo, whose year is too short for twelve. */
const HIGH_RISK_LAPSE_MONTHS = 6;

/**
 * The set of a demo program: the invented numbers of the example, marked as a demonstration, so that the demo's fellows
 * can be signed off and whatever is signed says that it is a demonstration. No number is an accreditor's.
 */
export const demonstrationRequirementSet: RequirementSet = {
  ...exampleRequirementSet,
  id: 'demonstration-pain-medicine',
  title: 'Pain medicine, demonstration requirements',
  version: 1,
  source:
    "Demonstration with invented numbers; not an accreditor's. It stands in for a verified set in the demo program and nowhere else",
  edition: 'Demonstration',
  example: false,
  demonstration: true,
  competencies: exampleRequirementSet.competencies.map((competency) =>
    competency.highRisk ? { ...competency, lapseMonths: HIGH_RISK_LAPSE_MONTHS } : competency,
  ),
};
