import type { AssessmentContext, Ground, GroundReason, HeldCertificate } from './assessment';
import { isInForce } from './assessment-context';
import type { CertificateRule, OtherCompetencyRule } from './requirement-set';

/** The certificates held that the rule asks for, oldest first, each with why it does not hold on the as-of date. */
export function certificateGrounds(
  { certificateId }: CertificateRule,
  { asOf, certificates = [] }: AssessmentContext,
): readonly Ground[] {
  return certificates
    .filter((certificate) => certificate.certificateId === certificateId)
    .map((certificate) => ({
      kind: 'certificate' as const,
      certificate,
      against: againstCertificate(certificate, asOf),
    }))
    .sort(
      ({ certificate: one }, { certificate: other }) =>
        order(one.issuedOn, other.issuedOn) || order(one.expiresOn ?? '~', other.expiresOn ?? '~'),
    );
}

/** How a fellow stands in a competency that comes first. */
export interface PrerequisiteStanding {
  /** Its rules are met. */
  readonly isMet: (competencyId: string) => boolean;
  /** No practice, and no sign-off, in its window: what was signed does not hold on the as-of date. */
  readonly isLapsed: (competencyId: string) => boolean;
}

/**
 * The sign-offs of the competency that the rule asks for, oldest first, then its rules where they suffice, each with why
 * it does not hold on the as-of date.
 */
export function prerequisiteGrounds(
  { competencyId, standing }: OtherCompetencyRule,
  { asOf, signOffs = [] }: AssessmentContext,
  { isMet, isLapsed }: PrerequisiteStanding,
): readonly Ground[] {
  const lapsed = isLapsed(competencyId);
  const signed = signOffs
    .filter((signOff) => signOff.competencyId === competencyId)
    .map((signOff) => {
      const ended: GroundReason = signOff.signedOn > asOf ? 'not-yet' : 'ended';
      return {
        kind: 'sign-off' as const,
        signOff,
        against: isInForce(signOff, asOf) && !lapsed ? null : ended,
      };
    })
    .sort(
      ({ signOff: one }, { signOff: other }) =>
        order(one.signedOn, other.signedOn) || order(one.endedOn ?? '~', other.endedOn ?? '~'),
    );
  if (standing === 'signed') return signed;
  return [...signed, { kind: 'rules', competencyId, against: isMet(competencyId) ? null : 'not-met' }];
}

function againstCertificate({ issuedOn, expiresOn }: HeldCertificate, asOf: string): GroundReason | null {
  if (issuedOn > asOf) return 'not-yet';
  return expiresOn === null || asOf <= expiresOn ? null : 'ended';
}

/** Civil dates sort as text; `~` comes after every one. */
function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
