import type { Roster } from './roster';

/** What a roster and a program both have, by what names it, in words; `until` is its last day where it has one. */
type Parts = ReadonlyMap<string, { readonly text: string; readonly until?: string }>;

/** A program as a roster would say it; `late` and `closing` as the table holds them. */
export interface HeldRoster extends Pick<
  Roster,
  'institution' | 'timeZone' | 'sites' | 'rotations' | 'leave'
> {
  readonly lateAfterDays: number;
  readonly closingDays: number | null;
  readonly neededDetails: string | null;
  readonly people: readonly Omit<Roster['people'][number], 'password'>[];
}

/** What a roster would change; each line begins with what it names. */
export interface RosterDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly ended: readonly string[];
}

/**
 * Holds a roster against the program that is there. What is over before `today` and not in the roster is history, and no
 * difference. Passwords are not compared.
 * @param today civil date at the program
 */
export function rosterDifference(
  wanted: HeldRoster,
  held: HeldRoster | null,
  today: string,
): RosterDifference {
  const after = partsOf(wanted);
  const before =
    held === null ? new Map<string, { readonly text: string; readonly until?: string }>() : partsOf(held);
  const line = (name: string, text: string): string => (text === '' ? name : `${name}: ${text}`);
  const added: string[] = [];
  const changed: string[] = [];
  for (const [name, { text }] of after) {
    const there = before.get(name);
    if (there === undefined) added.push(line(name, text));
    else if (there.text !== text) changed.push(`${name}: ${there.text || 'nothing'} → ${text || 'nothing'}`);
  }
  const ended = [...before].flatMap(([name, { text, until }]) =>
    after.has(name) || until === undefined || until < today ? [] : [line(name, text)],
  );
  return { added, changed, ended };
}

function partsOf(roster: HeldRoster): Parts {
  const {
    institution,
    timeZone,
    lateAfterDays,
    closingDays,
    neededDetails,
    people,
    sites,
    rotations,
    leave,
  } = roster;
  const parts = new Map<string, { readonly text: string; readonly until?: string }>();
  const days = `late after ${lateAfterDays} days, closing days ${closingDays ?? 'as usual'}`;
  parts.set('program', {
    text: `${institution}, ${timeZone}, ${days}, needed details ${neededDetails ?? 'none'}`,
  });
  for (const { name, email, baseSpecialty = '', roles } of people) {
    const who = email.toLowerCase();
    parts.set(`person ${who}`, { text: baseSpecialty === '' ? name : `${name}, ${baseSpecialty}` });
    for (const { role, fromOn, toOn, cohort } of roles) {
      const text = `to ${toOn}${cohort === undefined ? '' : `, cohort ${cohort}`}`;
      parts.set(`${role} ${who} from ${fromOn}`, { text, until: toOn });
    }
  }
  for (const { name, setting } of sites) parts.set(`site ${name}`, { text: setting });
  for (const { fellow, site, name, fromOn, toOn, service, procedureDays } of rotations) {
    const procedures = procedureDays === undefined ? '' : `, procedures on ${procedureDays} days a week`;
    const text = `${name} at ${site} to ${toOn}, ${service} % on service${procedures}`;
    parts.set(`rotation of ${fellow.toLowerCase()} from ${fromOn}`, { text, until: toOn });
  }
  for (const { fellow, fromOn, toOn, kind } of leave)
    parts.set(`leave of ${fellow.toLowerCase()} from ${fromOn}`, { text: `${kind} to ${toOn}`, until: toOn });
  return parts;
}
