import type { ProblemValues } from '../problems';
import { dayFull } from './time';

type Values = Partial<ProblemValues>;

/** What a person reads for problems of single pages: attention list, committee, charts, board, letters and others. */
export const pageProblems = {
  'attention/changed': 'This is not any more what the list says. Look at it again; nothing was set aside.',
  'committee/day-impossible': 'Choose a later day of the calendar.',
  'committee/level-impossible': 'A level is 1 to 5, in halves.',
  'committee/milestone-missing': ({ code }: Values) => `Choose ${code ?? 'every milestone'} to record.`,
  'committee/milestone-twice': 'This milestone is decided twice.',
  'committee/reason-needed': 'This is another level than suggested: say why.',
  'alarm/changed': 'Cases came or went after you opened this. Nothing was recorded; please look again.',
  'alarm/id-taken': 'This review was recorded for something else. Reload the page.',
  'alarm/none-open': 'There is no alarm to review here.',
  'chart/id-taken': 'This was recorded for something else. Reload the page.',
  'chart/limit-unattainable':
    'No limit keeps false signals this rare over so few cases. Allow more of them, or more cases.',
  'chart/rates-reversed': 'The adequate rate is the lower one.',
  'board/link-day-impossible': 'Choose today or a later day.',
  'board/link-too-long': ({ lastOn }: Values) =>
    typeof lastOn === 'string'
      ? `A link works until ${dayFull(lastOn)} at the longest.`
      : 'A link cannot work for so long.',
  'board/too-many-links': ({ max = 'so many' }: Values) =>
    `A program has ${max} open links at most. Revoke one that is not used any more.`,
  'letter/changed': 'The record changed since this page was drawn. Look at it again; nothing was signed.',
  'letter/competency-not-signed':
    'This competency is not signed, so that there is nothing to write a letter about.',
  'letter/kind-unclear': 'Name a competency for a letter about one, and none for a whole record.',
  'letter/revoked-before': 'This letter was taken back before.',
  'record/not-signed-yet':
    'No signed checkpoint covers this entry yet. One is made every hour; try again then.',
  'catalogue/not-newest': 'This is not the newest edition of the catalogue any more. Reload the page.',
  'demo/off': 'There is nothing at this address.',
} as const;
