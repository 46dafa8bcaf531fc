/** What can be wrong with qualifications, as rows of the registry of problems. */
export const qualificationProblems = {
  'qualification/changed': { status: 412 },
  'qualification/ended': { status: 409 },
  'qualification/id-taken': { status: 409 },
  'qualification/number': { status: 400 },
  'qualification/reversed': { status: 400 },
  'qualification/specialty-needed': { status: 400 },
  'qualification/specialty-of-board': { status: 400 },
  'qualification/title-needed': { status: 400 },
  'qualification/too-many': { status: 409 },
} as const;
