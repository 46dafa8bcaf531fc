/** How the guard answers: `block` = must be removed, `warn` = the writer confirms or removes, `clean` = nothing found. */
export type GuardTier = 'block' | 'warn' | 'clean';

/** The three groups in which the guard's recall is measured. */
export type IdentifierGroup = 'structured' | 'cued-name' | 'bare-surname';

/**
 * Each kind of identifier with its group and the sentence shown to the writer.
 * The kinds follow the 18 identifiers of the HIPAA Safe Harbor method, 45 CFR 164.514(b)(2)(i).
 * A reason never repeats the text that was found, so that it may be logged.
 */
export const IDENTIFIER_KINDS = {
  'social-security-number': ['structured', 'Looks like a social security number.'],
  'record-number': [
    'structured',
    'A labelled record number (medical record, chart, encounter) identifies the patient.',
  ],
  'account-number': ['structured', 'A labelled account, plan or member number identifies the patient.'],
  'license-number': ['structured', 'A license, certificate or passport number identifies a person.'],
  'vehicle-number': ['structured', 'A license plate or vehicle number identifies a person.'],
  'phone-number': ['structured', 'Looks like a phone, fax or pager number.'],
  'email-address': ['structured', 'Looks like an e-mail address.'],
  'web-address': ['structured', 'A web address or account handle can lead to a person.'],
  'ip-address': ['structured', 'Looks like a network address.'],
  'birth-date': ['structured', 'A date of birth identifies the patient; use the age band.'],
  'full-date': [
    'structured',
    'A full date other than the procedure date is an identifier; write the year or a time span.',
  ],
  'partial-date': ['structured', 'A day of a month is an identifier; write the year or a time span.'],
  'age-over-89': ['structured', 'Ages of 90 and over are identifiers; use the age band.'],
  'street-address': ['structured', 'Looks like a street or postal address.'],
  'postal-code': ['structured', 'Looks like a ZIP code.'],
  place: ['structured', 'A place smaller than a state can identify the patient.'],
  'device-serial': [
    'structured',
    'A serial number of a device can identify its bearer; the model is enough.',
  ],
  'long-number': ['structured', 'A long number may be a record or account number.'],
  'titled-name': [
    'cued-name',
    'A name with a title; choose staff in the supervisor field and leave patients unnamed.',
  ],
  'labelled-name': ['cued-name', 'A name after a label such as "name:" or "patient:".'],
  'person-name': [
    'cued-name',
    'The word beside "patient", a relative, a staff role or a case looks like a name.',
  ],
  'listed-name': ['cued-name', 'Looks like "Lastname, Firstname".'],
  'full-name': ['bare-surname', 'Looks like a first and last name.'],
  'given-name': ['bare-surname', 'Looks like a first name.'],
  surname: ['bare-surname', 'Looks like a last name.'],
} as const satisfies Record<string, readonly [IdentifierGroup, string]>;

/** A kind of identifier that the guard can find. */
export type IdentifierKind = keyof typeof IDENTIFIER_KINDS;

/** One stretch of text that may identify a person. */
export interface Finding {
  readonly kind: IdentifierKind;
  readonly tier: 'block' | 'warn';
  /** Offset of the first UTF-16 unit in the text that was given. */
  readonly start: number;
  /** Offset after the last UTF-16 unit. */
  readonly end: number;
  /** A sentence for the writer; it never contains the text found. */
  readonly reason: string;
}

/** The group in which a kind is measured. */
export function groupOf(kind: IdentifierKind): IdentifierGroup {
  return IDENTIFIER_KINDS[kind][0];
}

/** What a rule reports: a finding without its sentence. */
export type Spotted = Omit<Finding, 'reason'>;
