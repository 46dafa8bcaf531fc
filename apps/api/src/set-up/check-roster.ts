import { isCivilDate, isWithin, type Stretch } from '@countersign/domain/calendar';
import { isZone } from './is-zone';
import type { Roster } from './roster';

/**
 * Tells what in a well-formed roster cannot be: days that are in no calendar or in the wrong order, names that are there
 * twice or nowhere. One line each, `pointer: what is wrong`.
 */
export function rosterFaults(roster: Roster): string[] {
  const { people, sites, leave, timeZone } = roster;
  const emails = people.map(({ email }) => email.toLowerCase());
  const fellows = new Set(
    people
      .filter(({ roles }) => roles.some(({ role }) => role === 'fellow'))
      .map(({ email }) => email.toLowerCase()),
  );
  const names = sites.map(({ name }) => name);
  const unknownFellow = (email: string, pointer: string) =>
    fellows.has(email.toLowerCase()) ? [] : [`${pointer}/fellow: ${email} is no fellow of this roster`];
  return [
    ...(isZone(timeZone)
      ? []
      : [`/timeZone: ${timeZone} is not an IANA time zone, such as America/Chicago, Asia/Kolkata or UTC`]),
    ...(people.some(({ roles }) => roles.some(({ role }) => role === 'director'))
      ? []
      : ['/people: nobody is director; a program has at least one person with the role director']),
    ...twice(emails).map((nth) => `/people/${nth}/email: ${emails[nth]} is there twice`),
    ...people.flatMap(({ formerEmail = '' }, nth) =>
      emails.includes(formerEmail.toLowerCase())
        ? [`/people/${nth}/formerEmail: ${formerEmail} is the e-mail of somebody in this roster`]
        : [],
    ),
    ...twice(names).map((nth) => `/sites/${nth}/name: ${names[nth]} is there twice`),
    ...roleFaults(people),
    ...rotationFaults(roster, unknownFellow),
    ...leave.flatMap((one, nth) => [
      ...stretchFaults(one, `/leave/${nth}`),
      ...unknownFellow(one.fellow, `/leave/${nth}`),
      ...outsideTraining(one, trainingOf(people, one.fellow), `/leave/${nth}`),
    ]),
  ];
}

/** What cannot be in the roles of people. */
function roleFaults(people: Roster['people']): string[] {
  return people.flatMap(({ roles }, nth) =>
    roles.flatMap((held, index) => [
      ...stretchFaults(held, `/people/${nth}/roles/${index}`),
      ...(held.cohort === undefined || held.role === 'fellow'
        ? []
        : [`/people/${nth}/roles/${index}/cohort: only a fellow has a cohort, not a ${held.role}`]),
    ]),
  );
}

function stretchFaults({ fromOn, toOn }: Stretch, pointer: string): string[] {
  const unreal = Object.entries({ fromOn, toOn }).flatMap(([name, day]) =>
    isCivilDate(day)
      ? []
      : [`${pointer}/${name}: ${day} is no day of the calendar; a day is from 1900-01-01 to 2999-12-31`],
  );
  if (unreal.length > 0 || fromOn <= toOn) return unreal;
  return [`${pointer}/toOn: ${toOn} comes before ${fromOn}`];
}

/** What cannot be in the rotation schedule. */
function rotationFaults(
  { people, sites, rotations }: Roster,
  unknownFellow: (email: string, pointer: string) => string[],
): string[] {
  const names = sites.map(({ name }) => name);
  return [
    ...rotations.flatMap((one, nth) => [
      ...stretchFaults(one, `/rotations/${nth}`),
      ...unknownFellow(one.fellow, `/rotations/${nth}`),
      ...(names.includes(one.site)
        ? []
        : [`/rotations/${nth}/site: the roster has no site ${one.site}; it has ${names.join(', ')}`]),
      ...outsideTraining(one, trainingOf(people, one.fellow), `/rotations/${nth}`),
    ]),
    ...overlaps(rotations).map(
      ([nth, other]) =>
        `/rotations/${nth}: overlaps /rotations/${other} of the same fellow; a fellow has one rotation a day`,
    ),
  ];
}

/** The stretches in which somebody is a fellow of the roster. */
function trainingOf(people: Roster['people'], fellow: string): readonly Stretch[] {
  return people
    .filter(({ email }) => email.toLowerCase() === fellow.toLowerCase())
    .flatMap(({ roles }) => roles.filter(({ role }) => role === 'fellow'));
}

/** Days of a schedule lie in the training of its fellow: a rotation of another year is a slip of the finger. */
function outsideTraining({ fromOn, toOn }: Stretch, training: readonly Stretch[], pointer: string): string[] {
  if (training.length === 0) return [];
  const allowed = training.map((one) => `${one.fromOn} to ${one.toOn}`).join(' and ');
  return Object.entries({ fromOn, toOn }).flatMap(([name, day]) =>
    !isCivilDate(day) || training.some((one) => isWithin(day, one))
      ? []
      : [`${pointer}/${name}: ${day} is outside the training of the fellow, ${allowed}`],
  );
}

/** Pairs of rotations of one fellow that share a day, the later one first. */
function overlaps(rotations: Roster['rotations']): (readonly [later: number, earlier: number])[] {
  return rotations.flatMap((one, nth) =>
    rotations.slice(0, nth).flatMap((other, earlier) => {
      const isSame = one.fellow.toLowerCase() === other.fellow.toLowerCase();
      return isSame && one.fromOn <= other.toOn && other.fromOn <= one.toOn ? [[nth, earlier] as const] : [];
    }),
  );
}

/** Positions of what was there before. */
function twice(values: readonly string[]): number[] {
  return values.flatMap((value, nth) => (values.indexOf(value) < nth ? [nth] : []));
}
