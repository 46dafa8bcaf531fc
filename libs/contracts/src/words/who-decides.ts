import type { ProblemValues } from '../problems';

/** What a person reads for problems with batches, delegations and entries that are handed over. */
export const whoDecidesWords = {
  'hand-over/not-supervisor': 'This person is no supervisor of the program today, or it is their own entry.',
  'hand-over/same': 'It waits for this supervisor already.',
  'delegation/id-taken': 'This was sent before for other days or people. Reload the page.',
  'delegation/impossible-date': 'This day is not in the calendar.',
  'delegation/not-open': 'It was answered or ended already. Reload the page.',
  'delegation/not-supervisor': 'This person is no supervisor of the program on these days.',
  'delegation/overlap':
    'Somebody stands in on one of these days already. End that first, or choose other days.',
  'delegation/own': 'Nobody stands in for themselves. Choose another supervisor.',
  'delegation/past': 'Nobody stands in for days that have passed. Start today or later.',
  'delegation/reversed': 'The last day is before the first.',
  'delegation/too-long': ({ max = 'so many' }: Partial<ProblemValues>) =>
    `A delegation is for ${max} days at most.`,
  'batch/id-taken': 'This was sent before with other entries. Reload the queue.',
  'batch/empty': 'Choose the entries to approve.',
  'batch/not-alike': 'Only entries that are alike can be approved together.',
  'batch/pulled': 'Something about this entry is unusual. Open it by itself.',
  'batch/repeated': 'This entry is there twice.',
  'batch/too-large': ({ max = 'so many' }: Partial<ProblemValues>) =>
    `At most ${max} entries can be approved together.`,
};
