import { endpoint } from '../endpoint';
import type { AnswerDelegationBody, OfferDelegationBody } from './bodies';
import type { DelegationsView } from './views';

/** The delegations that one has to do with, or all of the program for who keeps its people. */
export const readDelegations = endpoint<{ view: DelegationsView }>()({
  method: 'GET',
  path: '/programs/:programId/delegations',
  action: 'delegation.manage',
  summary: 'Who may decide in whose name: one’s own, or all for those who keep the program’s people.',
  status: 200,
  problems: [],
});

/** Offers a delegation. Nothing is decided under it before the delegate accepts. */
export const offerDelegation = endpoint<{ body: OfferDelegationBody; view: DelegationsView }>()({
  method: 'POST',
  path: '/programs/:programId/delegations',
  action: 'delegation.manage',
  summary: 'Offer another supervisor to decide in one’s name from one day to another.',
  status: 201,
  problems: [
    'access/not-allowed',
    'delegation/id-taken',
    'delegation/impossible-date',
    'delegation/not-supervisor',
    'delegation/overlap',
    'delegation/own',
    'delegation/past',
    'delegation/reversed',
    'delegation/too-long',
  ],
});

/** The delegate accepts or declines. */
export const answerDelegation = endpoint<{ body: AnswerDelegationBody; view: DelegationsView }>()({
  method: 'POST',
  path: '/programs/:programId/delegations/:delegationId/answer',
  action: 'delegation.manage',
  summary: 'Accept or decline a delegation that was offered to oneself.',
  status: 200,
  problems: ['access/not-found', 'access/not-allowed', 'delegation/not-open'],
});

/** Either side ends it, or who keeps the program’s people; what was decided under it stays. */
export const endDelegation = endpoint<{ view: DelegationsView }>()({
  method: 'POST',
  path: '/programs/:programId/delegations/:delegationId/end',
  action: 'delegation.manage',
  summary: 'End a delegation at once; what was decided under it stays.',
  status: 200,
  problems: ['access/not-found', 'access/not-allowed', 'delegation/not-open'],
});
