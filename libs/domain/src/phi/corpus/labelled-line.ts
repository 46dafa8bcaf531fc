import type { GuardTier, IdentifierGroup } from '../finding';

/** A line of free text with the answer that the guard should give. */
export interface LabelledLine {
  readonly id: string;
  readonly text: string;
  readonly expect: { readonly tier: GuardTier; readonly kinds: readonly IdentifierGroup[] };
}
