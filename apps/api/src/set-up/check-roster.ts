import { isCivilDate } from '@countersign/domain/calendar';
import type { Roster } from './roster';

/** A stretch of time as a roster gives it. */
interface Stretch {
  readonly fromOn: string;
  readonly toOn: string;
}

/**
 * Tells what in a well-formed roster cannot be: days that are in no calendar or in the wrong order, names that are there
 * twice or nowhere. One line each, `pointer: what is wrong`.
 */
export function rosterFaults(roster: Roster): string[] {
  const { people, sites, rotations, leave, timeZone } = roster;
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
    ...(Intl.supportedValuesOf('timeZone').includes(timeZone)
      ? []
      : [`/timeZone: ${timeZone} is not an IANA time zone`]),
    ...twice(emails).map((nth) => `/people/${nth}/email: ${emails[nth]} is there twice`),
    ...twice(names).map((nth) => `/sites/${nth}/name: ${names[nth]} is there twice`),
    ...people.flatMap(({ roles }, nth) =>
      roles.flatMap((held, index) => stretchFaults(held, `/people/${nth}/roles/${index}`)),
    ),
    ...rotations.flatMap((one, nth) => [
      ...stretchFaults(one, `/rotations/${nth}`),
      ...unknownFellow(one.fellow, `/rotations/${nth}`),
      ...(names.includes(one.site) ? [] : [`/rotations/${nth}/site: the roster has no site ${one.site}`]),
    ]),
    ...leave.flatMap((one, nth) => [
      ...stretchFaults(one, `/leave/${nth}`),
      ...unknownFellow(one.fellow, `/leave/${nth}`),
    ]),
  ];
}

function stretchFaults({ fromOn, toOn }: Stretch, pointer: string): string[] {
  const unreal = Object.entries({ fromOn, toOn }).flatMap(([name, day]) =>
    isCivilDate(day) ? [] : [`${pointer}/${name}: ${day} is no day of the calendar`],
  );
  if (unreal.length > 0 || fromOn <= toOn) return unreal;
  return [`${pointer}/toOn: ${toOn} comes before ${fromOn}`];
}

/** Positions of what was there before. */
function twice(values: readonly string[]): number[] {
  return values.flatMap((value, nth) => (values.indexOf(value) < nth ? [nth] : []));
}
