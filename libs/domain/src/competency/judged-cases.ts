import type { CatalogueItem } from '../catalogue';
import { DomainError } from '../refusal';
import { caseOf, isAbout, stateCounts } from './fact';
import type { Fact } from './fact';
import type { Competency } from './requirement-set';

/** Help from which a case went well for the competence charts: the supervisor stood by, or was not needed. */
export const WELL_AT_HELP = 4;

/**
 * The judged cases of a competency for the competence charts, oldest first: 1 for a case that did not go well, 0 for
 * one that did. Judged are approved, rated procedures in patients, done by the fellow in whole or in part; what was rated
 * in one tap is one case for each item ({@link caseOf}). A case went well when help was {@link WELL_AT_HELP} or more and
 * the supervisor took over in none of its lines. A procedure that was aborted is a failure below that help; at that help
 * nobody failed, so it is not judged. An experience is not judged: there was nothing to do with the hands. The judgment is the supervisor's, never the fellow's own. Our own
 * definition: a program may set another one per procedure.
 * Throws `requirement/about-empty` for a competency about nothing: it would judge whatever was logged.
 */
export function judgedCases(about: Competency['about'], facts: readonly Fact[]): readonly (0 | 1)[] {
  if (about.items === undefined && about.groups === undefined)
    throw new DomainError('requirement/about-empty', 'A competency is about items or groups.', '/about');
  const judged = facts
    .filter((fact) => isJudged(fact) && isAbout(fact, about))
    .sort((one, other) => order(one.performedOn, other.performedOn) || order(one.id, other.id));
  const failures = new Map<string, 0 | 1>();
  for (const fact of judged) {
    const key = caseOf(fact);
    failures.set(key, failures.get(key) === 1 ? 1 : failureIn(fact));
  }
  return [...failures.values()];
}

/**
 * Whether a competency about these items and groups has a chart: not when all of it is experiences, which have no
 * procedure that could fail. What the catalogue does not know is taken for a procedure.
 */
export function hasChart(
  { items = [], groups = [] }: Competency['about'],
  catalogue: { readonly items: readonly Pick<CatalogueItem, 'id' | 'group' | 'kind'>[] },
): boolean {
  const about = catalogue.items.filter(({ id, group }) => items.includes(id) || groups.includes(group));
  return about.length === 0 || about.some(({ kind }) => kind === 'procedure');
}

function failureIn({ help, outcome }: Fact): 0 | 1 {
  return help !== null && help >= WELL_AT_HELP && outcome !== 'supervisor-took-over' ? 0 : 1;
}

function isJudged(fact: Fact): boolean {
  const { help, kind, outcome, role } = fact;
  if (help === null || kind === 'experience' || (outcome === 'aborted' && help >= WELL_AT_HELP)) return false;
  const handsOn = role === 'performed' || role === 'performed-part';
  return stateCounts(fact.status) && handsOn && !fact.simulation;
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
