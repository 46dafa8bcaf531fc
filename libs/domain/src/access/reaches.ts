import { reachOf, type Action, type Reach } from './actions';
import { decidesFor, fallbackUntil, type Actor } from './roles';

/** A record as the action table sees it; what a kind of record does not have is left out. */
export interface Reachable {
  readonly programId: string;
  /** Whose it is: the fellow of an entry, the person who delegates. */
  readonly ofId?: string;
  /** The supervisor for whom it waits. */
  readonly supervisorId?: string | null;
  /** Since when it waits, UTC ms; null or absent where it does not. */
  readonly waitsSince?: number | null;
  /** Who said it. */
  readonly byId?: string;
}

/**
 * Tells whether one of the actor's roles reaches the record with the action. As a supervisor nobody reaches an own
 * record, whomever it names: nobody decides on their own entry.
 */
export function reaches(action: Action, actor: Actor, record: Reachable): boolean {
  return actor.roles.some((held) => {
    const reach = held.programId === record.programId ? reachOf(action, held) : undefined;
    return reach !== undefined && within[reach](actor, record);
  });
}

const within: Readonly<Record<Reach, (actor: Actor, record: Reachable) => boolean>> = {
  own: (actor, record) => record.ofId === actor.personId,
  named: (actor, record) => record.ofId !== actor.personId && namesActor(actor, record),
  given: (actor, record) => record.ofId !== actor.personId && record.byId === actor.personId,
  program: () => true,
  // Counts are no records: what shows them adds up by itself and hands out no single entry.
  supervisees: () => false,
  counts: () => false,
};

function namesActor(actor: Actor, { programId, supervisorId, waitsSince }: Reachable): boolean {
  if (typeof supervisorId !== 'string') return false;
  if (decidesFor(actor, programId).includes(supervisorId)) return true;
  const until = fallbackUntil(actor, programId);
  return until !== undefined && typeof waitsSince === 'number' && waitsSince <= until;
}
