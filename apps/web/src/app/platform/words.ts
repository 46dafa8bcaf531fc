import type { Role } from '@countersign/domain/access';
import type { Guidance, LevelType, Side } from '@countersign/domain/catalogue';
import type {
  AgeBand,
  DiagnosisGroup,
  EntryState,
  Help,
  NextTime,
  Outcome,
  PainCategory,
  ProcedureRole,
  Setting,
  SupervisionLevel,
} from '@countersign/domain/entry';
import type { CompetenceStateName } from '@countersign/contracts/dashboards/views';
import type { AmendmentState } from '@countersign/contracts/entries/bodies';
import type { ReturnReason } from '@countersign/contracts/reviews/bodies';

/*
 * The words for every code that the app shows: the one place that a translation replaces.
 * Plain, in the field's terms, never blaming.
 */

/** A word with the line that explains it. */
export interface WordWithGloss {
  readonly name: string;
  readonly gloss: string;
}

/** One step of a five-step scale: a short word under the number, the full wording below the scale. */
export interface ScaleStep<Value extends number = 1 | 2 | 3 | 4 | 5> {
  readonly value: Value;
  readonly word: string;
  readonly full: string;
}

export const personRoles: Readonly<Record<Role, string>> = {
  fellow: 'Fellow',
  supervisor: 'Supervisor',
  director: 'Program director',
  coordinator: 'Coordinator',
};

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  draft: 'Draft',
  submitted: 'Waiting',
  returned: 'Returned',
  approved: 'Approved',
  amended: 'Amendment waiting',
  void: 'Void',
};

/** What stands beside the version that counts. */
export const amendmentWords: Readonly<Record<AmendmentState, string>> = {
  waiting: 'Amendment waiting',
  returned: 'Amendment returned',
};

/** Which entries a list is narrowed to. */
export const simulationWords: Readonly<Record<'true' | 'false', string>> = {
  true: 'Simulation only',
  false: 'Without simulation',
};

/** Asked before the roles; the answer under each role is its gloss. */
export const roleQuestion = 'Who held the needle for more than half of the critical part?';

export const procedureRoleWords: Readonly<Record<ProcedureRole, WordWithGloss>> = {
  performed: { name: 'Performed', gloss: 'I did' },
  'performed-part': { name: 'Performed part', gloss: 'I did, for less than half' },
  assisted: { name: 'Assisted', gloss: 'Supervisor; I helped' },
  observed: { name: 'Observed', gloss: 'Supervisor; I watched' },
  taught: { name: 'Taught', gloss: 'A learner; I guided' },
};

export const supervisionWords: Readonly<Record<SupervisionLevel, WordWithGloss>> = {
  direct: { name: 'Direct, in the room', gloss: 'Supervisor physically with you' },
  'indirect-immediate': { name: 'Indirect, immediate', gloss: 'On site, there within minutes' },
  'indirect-available': { name: 'Indirect, available', gloss: 'Off site, reachable, can come' },
  oversight: { name: 'Oversight', gloss: 'Reviewed afterwards' },
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  success: 'Success',
  converted: 'Converted',
  'supervisor-took-over': 'Supervisor took over',
  aborted: 'Aborted',
};

export const settingWords: Readonly<Record<Setting, string>> = {
  clinic: 'Clinic',
  asc: 'Ambulatory surgery center',
  'operating-room': 'Operating room',
  inpatient: 'Inpatient',
  emergency: 'Emergency department',
  telehealth: 'Telehealth',
};

export const painCategoryWords: Readonly<Record<PainCategory, string>> = {
  acute: 'Acute',
  'chronic-non-cancer': 'Chronic, non-cancer',
  cancer: 'Cancer',
  palliative: 'Palliative',
};

export const diagnosisGroupWords: Readonly<Record<DiagnosisGroup, string>> = {
  neuropathic: 'Neuropathic',
  'headache-facial': 'Headache or facial',
  'low-back': 'Low back',
  neck: 'Neck',
  radicular: 'Radicular',
  myofascial: 'Myofascial',
  crps: 'CRPS',
  joint: 'Joint',
  'visceral-pelvic': 'Visceral or pelvic',
  'post-surgical': 'Post-surgical',
  other: 'Other',
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  '<1': 'Under 1 year',
  '1-17': '1 to 17 years',
  '18-39': '18 to 39 years',
  '40-64': '40 to 64 years',
  '65-89': '65 to 89 years',
  '90+': '90 years or more',
};

