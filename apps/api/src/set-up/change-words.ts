import type { Change, PartKinds } from './roster-changes';

/** A change in a line: what it is about, and what is said of it before and after. */
export function changeInWords(change: Change): string {
  const name = nameOf(change);
  const [before, after] = [textOf(change, 'before'), textOf(change, 'after')];
  if (before !== '' && after !== '') return `${name}: ${before} → ${after}`;
  return before + after === '' ? name : `${name}: ${before}${after}`;
}

/** What a change says of its part on one side, in words; nothing where that side has none. */
export function textOf(change: Change, side: 'before' | 'after'): string {
  const { kind, before } = change;
  if (change[side] === null) return '';
  // A day or an e-mail by which the line begins is said again only where it is another now.
  switch (kind) {
    case 'program':
      return programText(change[side]);
    case 'person': {
      const { name, email, baseSpecialty } = change[side];
      const isMoved = before !== null && before.email !== email;
      return [name, baseSpecialty, isMoved ? email : ''].filter(Boolean).join(', ');
    }
    case 'role': {
      const { cohort } = change[side];
      return `${daysText(change[side], before)}${cohort === null ? '' : `, cohort ${cohort}`}`;
    }
    case 'site':
      return change[side].setting;
    case 'rotation': {
      const { name, site, service, procedureDays } = change[side];
      const procedures = procedureDays === null ? '' : `, procedures on ${procedureDays} days a week`;
      return `${name} at ${site} ${daysText(change[side], before)}, ${service} % on service${procedures}`;
    }
    case 'leave':
      return `${change[side].kind} ${daysText(change[side], before)}`;
  }
}

function nameOf({ kind, before, after }: Change): string {
  const part = before ?? after;
  if (part === null) return kind;
  switch (kind) {
    case 'program':
      return 'program';
    case 'person':
      return `person ${(part as PartKinds['person']).email}`;
    case 'role': {
      const { role, email, fromOn } = part as PartKinds['role'];
      return `${role} ${email} from ${fromOn}`;
    }
    case 'site':
      return `site ${(part as PartKinds['site']).name}`;
    case 'rotation':
    case 'leave': {
      const { email, fromOn } = part as PartKinds['leave'];
      return `${kind} of ${email} from ${fromOn}`;
    }
  }
}

function programText(program: PartKinds['program']): string {
  const { institution, timeZone, lateAfterDays, closingDays, neededDetails } = program;
  const days = `late after ${lateAfterDays} days, closing days ${closingDays ?? 'as usual'}`;
  return `${institution}, ${timeZone}, ${days}, needed details ${neededDetails ?? 'none'}`;
}

interface Days {
  readonly fromOn: string;
  readonly toOn: string;
}

function daysText({ fromOn, toOn }: Days, before: Days | null): string {
  return before === null || before.fromOn === fromOn ? `to ${toOn}` : `from ${fromOn} to ${toOn}`;
}
