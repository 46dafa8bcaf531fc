import { dayAfter } from '../calendar';
import type { Competency } from '../competency/requirement-set';
import { leavesOf } from '../competency/rule-parts';
import type { SupervisionLevel } from '../entry/entry';

/** A finished sign-off of one fellow as the board reads it. Days are civil dates, `YYYY-MM-DD`. */
export interface BoardSignOff {
  readonly competencyId: string;
  /** Where it stands; one that is `signed` past `currentThroughOn` is read as lapsed. */
  readonly state: 'signed' | 'lapsed' | 'suspended' | 'revoked';
  /** Day of its last signature. */
  readonly signedOn: string;
  /** Last day on which it holds if no practice follows; null where it does not lapse. */
  readonly currentThroughOn: string | null;
  /** Day on which it was suspended or revoked; null while it was neither. */
  readonly endedOn: string | null;
  /** The supervision that was signed for: what a set says later changes no signature. */
  readonly supervision: SupervisionLevel;
  /** Who signed, in order, as the names were printed. */
  readonly signers: readonly string[];
  /** Made under a demonstration set: nobody may rely on it. */
  readonly demonstration: boolean;
}

/**
 * Why a line says what it says: the state of the sign-off, `not-signed` without one, `others-first` where the fellow
 * observes until other competencies are signed off.
 */
export type BoardReason = BoardSignOff['state'] | 'not-signed' | 'others-first';

/** What one fellow may do in one competency on a day. Days are civil dates. */
export interface BoardLine {
  readonly competencyId: string;
  readonly reason: BoardReason;
  /** Null: the fellow observes or assists, and the supervisor performs. */
  readonly supervision: SupervisionLevel | null;
  /** Last day on which it is so, where a day is known: of a line that is `signed` only. */
  readonly untilOn: string | null;
  /** First day on which the sign-off no longer held; null where there is none or it holds. */
  readonly sinceOn: string | null;
  /** Who signed; empty where nothing is in force. */
  readonly signers: readonly string[];
  /** Competencies that must be signed off first; empty unless the reason is `others-first`. */
  readonly waitsFor: readonly string[];
  readonly demonstration: boolean;
}

/** The day that a board is for, and how long its fellow is one. */
export interface BoardDay {
  /** Civil date at the program. */
  readonly today: string;
  /** Last day of the fellow's role. */
  readonly lastOn: string;
}

/**
 * What a fellow may do in a competency, from sign-offs alone: no count, rating or chart is read. Whatever is not signed
 * off and in force today is done under direct supervision, a fellow whose sign-off lapsed or was paused included; that is
 * the line wherever anything is missing or contradicts itself.
 * @param signOffs all of that fellow, in any order
 * Source: docs/domain.md §6.
 */
export function boardLine(
  competency: Pick<Competency, 'id' | 'rules' | 'observeFirst'>,
  signOffs: readonly BoardSignOff[],
  day: BoardDay,
): BoardLine {
  const nothing = { untilOn: null, sinceOn: null, signers: [], waitsFor: [], demonstration: false } as const;
  const about = { competencyId: competency.id, ...nothing };
  const known = standingSignOff(competency.id, signOffs, day.today);
  if (known?.state === 'signed') {
    const { supervision, signers, demonstration } = known;
    const untilOn = earlier(known.currentThroughOn, day.lastOn);
    return {
      ...about,
      ...{ reason: 'signed', supervision, untilOn, signers, demonstration },
    };
  }
  const waitsFor = competenciesFirst(competency).filter(
    (id) => standingSignOff(id, signOffs, day.today)?.state !== 'signed',
  );
  if (waitsFor.length > 0) return { ...about, reason: 'others-first', supervision: null, waitsFor };
  if (known === undefined) return { ...about, reason: 'not-signed', supervision: 'direct' };
  const { state: reason, sinceOn, demonstration } = known;
  return { ...about, reason, supervision: 'direct', sinceOn, demonstration };
}

interface Standing extends BoardSignOff {
  /** First day on which it no longer held; null while it holds. */
  readonly sinceOn: string | null;
}

/**
 * The sign-off that speaks for a competency today. One that was paused speaks before any other, so that nobody works
 * past a pause; then one that holds; then the one that ended last.
 */
function standingSignOff(
  competencyId: string,
  signOffs: readonly BoardSignOff[],
  today: string,
): Standing | undefined {
  const [first] = signOffs
    .filter((one) => one.competencyId === competencyId && one.signedOn <= today)
    .map((one) => asOf(one, today))
    .sort((one, other) => rank[one.state] - rank[other.state] || lastDay(other).localeCompare(lastDay(one)));
  return first;
}

const rank: Readonly<Record<BoardSignOff['state'], number>> = {
  suspended: 0,
  signed: 1,
  revoked: 2,
  lapsed: 2,
};

function lastDay({ sinceOn, signedOn }: Standing): string {
  return sinceOn ?? signedOn;
}

function asOf(signOff: BoardSignOff, today: string): Standing {
  const { state, currentThroughOn, endedOn } = signOff;
  const isOver = currentThroughOn !== null && currentThroughOn < today;
  if (state === 'lapsed' || (state === 'signed' && isOver)) {
    const sinceOn = currentThroughOn === null ? null : dayAfter(currentThroughOn, 1);
    return { ...signOff, state: 'lapsed', sinceOn };
  }
  return { ...signOff, sinceOn: state === 'signed' ? null : endedOn };
}

/** All that its rules name, also where one of several would do, or the base specialty decides: the board knows neither. */
function competenciesFirst({ rules, observeFirst }: Pick<Competency, 'rules' | 'observeFirst'>): string[] {
  if (observeFirst === undefined) return [];
  const named = rules
    .flatMap((rule) => leavesOf(rule))
    .flatMap(({ rule }) => (rule.kind === 'other-competency' ? [rule.competencyId] : []));
  return [...new Set(named)];
}

function earlier(day: string | null, other: string): string {
  return day !== null && day < other ? day : other;
}
