import type { Role } from '@countersign/domain/access';
import type { Stretch } from '@countersign/domain/calendar';
import type { Setting } from '@countersign/domain/entry';
import { textOf } from './change-words';

/** What a roster and a program both say, kind by kind; people are known by their e-mail, in small letters. */
export interface PartKinds {
  readonly program: {
    readonly name: string;
    readonly institution: string;
    readonly timeZone: string;
    readonly lateAfterDays: number;
    readonly closingDays: number | null;
    readonly neededDetails: string | null;
  };
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly baseSpecialty: string;
    /** By which the program knew the person before; in a file only. */
    readonly formerEmail?: string;
  };
  readonly role: Stretch & { readonly role: Role; readonly email: string; readonly cohort: string | null };
  readonly site: { readonly name: string; readonly setting: Setting };
  readonly rotation: Stretch & {
    readonly email: string;
    readonly site: string;
    readonly name: string;
    readonly service: number;
    readonly procedureDays: number | null;
  };
  readonly leave: Stretch & { readonly email: string; readonly kind: string };
}

/** Names one of the {@link PartKinds}. */
export type PartKind = keyof PartKinds;

/** A part that is in the program, by its id. */
export type PartWithId<Part> = Part & { readonly id: string };

/** All that a roster says. */
export type SaidParts = { readonly [Kind in PartKind]: readonly PartKinds[Kind][] };

/** All that a program holds of what a roster can say. */
export type KeptParts = { readonly [Kind in PartKind]: readonly PartWithId<PartKinds[Kind]>[] };

/** A part that the roster says (after), the program holds (before), or both, one otherwise than the other. */
export interface ChangeOf<Kind extends PartKind> {
  readonly kind: Kind;
  readonly before: PartWithId<PartKinds[Kind]> | null;
  readonly after: PartKinds[Kind] | null;
}

/** A change of any kind. */
export type Change = { [Kind in PartKind]: ChangeOf<Kind> }[PartKind];

/** What a roster would make of a program. */
export interface RosterChanges {
  /** What is added, changed and ended. */
  readonly steps: readonly Change[];
  /** What the roster does not name or says otherwise, and a set-up leaves as it is. */
  readonly stays: readonly Change[];
}

/**
 * Holds a roster against a program. What is over and not in the roster is history, and no difference; a stretch that
 * begins on another day is the one that it shares a day with. Passwords are not compared.
 * @param today civil date at the program
 */
export function rosterChanges(said: SaidParts, kept: KeptParts, today: string): RosterChanges {
  const people = paired('person', kept.person, said.person, [
    (one, other) => one.email === other.email,
    (one, other) => one.formerEmail === other.email,
  ]);
  const known = new Map(
    people.flatMap(({ before, after }) => (before && after ? [[after.email, before.email]] : [])),
  );
  // Who has another e-mail now is still the person whose roles and days these are.
  const asKnown = <Part extends { readonly email: string }>(parts: readonly Part[]): Part[] =>
    parts.map((part) => ({ ...part, email: known.get(part.email) ?? part.email }));
  const all: Change[] = [
    ...paired('program', kept.program, said.program, [() => true]),
    ...people,
    ...paired('role', kept.role, asKnown(said.role), stretched(isSameRole)),
    ...paired('site', kept.site, said.site, [(one, other) => one.name === other.name]),
    ...paired(
      'rotation',
      kept.rotation,
      asKnown(said.rotation),
      stretched<PartKinds['rotation']>(isSameFellow),
    ),
    ...paired('leave', kept.leave, asKnown(said.leave), stretched<PartKinds['leave']>(isSameFellow)),
  ];
  const changes = all.filter((one) => isDifferent(one, today));
  return {
    steps: changes.filter((one) => !isLeftAlone(one)),
    stays: changes.filter(isLeftAlone),
  };
}

/** Whether somebody holds a role no more, after today, because of this change. */
export function isEnd({ kind, before, after }: Change, today: string): boolean {
  if (kind !== 'role' || before === null) return false;
  return before.toOn > today && (after === null || after.toOn <= today);
}

/** Roles of one kind of one person: no two share a day. */
export function isSameRole(one: PartKinds['role'], other: PartKinds['role']): boolean {
  return one.email === other.email && one.role === other.role;
}

/** Days of one fellow. */
export function isSameFellow(one: { readonly email: string }, other: { readonly email: string }): boolean {
  return one.email === other.email;
}

/** Whether two stretches share a day. */
export function isShared(one: Stretch, other: Stretch): boolean {
  return one.fromOn <= other.toOn && other.fromOn <= one.toOn;
}

type Way<Part> = (one: Part, other: Part) => boolean;

/** Stretches are told apart by their first day; where no other begins on it, by a day that they share. */
function stretched<Part extends Stretch>(isSame: Way<Part>): Way<Part>[] {
  return [
    (one, other) => isSame(one, other) && one.fromOn === other.fromOn,
    (one, other) => isSame(one, other) && isShared(one, other),
  ];
}

/** Finds for each part of the roster the one of the program that it is, in the first way in which it is one. */
function paired<Kind extends PartKind>(
  kind: Kind,
  kept: readonly PartWithId<PartKinds[Kind]>[],
  said: readonly PartKinds[Kind][],
  ways: readonly Way<PartKinds[Kind]>[],
): ChangeOf<Kind>[] {
  const left = new Set(kept);
  const found = new Map<PartKinds[Kind], PartWithId<PartKinds[Kind]>>();
  for (const isSame of ways)
    for (const one of said) {
      const other = found.has(one) ? undefined : [...left].find((held) => isSame(one, held));
      if (other === undefined) continue;
      found.set(one, other);
      left.delete(other);
    }
  return [
    ...said.map((after) => ({ kind, before: found.get(after) ?? null, after })),
    ...[...left].map((before) => ({ kind, before, after: null })),
  ];
}

/** People and sites that the roster does not name are no difference, nor is what ends by itself today or did before. */
function isDifferent(change: Change, today: string): boolean {
  const { before, after } = change;
  if (before !== null && after !== null) return textOf(change, 'before') !== textOf(change, 'after');
  if (before === null) return true;
  if (!('toOn' in before)) return false;
  return change.kind === 'role' ? before.toOn > today : before.toOn >= today;
}

/**
 * Nothing is deleted because a file does not name it; and the program's own rules stay, for what is counted already
 * rests on them.
 */
function isLeftAlone({ kind, before, after }: Change): boolean {
  if (before === null) return false;
  return kind === 'program' || (kind !== 'role' && after === null);
}
