/** What a person reads for problems with qualifications. */
export const qualificationProblemWords = {
  'qualification/changed':
    'Somebody changed this after the page was drawn. Look at it again; nothing was changed.',
  'qualification/ended': 'This was taken off the list. Write down a new one instead.',
  'qualification/id-taken': 'Something else was sent under this id before. Reload the page.',
  'qualification/number':
    'Take the number out: numbers of licenses and registrations are not kept here, and no five digits in a row.',
  'qualification/reversed': 'It would expire before it begins.',
  'qualification/specialty-needed': 'Choose the specialty of the board.',
  'qualification/specialty-of-board': 'Only what a board gives has a specialty.',
  'qualification/title-needed': 'Say what it is.',
  'qualification/too-many': 'There are too many of one person. Change one that is there.',
} as const;
