import { refused, type RefusalCode, type Refused } from '../refusal';
import type { DraftContent, EntryCorrection, ProcedureCorrection } from './entry';
import { isKnownRole, isKnownSupervision } from './vocabulary';

/**
 * Whether these values may correct a content. A correction sets right role or supervision level, nothing else: what was
 * done to the patient is the fellow's account, and goes back with a reason when it is wrong.
 *
 * Refusals, each with its JSON pointer: `review/correction-empty`, `review/correction-repeated`,
 * `review/correction-unknown-procedure`, `review/correction-unknown-value`, and `review/correction-changes-nothing` for
 * a value that the fellow had recorded already.
 */
export function checkCorrection(
  content: Pick<DraftContent, 'procedures'>,
  values: readonly ProcedureCorrection[],
): Refused[] {
  if (values.length === 0) return [refused('review/correction-empty', '/values')];
  return values.flatMap((value, place) => {
    const code = faultOf(content, value, values.slice(0, place));
    return code === null ? [] : [refused(code, `/values/${place}`)];
  });
}

function faultOf(
  content: Pick<DraftContent, 'procedures'>,
  value: ProcedureCorrection,
  earlier: readonly ProcedureCorrection[],
): RefusalCode | null {
  const recorded = content.procedures[value.position];
  if (recorded === undefined) return 'review/correction-unknown-procedure';
  if (earlier.some(({ position }) => position === value.position)) return 'review/correction-repeated';
  const { role, supervision } = value;
  if (role !== undefined && !isKnownRole(role)) return 'review/correction-unknown-value';
  if (supervision !== undefined && !isKnownSupervision(supervision)) return 'review/correction-unknown-value';
  const changes =
    (role !== undefined && role !== recorded.role) ||
    (supervision !== undefined && supervision !== recorded.supervision);
  return changes ? null : 'review/correction-changes-nothing';
}

/**
 * A version as it counts: with the supervisor's values while the correction is open, accepted, contested or upheld, with
 * the fellow's once the director has reversed it. A correction of another version changes nothing.
 */
export function asCounted<Content extends Pick<DraftContent, 'procedures'>>(
  content: Content,
  number: number,
  correction: EntryCorrection | null,
): Content {
  if (correction === null || correction.number !== number || correction.state === 'reversed') return content;
  const valuesAt = new Map(correction.values.map(({ position, ...values }) => [position, values]));
  return {
    ...content,
    procedures: content.procedures.map((procedure, position) => ({
      ...procedure,
      ...valuesAt.get(position),
    })),
  };
}
