import { shipped } from '../../catalogue/testdata/shipped-catalogue';
import { checkContent, type ContentFacts } from '../check-content';
import type { DraftContent, DraftProcedure } from '../entry';

/* An encounter in which everything is said and true, and what is found where a test changes it. */

/** When the fellow is in training. */
export const training = [{ fromOn: '2025-07-01', toOn: '2026-06-30' }];

/** What the checks know when an entry is sent. */
export const submitting: ContentFacts = {
  catalogue: shipped,
  today: '2026-03-10',
  training,
  stage: 'submitted',
};
/** And when it is kept as a draft. */
export const drafting: ContentFacts = { ...submitting, stage: 'draft' };

/** A lumbar transforaminal epidural. */
export const tfesi: DraftProcedure = {
  itemId: 'esi-tf-lumbar',
  region: 'lumbar',
  levels: [{ level: 'L4', side: 'left' }],
  guidance: 'fluoroscopy',
  techniques: ['subpedicular-supraneural'],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};

/** An experience. */
export const visit: DraftProcedure = {
  itemId: 'exp-continuity',
  levels: [],
  techniques: ['follow-up'],
  role: 'performed',
  supervision: 'indirect-available',
  complications: [],
};

/** The encounter of {@link tfesi}. */
export const encounter: DraftContent = {
  performedOn: '2026-03-10',
  siteId: 'site',
  supervisorId: 'supervisor',
  setting: 'clinic',
  painCategory: 'chronic-non-cancer',
  diagnosisGroup: 'radicular',
  diagnosisId: 'lumbar-radiculopathy',
  simulation: false,
  procedures: [tfesi],
};

/** What is found in the encounter with these changes, as code and field. */
export function problems(content: Partial<DraftContent>, facts = submitting): string[] {
  return checkContent({ ...encounter, ...content }, facts).map(({ code, field }) => `${code} ${field}`);
}

/** What is found in its procedure with these changes. */
export function problemsOf(procedure: Partial<DraftProcedure>, facts = submitting): string[] {
  return problems({ procedures: [{ ...tfesi, ...procedure }] }, facts);
}

/** The same without these fields. */
export function without<T extends object>(thing: T, ...keys: (keyof T)[]): T {
  const rest = { ...thing };
  for (const key of keys) delete rest[key];
  return rest;
}
