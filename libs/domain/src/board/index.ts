export { proceduresOf } from './board-competency';
export { boardLine } from './board-line';
export type { BoardDay, BoardLine, BoardReason, BoardSignOff } from './board-line';
export { checkDisplayLink, isLinkOpen, LONGEST_LINK_DAYS } from './display-link';
export { presenceOn } from './presence';
export type { BoardRotation, Presence } from './presence';