export const guidanceWords: Readonly<Record<Guidance, string>> = {
  fluoroscopy: 'Fluoroscopy',
  ultrasound: 'Ultrasound',
  landmark: 'Landmark',
  ct: 'CT',
  'nerve-stimulation': 'Nerve stimulation',
  emg: 'EMG',
  endoscopic: 'Endoscopic',
};

export const sideWords: Readonly<Record<Side, string>> = {
  left: 'Left',
  right: 'Right',
  bilateral: 'Both',
  midline: 'Midline',
};

/** Heading of the level picker. */
export const levelTypeWords: Readonly<Record<LevelType, string>> = {
  none: '',
  nerve: 'Nerves',
  vertebra: 'Vertebrae',
  interspace: 'Interspaces',
  joint: 'Joints',
  'nerve-root': 'Nerve roots',
  'medial-branch': 'Medial branch nerves',
  disc: 'Discs',
  muscle: 'Muscles',
  'nerve-division': 'Nerve divisions',
  'lateral-branch': 'Lateral branches',
  dermatome: 'Dermatomes',
};

/** How much help the supervisor gave, in the supervisor's own voice. */
export const helpGiven: readonly ScaleStep<Help>[] = [
  { value: 1, word: 'I did it', full: 'I did it' },
  { value: 2, word: 'Talked through', full: 'talked through every step' },
  { value: 3, word: 'Prompted', full: 'prompted now and then' },
  { value: 4, word: 'Stood by', full: 'stood by, just in case' },
  { value: 5, word: 'Not needed', full: 'not needed' },
];

/** The same scale in the fellow's voice, for the self-rating and for reading a rating. */
export const helpReceived: readonly ScaleStep<Help>[] = [
  { value: 1, word: 'Supervisor did it', full: 'supervisor did it' },
  ...helpGiven.slice(1),
];

/** What the fellow may do next time, apart from the help given today. */
export const nextTimeSteps: readonly ScaleStep<NextTime>[] = [
  { value: 1, word: 'Watch', full: 'watch' },
  { value: 2, word: 'Direct', full: 'with direct supervision' },
  { value: 3, word: 'Nearby', full: 'supervisor immediately available' },
  { value: 4, word: 'On call', full: 'supervisor on call' },
  { value: 5, word: 'Alone', full: 'alone, may teach' },
];

export const returnReasonWords: Readonly<Record<ReturnReason, string>> = {
  'wrong-role': 'Role is different',
  'wrong-procedure': 'Other procedure',
  'wrong-details': 'Detail to change',
  'not-my-case': 'I did not supervise it',
  duplicate: 'Logged twice',
  other: 'Something else',
};

/** The word beside the competence shape, never a verdict. */
export const competenceWords: Readonly<Record<CompetenceStateName, string>> = {
  none: 'not judged yet',
  insufficient: 'too few to say',
  learning: 'learning',
  competent: 'at standard',
  concern_low: 'worth a look',
  concern_drift: 'worth a look',
  concern_relapse: 'worth a look',
};

/** What to do about a problem, where the problem's own title does not say it. */
export function problemHint(code: string): string | undefined {
  return Object.hasOwn(problemHints, code) ? problemHints[code] : undefined;
}

const problemHints: Readonly<Record<string, string>> = {
  'network/offline': 'What you typed is kept on this page. Try again when the network is back.',
  'network/unreadable': 'Reload the page and check what is saved before you send it again.',
  'app/unexpected': 'Reload the page; if it happens again, tell your program’s coordinator.',
  'server/unexpected': 'Try again; if it happens again, tell your program’s coordinator.',
  'entry/stale-version': 'What you typed stays here until you reload.',
  'access/not-found': 'Check the address, or go back to the list.',
};

/** The stamp of a late entry: `late, 22 days after`, from the procedure to its first submission. */
export function lateText(days: number): string {
  return `late, ${counted(days, 'day', 'days')} after`;
}

/** `1 entry`, `3 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
