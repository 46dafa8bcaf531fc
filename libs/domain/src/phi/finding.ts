/** How the guard answers: `block` = must be removed, `warn` = the writer confirms or removes, `clean` = nothing found. */
export type GuardTier = 'block' | 'warn' | 'clean';

/** The three groups in which the guard's recall is measured. */
export type IdentifierGroup = 'structured' | 'cued-name' | 'bare-surname';

/**
 * Each kind of identifier with its group. The kinds follow the 18 identifiers of the HIPAA Safe Harbor method,
 * 45 CFR 164.514(b)(2)(i).
 */
export const IDENTIFIER_KINDS = {
  'social-security-number': 'structured',
  'record-number': 'structured',
  'account-number': 'structured',
  'license-number': 'structured',
  'vehicle-number': 'structured',
  'phone-number': 'structured',
  'email-address': 'structured',
  'web-address': 'structured',
  'ip-address': 'structured',
  'birth-date': 'structured',
  'full-date': 'structured',
  'partial-date': 'structured',
  'age-over-89': 'structured',
  'street-address': 'structured',
  'postal-code': 'structured',
  place: 'structured',
  'device-serial': 'structured',
  'long-number': 'structured',
  'titled-name': 'cued-name',
  'labelled-name': 'cued-name',
  'person-name': 'cued-name',
  'listed-name': 'cued-name',
  'full-name': 'bare-surname',
  'given-name': 'bare-surname',
  surname: 'bare-surname',
} as const satisfies Record<string, IdentifierGroup>;

/** A kind of identifier that the guard can find. */
export type IdentifierKind = keyof typeof IDENTIFIER_KINDS;

/** One stretch of text that may identify a person. It holds no words, so that it may be logged. */
export interface Finding {
  readonly kind: IdentifierKind;
  readonly tier: 'block' | 'warn';
  /** Offset of the first UTF-16 unit in the text that was given. */
  readonly start: number;
  /** Offset after the last UTF-16 unit. */
  readonly end: number;
}

/** The group in which a kind is measured. */
export function groupOf(kind: IdentifierKind): IdentifierGroup {
  return IDENTIFIER_KINDS[kind];
}
