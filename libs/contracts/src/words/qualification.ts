import {
  WARNING_DAYS,
  type BoardSpecialty,
  type QualificationKind,
  type QualificationStateName,
} from '@countersign/domain/qualification';
import type { QualificationLineView } from '../qualifications/views';
import { counted } from './count';
import { dayFull } from './time';

/** What each kind is called. */
export const qualificationKindWords: Readonly<Record<QualificationKind, string>> = {
  'medical-license': 'Medical license',
  'training-license': 'Training license or permit',
  'controlled-substance': 'Controlled-substance registration',
  'board-eligibility': 'Board eligibility',
  'board-certification': 'Board certification',
  'life-support': 'Life-support certificate',
  other: 'Other',
};

/** The specialty of a board. */
export const boardSpecialtyWords: Readonly<Record<BoardSpecialty, string>> = {
  'base-specialty': 'Base specialty',
  'pain-medicine': 'Pain medicine',
};

/** Each state in a word or two. */
export const qualificationStateWords: Readonly<Record<QualificationStateName, string>> = {
  expired: 'expired',
  expiring: 'expires soon',
  pending: 'applied for',
  'not-begun': 'not yet begun',
  valid: 'valid',
  ended: 'off the list',
};

/** What a qualification is called: its own name, or the kind with its specialty. */
export function qualificationName({
  kind,
  specialty,
  title,
}: Pick<QualificationLineView, 'kind' | 'specialty' | 'title'>): string {
  if (kind === 'other') return title ?? qualificationKindWords.other;
  const what = specialty === undefined ? title : boardSpecialtyWords[specialty].toLowerCase();
  const named = what === undefined ? '' : `, ${what}`;
  const also = specialty !== undefined && title !== undefined ? ` (${title})` : '';
  return `${qualificationKindWords[kind]}${named}${also}`;
}

/** Where a qualification stands today: `expires in 12 days`. */
export function qualificationStateInWords({
  state,
  days = 0,
}: Pick<QualificationLineView, 'state' | 'days'>): string {
  if (state === 'expired') return `expired ${counted(days, 'day', 'days')} ago`;
  if (state !== 'expiring') return qualificationStateWords[state];
  return days === 0 ? 'expires today' : `expires in ${counted(days, 'day', 'days')}`;
}

/** From when to when it holds; of what is applied for, what is known of that. */
export function qualificationDays({
  standing,
  fromOn,
  expiresOn,
}: Pick<QualificationLineView, 'standing' | 'fromOn' | 'expiresOn'>): string {
  const from = fromOn === undefined ? '' : `from ${dayFull(fromOn)}`;
  if (expiresOn === undefined && standing === 'applied') return from;
  if (expiresOn === undefined) return from === '' ? 'does not expire' : `${from}, does not expire`;
  return from === '' ? `through ${dayFull(expiresOn)}` : `${from} through ${dayFull(expiresOn)}`;
}

/** What somebody is told of their qualifications, or a program of those of its fellows; null for nothing. */
export function qualificationWarning({
  expired,
  expiring,
}: {
  readonly expired: number;
  readonly expiring: number;
}): string | null {
  const gone =
    expired === 0 ? [] : [`${counted(expired, 'qualification has', 'qualifications have')} expired`];
  const soon =
    expiring === 0
      ? []
      : [
          `${counted(expiring, gone.length === 0 ? 'qualification expires' : 'expires', gone.length === 0 ? 'qualifications expire' : 'expire')} within ${WARNING_DAYS[0]} days`,
        ];
  const said = [...gone, ...soon].join(', ');
  return said === '' ? null : said;
}
