import { refused, type Refused } from '../refusal';

/** Reasons for returning an entry; a text beside it says what to change, see {@link returnNeedsText}. */
export const returnReasons = [
  'wrong-role',
  'wrong-procedure',
  'wrong-details',
  'not-my-case',
  'duplicate',
  'other',
] as const;

/** One of {@link returnReasons}. */
export type ReturnReason = (typeof returnReasons)[number];

/** Reasons that leave nothing open; each other one names what is wrong, and not what would be right. */
const selfExplaining: readonly string[] = ['not-my-case', 'duplicate'] satisfies ReturnReason[];

/** Whether the reason alone does not tell the fellow what to change. */
export function returnNeedsText(reasonCode: string): boolean {
  return !selfExplaining.includes(reasonCode);
}

/**
 * Whether a return says why: a reason of the list, and a text where the reason does not say it all. Refusals:
 * `review/reason-unknown` and `review/reason-needed`, each with its pointer.
 */
export function checkReturn(said: {
  readonly reasonCode: string;
  readonly reasonText?: string | undefined;
}): Refused[] {
  const isListed = returnReasons.some((reason) => reason === said.reasonCode);
  return [
    ...(isListed ? [] : [refused('review/reason-unknown', '/reasonCode')]),
    ...(returnNeedsText(said.reasonCode) ? checkReason(said.reasonText ?? '', '/reasonText') : []),
  ];
}

/**
 * Whether a text that must be given says anything: the reason of a void, of a correction, of a contest and of the
 * director's decision on it. Refusal: `review/reason-needed` at the pointer.
 */
export function checkReason(text: string, pointer: string): Refused[] {
  return text.trim() === '' ? [refused('review/reason-needed', pointer)] : [];
}
