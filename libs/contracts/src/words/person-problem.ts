import type { ProblemValues } from '../problems';
import { dayFull } from './time';

type Values = Partial<ProblemValues>;

/** What a person reads for problems with people and the roles that they hold. */
export const personProblemWords = {
  'people/changed': 'Somebody changed this after the page was drawn. Look at it again; nothing was changed.',
  'people/cohort-of-fellow': 'Only a fellow has a cohort.',
  'people/director-only': 'Only a director says who directs the program, and keeps a director’s account.',
  'people/elsewhere':
    'This person also belongs to another program, which you do not keep. Only what the person is here can be changed.',
  'people/email-taken':
    'Somebody has this e-mail already. If it is the same person, give them the role in the list.',
  'people/id-taken': 'Another person or role already has this id.',
  'people/impossible-date': 'This day is not in the calendar.',
  'people/import-in-use': ({ name }: Values) =>
    `${name ?? 'Somebody of it'} has begun already, so that the import stays. End single roles instead.`,
  'people/import-over': 'This import cannot be taken back any more: it was, or 30 days have passed.',
  'people/last-director': ({ on }: Values) =>
    `${typeof on === 'string' ? `From ${dayFull(on)} on nobody` : 'Nobody'} would direct the program. Name another director first.`,
  'people/overlap': ({ from, to }: Values) =>
    typeof from === 'string' && typeof to === 'string'
      ? `This person holds that role from ${dayFull(from)} to ${dayFull(to)} already. Change those days instead.`
      : 'This person holds that role on some of these days already.',
  'people/own-role': 'Nobody but a director changes what they are themselves.',
  'people/reversed': 'The last day is before the first.',
  'people/role-begun': 'This role has begun. Set its last day instead.',
  'schedule/changed':
    'Somebody changed this after the page was drawn. Look at it again; nothing was changed.',
  'schedule/id-taken': 'This was sent before for other days. Reload the page.',
  'schedule/outside-training': 'On this day the fellow is not in training here.',
  'schedule/overlap': ({ from, to }: Values) =>
    typeof from === 'string' && typeof to === 'string'
      ? `Some of these days are taken: ${dayFull(from)} to ${dayFull(to)}.`
      : 'Some of these days are taken.',
  'schedule/site-name-taken': 'Another site has this name.',
  'schedule/unknown-site': 'Choose a site of the program.',
  'people/who-takes-over': 'Choose who takes what is left.',
} as const;
