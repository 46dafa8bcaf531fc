import { endpoint, fileEndpoint } from '../endpoint';
import type {
  CohortBody,
  PublishBody,
  RatingOddsQuery,
  RequirementFileBody,
  RequirementTrialBody,
  TrialEvidenceBody,
} from './bodies';
import type { EvidenceView } from '../competencies/views';
import type {
  RatingOddsView,
  RequirementSetDetailView,
  RequirementSetsView,
  RequirementTrialView,
} from './views';

/** Largest file of a set, in kB. */
const SET_KB = 192;

/** Every requirement set of a program. */
export const readRequirementSets = endpoint<{ view: RequirementSetsView }>()({
  method: 'GET',
  path: '/programs/:programId/requirement-sets',
  action: 'requirements.read',
  summary: 'Published versions; for those who keep them also drafts, and fellows with their cohort.',
  status: 200,
  problems: ['access/not-found'],
});

/** One published version, rule by rule. */
export const readRequirementSet = endpoint<{ view: RequirementSetDetailView }>()({
  method: 'GET',
  path: '/programs/:programId/requirement-sets/:setRowId',
  action: 'requirements.read',
  summary: 'One published version with its competencies and rules.',
  status: 200,
  problems: ['access/not-found'],
});

/** A published version or a draft as the file that an import takes. */
export const exportRequirementSet = fileEndpoint()({
  method: 'GET',
  path: '/programs/:programId/requirement-sets/:setRowId/file',
  action: 'requirements.read',
  summary: 'A set as JSON, without version and verification, which are the program’s own.',
  status: 200,
  file: { mediaType: 'application/json', name: 'requirement-set.json', disposition: 'attachment' },
  problems: ['access/not-found'],
});

/** How likely a rule about ratings is met by chance. */
export const readRatingOdds = endpoint<{ query: RatingOddsQuery; view: RatingOddsView }>()({
  method: 'GET',
  path: '/programs/:programId/rating-odds',
  action: 'requirements.read',
  summary: 'The chance that a rule about ratings is met at some time, by the share of cases that succeed.',
  status: 200,
  problems: [],
});

/** Tells what publishing a file would change; writes nothing. */
export const tryRequirementSet = endpoint<{ body: RequirementTrialBody; view: RequirementTrialView }>()({
  method: 'POST',
  path: '/programs/:programId/requirement-trials',
  action: 'requirements.draft',
  summary: 'What is wrong in a file, what it says otherwise rule by rule, and what changes for each fellow.',
  status: 200,
  bodyKb: SET_KB,
  problems: ['requirement/date-impossible'],
});

/** Which cases of a fellow a file would count, and which not and why; writes nothing. */
export const readTrialEvidence = endpoint<{ body: TrialEvidenceBody; view: EvidenceView }>()({
  method: 'POST',
  path: '/programs/:programId/requirement-trials/evidence',
  action: 'requirements.draft',
  summary: 'The entries behind the numbers that a fellow would have under a file, rule by rule.',
  status: 200,
  bodyKb: SET_KB,
  problems: [
    'access/not-found',
    'requirement/set-invalid',
    'requirement/demonstration-elsewhere',
    'requirement/date-impossible',
  ],
});

const draftProblems = ['requirement/set-invalid', 'requirement/demonstration-elsewhere'] as const;

/** Keeps a file as a draft. */
export const draftRequirementSet = endpoint<{ body: RequirementFileBody; view: RequirementSetsView }>()({
  method: 'POST',
  path: '/programs/:programId/requirement-drafts',
  action: 'requirements.draft',
  summary: 'Keeps a requirement set as a draft, which binds nobody.',
  status: 201,
  bodyKb: SET_KB,
  problems: draftProblems,
});

/** Puts a file in the place of a draft. */
export const redraftRequirementSet = endpoint<{ body: RequirementFileBody; view: RequirementSetsView }>()({
  method: 'PUT',
  path: '/programs/:programId/requirement-drafts/:draftId',
  action: 'requirements.draft',
  summary: 'Replaces a draft. What is published never changes.',
  status: 200,
  precondition: 'revision',
  bodyKb: SET_KB,
  problems: [...draftProblems, 'access/not-found', 'requirement/draft-changed', 'requirement/published'],
});

/** Takes a draft away. */
export const removeRequirementDraft = endpoint<{ view: RequirementSetsView }>()({
  method: 'DELETE',
  path: '/programs/:programId/requirement-drafts/:draftId',
  action: 'requirements.draft',
  summary: 'Removes a draft. What is published never goes.',
  status: 200,
  precondition: 'revision',
  problems: ['access/not-found', 'requirement/draft-changed', 'requirement/published'],
});

/** Publishes a draft as the next version. */
export const publishRequirementSet = endpoint<{ body: PublishBody; view: RequirementSetsView }>()({
  method: 'POST',
  path: '/programs/:programId/requirement-drafts/:draftId/publication',
  action: 'requirements.publish',
  summary: 'Publishes a draft as the next version; verified, it binds its cohort from its first day on.',
  status: 201,
  precondition: 'revision',
  bodyKb: 32,
  problems: [
    ...(['access/not-found', 'requirement/draft-changed', 'requirement/published'] as const),
    ...(['requirement/set-invalid', 'requirement/demonstration-elsewhere'] as const),
    ...(['requirement/mapping-unknown', 'requirement/mapping-twice'] as const),
    ...(['requirement/example-verified', 'requirement/demonstration-otherwise'] as const),
    ...(['requirement/date-impossible', 'requirement/verified-later'] as const),
  ],
});

/** Says of which cohort a fellow's training is. */
export const setCohort = endpoint<{ body: CohortBody; view: RequirementSetsView }>()({
  method: 'PUT',
  path: '/programs/:programId/trainings/:roleId/cohort',
  action: 'people.manage',
  summary: 'Gives the training of a fellow its cohort, or none.',
  status: 200,
  problems: ['access/not-found'],
});
