import type { CatalogueIndex, ProcedureRole } from '../catalogue';
import { refused, type RefusalCode, type Refused } from '../refusal';
import { checkContradictions } from './contradictions';
import type { CorrectedValue, EntryCorrection, LineCorrection } from './decision';
import type { DraftContent, SupervisionLevel } from './entry';
import { checkRepeatedRows } from './repeated-rows';
import { isKnownRole, isKnownSupervision } from './vocabulary';

/** What a supervisor wants set right in one procedure; the fellow's own value stays in the content. */
export interface ProcedureCorrection {
  /** Place of the procedure in the content, from 0. */
  readonly position: number;
  readonly role?: ProcedureRole;
  readonly supervision?: SupervisionLevel;
}

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
  if (values.length === 0) return [refused('review/correction-empty', '/corrections')];
  return values.flatMap((value, place) => {
    const code = faultOf(content, value, values.slice(0, place));
    return code === null ? [] : [refused(code, `/corrections/${place}`)];
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
 * What a content would contradict itself in if it had these values, and did not before: a part that does not fit the
 * supervision level, the outcome or the item, or a procedure that becomes the same as another one and would count twice.
 * The fellow's own rating is not asked: a refusal would tell it to a supervisor who has not rated yet. For values that
 * {@link checkCorrection} let pass; `catalogue` is the edition under which the content was written.
 *
 * Refusals, each at its correction: `review/correction-contradicts` (detail: about, one of {@link contradictions}) and
 * `review/correction-repeats-row` (detail: place, from 1, of the procedure that it would equal).
 */
export function checkCorrectedContent(
  content: DraftContent,
  values: readonly ProcedureCorrection[],
  catalogue: CatalogueIndex,
): Refused[] {
  const before = new Set(faultsIn(unrated(content), catalogue).map(printOf));
  const faults = faultsIn(unrated(corrected(content, values)), catalogue);
  return faults
    .filter((fault) => !before.has(printOf(fault)))
    .map((fault) => {
      const positions = positionsIn(fault);
      const place = values.findIndex(({ position }) => positions.includes(position));
      const field = `/corrections/${place}`;
      return fault.code === 'entry/contradiction'
        ? refused('review/correction-contradicts', field, fault.detail)
        : refused('review/correction-repeats-row', field, {
            place: 1 + (positions.find((one) => one !== values[place]?.position) ?? 0),
          });
    });
}

function corrected(content: DraftContent, values: readonly ProcedureCorrection[]): DraftContent {
  const valuesAt = new Map(values.map((value) => [value.position, value]));
  return {
    ...content,
    procedures: content.procedures.map((procedure, position) => {
      const { role = procedure.role, supervision = procedure.supervision } = valuesAt.get(position) ?? {};
      return {
        ...procedure,
        ...(role === undefined ? {} : { role }),
        ...(supervision === undefined ? {} : { supervision }),
      };
    }),
  };
}

function unrated(content: DraftContent): DraftContent {
  return { ...content, procedures: content.procedures.map(({ selfHelp: _own, ...rest }) => rest) };
}

function faultsIn(content: DraftContent, catalogue: CatalogueIndex): Refused[] {
  return [...checkContradictions(content, catalogue), ...checkRepeatedRows(content.procedures)];
}

function printOf({ code, field, detail }: Refused): string {
  return [code, field, detail?.['about']].join(' ');
}

/** The procedures that a fault is about: the one at which it is named, and the earlier one that this repeats. */
function positionsIn({ field = '', detail }: Refused): number[] {
  const named = Number(field.split('/')[2]);
  const place = detail?.['place'];
  return typeof place === 'number' ? [named, place - 1] : [named];
}

/** What checked values change in a content, each beside what was recorded; a value that changes nothing is left out. */
export function correctionsOf(
  content: Pick<DraftContent, 'procedures'>,
  values: readonly ProcedureCorrection[],
): LineCorrection[] {
  return values.map(({ position, role, supervision }) => {
    const recorded = content.procedures[position];
    return {
      position,
      ...besides('role', recorded?.role, role),
      ...besides('supervision', recorded?.supervision, supervision),
    };
  });
}

function besides<Field extends string, Value>(
  field: Field,
  recorded: Value | undefined,
  corrected: Value | undefined,
): { readonly [F in Field]?: CorrectedValue<Value> } {
  if (corrected === undefined || corrected === recorded) return {};
  return { [field]: { recorded: recorded ?? null, corrected } } as { [F in Field]?: CorrectedValue<Value> };
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
  const valuesAt = new Map(correction.values.map((line) => [line.position, line]));
  return {
    ...content,
    procedures: content.procedures.map((procedure, position) =>
      withCorrection(procedure, valuesAt.get(position)),
    ),
  };
}

/** A procedure with what its supervisor set right in it, if anything. */
export function withCorrection<Procedure extends object>(
  procedure: Procedure,
  correction: LineCorrection | undefined,
): Procedure {
  if (correction === undefined) return procedure;
  const { role, supervision } = correction;
  return {
    ...procedure,
    ...(role ? { role: role.corrected } : {}),
    ...(supervision ? { supervision: supervision.corrected } : {}),
  };
}
