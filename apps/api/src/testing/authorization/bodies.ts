import type { Role } from '@countersign/domain/access';
import { milestoneCodes } from '@countersign/domain/committee';
import { fileOfSet } from '@countersign/domain/competency';
import { v7 as uuidv7 } from 'uuid';
import { currentEdition } from '../../catalogue/editions/editions';
import { entryBody, PASSWORD, tfesi } from '../test-program';
import type { House } from './house';
import type { Records, Seen } from './records';

/** Whose records a request names, and who is named as the person or the holder of a role. */
export interface Named {
  readonly house: House;
  readonly records: Records;
  /** Of whoever asks. */
  readonly role: Role;
  /** The entry of the address, where there is one. */
  readonly entry: Seen;
  /** The person of the address, or whose role is in it. */
  readonly personId: string;
  /** What the caller was shown before signing, where there is such a document. */
  readonly document: { readonly digest: string; readonly meaning: string };
}

type BodyOf = (named: Named) => object | undefined;

const DAYS = { fromOn: '2025-01-01', toOn: '2027-06-30' };
const TEXT = { text: 'Because it is so.' };

/** What an entry says anew. */
function content(house: House, performedOn: string): object {
  const { id: _id, ...rest } = entryBody(house.program, {
    ...{ performedOn, painCategory: 'cancer', caseLabel: 'Another label' },
    procedures: [tfesi({ role: 'performed', supervision: 'direct' })],
  });
  return rest;
}

const fellowOf = ({ house }: Named): string => house.person('fellow', 'own').id;
const fileIn = ({ house }: Named): object => ({ ...fileOfSet(house.program.given.requirements), id: 'file' });

const aboutEntries: Readonly<Record<string, BodyOf>> = {
  'POST entries': ({ house }) => entryBody(house.program, { performedOn: '2026-11-22' }),
  'PUT entries/:entryId': ({ house }) => content(house, '2026-11-21'),
  'POST entries/:entryId/amendments': ({ house }) => content(house, '2026-11-17'),
  'POST entries/:entryId/void': () => ({ reason: 'Logged twice.' }),
  'POST entries/:entryId/redactions': () => ({
    number: 1,
    pointer: '/content/caseLabel',
    reason: 'Names a patient.',
  }),
  'POST entries/:entryId/approval': () => ({ help: 4, nextTime: 4 }),
  'POST entries/:entryId/return': () => ({ reasonCode: 'wrong-details', reasonText: 'Look again.' }),
  'POST entries/:entryId/answer': () => ({ kind: 'accepted' }),
  'POST entries/:entryId/resolution': () => ({ kind: 'upheld', ...TEXT }),
  'POST review-batches': ({ records }) => {
    const { id, revision } = records.entries.submitted;
    return { id: uuidv7(), entries: [{ id, revision }], help: 4, password: PASSWORD };
  },
  'POST reassignments': ({ house, records }) => {
    const { id, revision } = records.entries.submitted;
    return { entries: [{ id, revision, toId: house.delegate.id }] };
  },
  'PUT fallback': ({ house }) => ({ fallback: { personId: house.delegate.id, afterDays: 7 } }),
};

