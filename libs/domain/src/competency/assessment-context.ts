import { DomainError } from '../refusal';
import type { AssessmentContext, HeldSignOff } from './assessment';
import { isCivilDate } from '../calendar';

/** Throws `requirement/date-impossible` unless every date of the context is a day that exists. */
export function assertContext({ asOf, certificates = [], signOffs = [] }: AssessmentContext): void {
  assertDate(asOf, '/asOf');
  certificates.forEach(({ issuedOn, expiresOn }, index) => {
    assertDate(issuedOn, `/certificates/${index}/issuedOn`);
    assertDate(expiresOn, `/certificates/${index}/expiresOn`);
  });
  signOffs.forEach(({ signedOn, endedOn }, index) => {
    assertDate(signedOn, `/signOffs/${index}/signedOn`);
    assertDate(endedOn, `/signOffs/${index}/endedOn`);
  });
}

function assertDate(date: string | null, field: string): void {
  if (date !== null && !isCivilDate(date)) {
    throw new DomainError('requirement/date-impossible', 'Not a day that exists.', field);
  }
}

/** Whether a sign-off holds on a day: from the day it was signed to the day before it ended. */
export function isInForce({ signedOn, endedOn }: HeldSignOff, day: string): boolean {
  return signedOn <= day && (endedOn === null || day < endedOn);
}
