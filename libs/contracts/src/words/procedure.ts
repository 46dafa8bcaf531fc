import type { CatalogueIndex, ProcedureRole } from '@countersign/domain/catalogue';
import type { DraftProcedure, Outcome, SupervisionLevel } from '@countersign/domain/entry';
import type { ProcedureView } from '../entries/views';
import { guidanceWords, levelName, sideInLine } from './catalogue';
import { counted } from './count';

/** A word with the line that explains it. */
export interface WordWithGloss {
  readonly name: string;
  readonly gloss: string;
}

/** Asked before the roles; the answer under each role is its gloss. */
export const roleQuestion = 'Who held the needle for more than half of the critical part?';

/** The part that the fellow took. */
export const procedureRoleWords: Readonly<Record<ProcedureRole, WordWithGloss>> = {
  performed: { name: 'Performed', gloss: 'I did' },
  'performed-part': { name: 'Performed part', gloss: 'I did, for less than half' },
  assisted: { name: 'Assisted', gloss: 'Supervisor; I helped' },
  observed: { name: 'Observed', gloss: 'Supervisor; I watched' },
  taught: { name: 'Taught', gloss: 'A learner; I guided' },
};

/** The same in the middle of a sentence. */
export const procedureRoleInLine: Readonly<Record<ProcedureRole, string>> = {
  performed: 'performed',
  'performed-part': 'performed in part',
  assisted: 'assisted',
  observed: 'observed',
  taught: 'taught',
};

/** How closely the supervisor watched. */
export const supervisionWords: Readonly<Record<SupervisionLevel, WordWithGloss>> = {
  direct: { name: 'Direct, in the room', gloss: 'Supervisor physically with you' },
  'indirect-immediate': { name: 'Indirect, immediate', gloss: 'On site, there within minutes' },
  'indirect-available': { name: 'Indirect, available', gloss: 'Off site, reachable, can come' },
  oversight: { name: 'Oversight', gloss: 'Reviewed afterwards' },
};

/** The same before “supervision”. */
export const supervisionInLine: Readonly<Record<SupervisionLevel, string>> = {
  direct: 'direct',
  'indirect-immediate': 'immediately available',
  'indirect-available': 'available',
  oversight: 'later',
};

/** How the procedure ended. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  success: 'Success',
  converted: 'Converted',
  'supervisor-took-over': 'Supervisor took over',
  aborted: 'Aborted',
};

/** How a procedure was done and ended; the role stands apart because it leads. */
export function procedureFacts(
  procedure: ProcedureView,
  index: CatalogueIndex | undefined,
): readonly string[] {
  const complications = procedure.complications.map((id) => index?.complication(id)?.label ?? id);
  return [
    procedure.supervision && supervisionWords[procedure.supervision].name,
    procedure.guidance && guidanceWords[procedure.guidance],
    procedure.region && levelName(procedure.region),
    ...procedure.techniques.map(levelName),
    procedure.outcome && outcomeWords[procedure.outcome],
    procedure.abortedReason && `because: ${procedure.abortedReason}`,
    ...complications,
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** The role as a word; what is missing in a draft says so. */
export function roleInWords({ role }: Pick<DraftProcedure, 'role'>): string {
  return role === undefined ? 'Role not stated yet' : procedureRoleWords[role].name;
}

/** `1 session, 2 levels`, with the joints where nerves make some. */
export function countsInWords({ counts }: ProcedureView): string {
  const parts = [counted(counts.sessions, 'session', 'sessions'), counted(counts.levels, 'level', 'levels')];
  if (counts.joints.length === 0) return parts.join(', ');
  const joints = counts.joints.map(({ joint, side }) => `${joint} ${sideInLine[side]}`);
  return `${parts.join(', ')}, ${counted(joints.length, 'joint', 'joints')}: ${joints.join(', ')}`;
}
