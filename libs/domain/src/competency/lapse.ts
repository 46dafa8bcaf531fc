import type { ProcedureRole } from '../catalogue';
import type { AssessmentContext, Lapse } from './assessment';
import { isInForce } from './assessment-context';
import { lastDayInWindow } from '../calendar';
import type { Evidence } from './evidence';
import type { FactFilter } from './fact';
import type { Competency } from './requirement-set';

/** Watching or assisting does not keep a competency fresh. */
const practiceRoles: readonly ProcedureRole[] = ['performed-part', 'performed', 'taught'];

/**
 * Freshness of practice in what a competency is about; null when it does not lapse. The clock starts with the newest
 * practice or, where that is later, with the sign-off: a fellow just signed off has not lapsed.
 */
export function lapseOf(
  { id, about, lapseMonths }: Competency,
  evidenceFor: (filter: FactFilter) => Evidence,
  { asOf, signOffs = [] }: AssessmentContext,
): Lapse | null {
  if (lapseMonths === undefined) return null;
  const lastPractice = evidenceFor({ ...about, roles: practiceRoles }).passing.at(-1);
  const lastPracticeOn = lastPractice?.performedOn ?? null;
  const signedOn = signOffs
    .filter((signOff) => signOff.competencyId === id && isInForce(signOff, asOf))
    .map((signOff) => signOff.signedOn);
  const startOn = [lastPracticeOn ?? '', ...signedOn].reduce((latest, day) => (day > latest ? day : latest));
  const currentThroughOn = startOn === '' ? null : lastDayInWindow(startOn, lapseMonths);
  return {
    lapsed: currentThroughOn === null || currentThroughOn < asOf,
    lastPracticeOn,
    lastPracticeId: lastPractice?.id ?? null,
    currentThroughOn,
  };
}
