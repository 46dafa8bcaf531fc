import type { CatalogueIndex, CatalogueItem, ProcedureRole } from '@countersign/domain/catalogue';
import type { DraftProcedure, Outcome, SupervisionLevel } from '@countersign/domain/entry';
import type { ProcedureView } from '../entries/views';
import { guidanceWords, levelName, sideInLine } from './catalogue';
import { counted } from './count';
import { detailsInWords } from './detail';

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

/** The same part in a meeting, where nobody holds a needle. */
const meetingRoleWords: Readonly<Record<ProcedureRole, WordWithGloss>> = {
  performed: { name: 'Led', gloss: 'I chaired it or ran it' },
  'performed-part': { name: 'Presented', gloss: 'A case or a topic was mine' },
  assisted: { name: 'Took part', gloss: 'I spoke or decided with others' },
  observed: { name: 'Listened', gloss: 'I was there' },
  taught: { name: 'Taught', gloss: 'A learner; I guided' },
};

/** The roles in the words of an item: those of a meeting for a meeting. */
export function roleWordsOf(
  item: Pick<CatalogueItem, 'meeting'> | undefined,
): Readonly<Record<ProcedureRole, WordWithGloss>> {
  return item?.meeting === true ? meetingRoleWords : procedureRoleWords;
}

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

/** The complication that says there was none. */
const NO_COMPLICATION = 'none';

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
  return stated([
    ...howDone(procedure, index),
    procedure.outcome && outcomeWords[procedure.outcome],
    procedure.abortedReason && `because: ${procedure.abortedReason}`,
    ...procedure.complications.map((id) => index?.complication(id)?.label ?? id),
  ]);
}

/** The same without whatever {@link unusualIn} tells. */
export function usualFacts(procedure: ProcedureView, index: CatalogueIndex | undefined): readonly string[] {
  const none = procedure.complications.filter((id) => id === NO_COMPLICATION);
  return stated([
    ...howDone(procedure, index),
    procedure.outcome === 'success' ? outcomeWords.success : undefined,
    ...none.map((id) => index?.complication(id)?.label ?? id),
  ]);
}

/** Something that did not go as planned. */
export interface Unusual {
  readonly kind: Exclude<Outcome, 'success'> | 'complication';
  /** What it is: `Aborted`, `Serious complication`. */
  readonly word: string;
  /** Which one, or why. */
  readonly detail?: string;
}

/** What did not go as planned in a procedure: how it ended, and each complication by its name. */
export function unusualIn(
  { outcome, abortedReason, complications }: ProcedureView,
  index: CatalogueIndex | undefined,
): readonly Unusual[] {
  const ended: readonly Unusual[] =
    outcome === undefined || outcome === 'success'
      ? []
      : [
          {
            kind: outcome,
            word: outcomeWords[outcome],
            ...(abortedReason === undefined || abortedReason === '' ? {} : { detail: abortedReason }),
          },
        ];
  const named = complications.filter((id) => id !== NO_COMPLICATION);
  return [
    ...ended,
    ...named.map((id): Unusual => {
      const complication = index?.complication(id);
      const word = complication?.severity === 'serious' ? 'Serious complication' : 'Complication';
      return { kind: 'complication', word, detail: complication?.label ?? id };
    }),
  ];
}

function howDone(
  procedure: ProcedureView,
  index: CatalogueIndex | undefined,
): readonly (string | undefined)[] {
  return [
    procedure.supervision && supervisionWords[procedure.supervision].name,
    procedure.guidance && guidanceWords[procedure.guidance],
    procedure.region && levelName(procedure.region, index),
    ...procedure.techniques.map((technique) => levelName(technique, index)),
    ...detailsInWords(procedure.details ?? [], index?.item(procedure.itemId)),
  ];
}

function stated(facts: readonly (string | undefined)[]): readonly string[] {
  return facts.filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** The role as a word; what is missing in a draft says so. */
export function roleInWords(
  { itemId, role }: Pick<DraftProcedure, 'itemId' | 'role'>,
  index: CatalogueIndex | undefined,
): string {
  return role === undefined ? 'Role not stated yet' : roleWordsOf(index?.item(itemId))[role].name;
}

/** `1 session, 2 levels`, with the joints where nerves make some. */
export function countsInWords({ counts }: ProcedureView): string {
  const parts = [counted(counts.sessions, 'session', 'sessions'), counted(counts.levels, 'level', 'levels')];
  if (counts.joints.length === 0) return parts.join(', ');
  const joints = counts.joints.map(({ joint, side }) => `${joint} ${sideInLine[side]}`);
  return `${parts.join(', ')}, ${counted(joints.length, 'joint', 'joints')}: ${joints.join(', ')}`;
}