const aboutPeople: Readonly<Record<string, BodyOf>> = {
  // A supervisor offers for themselves, those who keep people for a supervisor.
  'POST delegations': ({ house, role }) => ({
    ...(['fellow', 'supervisor'].includes(role)
      ? {}
      : { supervisorId: house.person('supervisor', 'own').id }),
    ...{ id: uuidv7(), delegateId: house.delegate.id, fromOn: '2026-12-10', toOn: '2026-12-12' },
  }),
  'POST delegations/:delegationId/answer': () => ({ kind: 'accepted' }),
  'POST people': () => {
    const id = uuidv7();
    const role = { id: uuidv7(), role: 'staff', fromOn: '2026-11-23', toOn: '2027-06-30' };
    return { id, name: 'Nora Bell', email: `${id}@new.example`, role };
  },
  'PUT people/:personId': ({ house, personId }) => {
    const known = house.program.given.people.find(({ id }) => id === personId);
    const { name = '', email = '', baseSpecialty = '' } = known ?? {};
    return { name: 'Other Name', email, baseSpecialty, seen: { name, email, baseSpecialty } };
  },
  'POST people/:personId/roles': () => ({
    ...{ id: uuidv7(), role: 'staff', fromOn: '2027-07-01', toOn: '2027-12-31' },
  }),
  'PUT roles/:roleId': () => ({ ...DAYS, toOn: '2027-07-31', seen: DAYS }),
  'POST roles/:roleId/departure': ({ house }) => ({
    ...{ lastOn: '2027-01-31', toId: house.delegate.id, seen: DAYS },
  }),
  'POST roster-trials': () => ({ rows: [newcomer()] }),
  'POST roster-imports': () => ({ id: uuidv7(), rows: [newcomer()], ready: 1 }),
  'PUT trainings/:roleId/cohort': () => ({ cohort: '2026–27' }),
  'PUT second-factor': () => ({ required: true }),
  'POST sites': () => ({ id: uuidv7(), name: 'Third site', setting: 'clinic' }),
  'PUT sites/:siteId': ({ house }) => ({
    ...{ name: 'Renamed site', setting: 'asc', seenName: house.program.given.sites[0]?.name },
  }),
  'POST rotations': (named) => ({
    ...{ id: uuidv7(), fellowId: fellowOf(named), siteId: named.house.program.siteId },
    ...{ name: 'Clinic', fromOn: '2027-01-01', toOn: '2027-01-31', service: 80 },
  }),
  'PUT rotations/:rotationId': ({ house }) => ({
    ...{
      siteId: house.program.siteId,
      name: 'Longer',
      fromOn: '2026-07-01',
      toOn: '2026-12-15',
      service: 90,
    },
    seen: { fromOn: '2026-07-01', toOn: '2026-12-31' },
  }),
  'POST leave': (named) => ({
    ...{
      id: uuidv7(),
      fellowId: fellowOf(named),
      fromOn: '2027-03-01',
      toOn: '2027-03-05',
      kind: 'vacation',
    },
  }),
};

function newcomer(): object {
  return { name: 'Late Comer', email: `${uuidv7()}@new.example`, role: 'staff', ...DAYS };
}

const license = { kind: 'medical-license', issuer: 'Board of Medicine (invented)', standing: 'granted' };

const aboutQualifications: Readonly<Record<string, BodyOf>> = {
  'POST fellows/:fellowId/qualifications': () => ({ id: uuidv7(), ...license, expiresOn: '2027-06-30' }),
  'PUT fellows/:fellowId/qualifications/:qualificationId': () => ({ ...license, expiresOn: '2029-06-30' }),
};

const aboutSigning: Readonly<Record<string, BodyOf>> = {
  'POST sign-offs': (named) => ({ id: uuidv7(), fellowId: fellowOf(named), competencyId: 'unasked' }),
  'POST sign-offs/:signOffId/signatures': ({ document: { digest, meaning } }) => ({
    ...{ id: uuidv7(), digest, meaning, password: PASSWORD, statementVersion: 1 },
  }),
  'POST sign-offs/:signOffId/decline': () => ({ reasonCode: 'one-more-first', ...TEXT }),
  'POST sign-offs/:signOffId/renewal': () => ({ id: uuidv7() }),
  'POST sign-offs/:signOffId/keeping': () => TEXT,
  'POST sign-offs/:signOffId/suspension': () => TEXT,
  'POST sign-offs/:signOffId/revocation': () => TEXT,
  'POST fellows/:fellowId/letters': ({ records }) => ({
    ...{ id: uuidv7(), kind: 'record', shownDigest: records.letterDraft, attestation: 'So it is.' },
    ...{ password: PASSWORD, statementVersion: 1 },
  }),
  'POST letters/:letterId/revocation': () => ({ reason: 'Signed too early.' }),
  'POST fellows/:fellowId/committee-decisions': ({ house }) => ({
    ...{
      id: uuidv7(),
      outcome: 'continue',
      reason: 'Goes well.',
      present: [house.person('director', 'own').id],
    },
    ...{ milestones: milestoneCodes.map((code) => ({ code })), password: PASSWORD },
  }),
};

