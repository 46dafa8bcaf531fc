import type { AsOfQuery } from '../competencies/bodies';
import { endpoint, fileEndpoint } from '../endpoint';
import type { AttentionView } from './attention-views';
import type { DismissConcernBody, PacketQuery, SpanQuery } from './bodies';
import type { CaseMixView } from './case-mix-views';
import type { CommitteeDecisionBody } from './committee-bodies';
import type { CommitteeView } from './committee-views';
import type { DashboardView } from './views';
import type { YieldView } from './yield-views';

/** The director's page. */
export const readDashboard = endpoint<{ query: AsOfQuery; view: DashboardView }>()({
  method: 'GET',
  path: '/programs/:programId/dashboard',
  action: 'dashboard.read',
  summary: 'Fellows by competency and by procedure group, approvals and who they wait for.',
  status: 200,
  problems: ['requirement/date-impossible'],
});

/** Who needs attention now. */
export const readAttention = endpoint<{ view: AttentionView }>()({
  method: 'GET',
  path: '/programs/:programId/attention',
  action: 'dashboard.read',
  summary: 'Fellows whom it is worth to look at, why, and how many flags chance alone would raise.',
  status: 200,
  problems: [],
});

/** Sets a concern aside. */
export const dismissConcern = endpoint<{ body: DismissConcernBody; view: AttentionView }>()({
  method: 'POST',
  path: '/programs/:programId/attention-dismissals',
  action: 'attention.dismiss',
  summary: 'Sets a concern aside with a note; it comes back when its reason changes.',
  status: 201,
  problems: ['access/not-found', 'attention/changed', 'entry/id-taken'],
});

/** Of what the training is made. */
export const readCaseMix = endpoint<{ view: CaseMixView }>()({
  method: 'GET',
  path: '/programs/:programId/case-mix',
  action: 'dashboard.read',
  summary: 'Groups, care, pain, diagnoses, sites and supervisors of each fellow, and delays by person.',
  status: 200,
  problems: [],
});

/** Where the cases of a program come from. */
export const readYield = endpoint<{ query: SpanQuery; view: YieldView }>()({
  method: 'GET',
  path: '/programs/:programId/yield',
  action: 'dashboard.read',
  summary: 'What each site and each supervisor gave in a span of days, by procedure group.',
  status: 200,
  problems: ['people/impossible-date', 'people/reversed'],
});

/** One fellow before a committee. */
export const readCommittee = endpoint<{ view: CommitteeView }>()({
  method: 'GET',
  path: '/programs/:programId/fellows/:fellowId/committee',
  action: 'committee-packet.read',
  summary: 'All that a committee looks at about one fellow, and what was decided before.',
  status: 200,
  problems: ['access/not-found'],
});

/** What a committee reads about one fellow, on paper. */
export const readPacket = fileEndpoint<{ query: PacketQuery }>()({
  method: 'GET',
  path: '/programs/:programId/fellows/:fellowId/committee/packet',
  action: 'committee-packet.read',
  summary: 'The committee’s packet or the semi-annual summary of a fellow as PDF, on request without names.',
  status: 200,
  problems: ['access/not-found'],
  file: { mediaType: 'application/pdf', name: 'packet.pdf', disposition: 'attachment' },
});

/** Records what a committee decided. */
export const recordDecision = endpoint<{ body: CommitteeDecisionBody; view: CommitteeView }>()({
  method: 'POST',
  path: '/programs/:programId/fellows/:fellowId/committee-decisions',
  action: 'committee.decide',
  summary:
    'Records what a committee decided, signed with the password or a passkey; a later one follows, none is overwritten.',
  status: 201,
  signs: true,
  problems: [
    'access/not-found',
    'committee/day-impossible',
    'committee/level-impossible',
    'committee/milestone-missing',
    'committee/milestone-twice',
    'committee/reason-needed',
    'entry/id-taken',
    'entry/unknown-supervisor',
  ],
});
