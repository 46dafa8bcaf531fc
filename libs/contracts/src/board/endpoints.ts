import { endpoint } from '../endpoint';
import type { DisplayLinkBody } from './bodies';
import type { BoardView, DisplayLinksView, DisplayLinkView, DisplayView, NewDisplayLinkView } from './views';

/** The supervision board, for everybody of the program. */
export const readBoard = endpoint<{ view: BoardView }>()({
  method: 'GET',
  path: '/programs/:programId/board',
  action: 'board.read',
  summary: 'What each fellow may do today, under which supervision and until when; from sign-offs alone.',
  status: 200,
  cached: 'tag',
  background: true,
  problems: ['access/not-found'],
});

/** The same for a screen in a ward, which has no session: the secret of its link opens it. */
export const readDisplay = endpoint<{ view: DisplayView }>()({
  method: 'GET',
  path: '/board-display',
  action: 'board.display',
  summary:
    'The board of the program whose display link the request carries. A link that is unknown, revoked or past its last day is not found.',
  status: 200,
  cached: 'tag',
  background: true,
  opener: 'display-link',
  problems: ['access/not-found'],
});

/** The display links of a program. */
export const listDisplayLinks = endpoint<{ view: DisplayLinksView }>()({
  method: 'GET',
  path: '/programs/:programId/display-links',
  action: 'board-link.manage',
  summary: 'The display links of the program, without their secrets.',
  status: 200,
  problems: ['access/not-found'],
});

/** Makes a display link. */
export const makeDisplayLink = endpoint<{ body: DisplayLinkBody; view: NewDisplayLinkView }>()({
  method: 'POST',
  path: '/programs/:programId/display-links',
  action: 'board-link.manage',
  summary: 'Makes a display link; its secret is in this reply and nowhere else.',
  status: 201,
  problems: [
    'access/not-found',
    'board/link-day-impossible',
    'board/link-too-long',
    'board/too-many-links',
    'entry/unknown-site',
  ],
});

/** Revokes a display link; one that is revoked already stays so. */
export const revokeDisplayLink = endpoint<{ view: DisplayLinkView }>()({
  method: 'POST',
  path: '/programs/:programId/display-links/:linkId/revocation',
  action: 'board-link.manage',
  summary: 'Revokes a display link for good; screens that show it stop at their next look.',
  status: 201,
  problems: ['access/not-found'],
});