const aboutRules: Readonly<Record<string, BodyOf>> = {
  'POST catalogue-edition': () => ({ edition: currentEdition }),
  'POST requirement-trials': (named) => ({ set: fileIn(named) }),
  'POST requirement-trials/evidence': (named) => ({
    ...{ set: fileIn(named), fellowId: fellowOf(named), competencyId: 'signed' },
  }),
  'POST requirement-drafts': (named) => ({ set: fileIn(named) }),
  'PUT requirement-drafts/:draftId': (named) => ({ set: fileIn(named) }),
  'POST requirement-drafts/:draftId/publication': () => ({}),
  'POST chart-settings': () => ({
    ...{ id: uuidv7(), competencyId: 'unasked', adequatePercent: 10, inadequatePercent: 30 },
    ...{ horizon: 50, falsePercent: 10 },
  }),
  'POST fellows/:fellowId/competencies/:competencyId/alarm-reviews': () => ({
    ...{ id: uuidv7(), judged: 1, note: 'Looked at.' },
  }),
  'POST attention-dismissals': (named) => ({
    ...{ id: uuidv7(), fellowId: fellowOf(named), reason: 'few-raters', basis: 'none', note: 'Known.' },
  }),
  'POST display-links': () => ({ ward: 'A ward', expiresOn: '2027-01-31' }),
};

const ofProgram = { ...aboutEntries, ...aboutPeople, ...aboutQualifications, ...aboutSigning, ...aboutRules };

const SECRET = 'x'.repeat(43);

const setUp = {
  ...{ token: SECRET, rows: [], ready: 0, institution: 'New', program: 'New', timeZone: 'UTC' },
  ...{ edition: currentEdition, site: { name: 'Main', setting: 'clinic' }, password: 'gravel teapot misses' },
  director: { name: 'Some One', email: 'some.one@new.example', lastOn: '2027-06-30' },
};

/** Of routes that belong to no program. What opens something opens nothing: it is asked in vain, for everybody alike. */
const elsewhere: Readonly<Record<string, object>> = {
  'POST /session': { email: 'nobody@nowhere.example', password: 'gravel teapot misses' },
  'POST /demo-session': { personId: uuidv7() },
  'POST /passkey-session': { state: 'none', response: '{}' },
  'POST /password-resets': { email: 'nobody@nowhere.example' },
  'POST /access-links/opening': { secret: SECRET },
  'POST /access-links/use': { secret: SECRET, password: 'gravel teapot misses september' },
  'POST /mail-stops': { token: SECRET, stopped: true },
  'POST /set-up': setUp,
  'POST /set-up/entry-trials': setUp,
  'POST /set-up/opening': { token: SECRET },
  'POST /set-up/roster-trials': { token: SECRET, rows: [] },
  // A weak one: where it is taken, the session is another, which is taken back with it.
  'PUT /account/password': { current: PASSWORD, password: 'short' },
  'POST /account/second-factor': { password: PASSWORD },
  'POST /account/second-factor/confirmation': { code: '000000' },
  'POST /account/second-factor/removal': { password: PASSWORD, code: '000000' },
  'POST /account/passkey-questions': { password: PASSWORD },
  'POST /account/passkeys': { name: 'Key', state: 'none', response: '{}' },
  'POST /account/passkeys/:passkeyId/removal': { password: PASSWORD },
  'POST /account/signing-questions': { actDigest: 'a'.repeat(64) },
  'PUT /account/mails': { stopped: [] },
};

/** A body that a page would send with this request; undefined where it sends none. */
export function bodyOf(route: string, named: Named): object | undefined {
  const short = route.replace('/programs/:programId/', '');
  return ofProgram[short as keyof typeof ofProgram]?.(named) ?? elsewhere[route];
}
