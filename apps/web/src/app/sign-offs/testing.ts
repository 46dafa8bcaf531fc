import { createHash } from 'node:crypto';
import type { SignOffDocument } from '@countersign/domain/signing';
import type { OpenedDocumentView, SignatureView, SignOffView } from '@countersign/contracts/sign-offs/views';

/* What the specs of this folder share: an invented sign-off, the document of it, and its bytes. */

const fellow = { id: 'tanaka', name: 'M. Tanaka' };

/** A document with two rules of which both are met, and a chart of three cases. */
export const document: SignOffDocument = {
  ...{ kind: 'sign-off', format: 1, signOffId: 's1', renewsId: null, fellow },
  program: { id: 'p', name: 'Pain fellowship', timeZone: 'America/Chicago' },
  trainingThrough: '2027-06-30',
  competency: { id: 'tfesi', title: 'Lumbar transforaminal epidural', highRisk: false },
  ...{ supervision: 'indirect-immediate', lapseMonths: 12, asOf: '2026-11-23' },
  requirements: {
    ...{
      id: 'demo',
      title: 'Demonstration set',
      version: 1,
      source: 'Nobody’s rule',
      edition: 'Demonstration',
    },
    ...{ effectiveOn: '2026-07-01', standing: 'demonstration', demonstration: true, verifiedOn: null },
  },
  rules: [
    {
      ...{ index: 0, value: 20, need: 20, met: true, waived: false },
      rule: { kind: 'count', per: 'session', need: 20, filter: {} },
      evidence: [{ entryId: '00000000-0000-7000-8000-0000000000e1', number: 2, position: 0 }],
    },
    {
      ...{ index: 1, value: 2, need: 2, met: true, waived: false, evidence: [] },
      rule: { kind: 'distinct', of: 'supervisor', need: 2, filter: {} },
      names: ['Dr. Osei', 'Dr. Lindqvist'],
    },
  ],
  chart: {
    ...{ state: 'learning', failures: [0, 1, 0], path: ['0.251', '0.000', '0.251'], limit: '4.118' },
    ...{ earliestSignal: 17, signalCase: null, alarmCase: null, probability: null, target: '0.800' },
    ...{ adequateFailureRate: '0.100', inadequateFailureRate: '0.300', falseSignal: '0.050', horizon: 50 },
  },
  waiver: null,
  order: ['supervisor', 'director'],
  signatures: [],
};

/** Hex SHA-256 by another implementation than the page's. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What the server answers who opens a document. */
export function openedOf(content: object, part: Partial<OpenedDocumentView> = {}): OpenedDocumentView {
  const text = JSON.stringify(content);
  return {
    ...{ text, digest: sha256(text), capacity: 'supervisor', printedName: 'Dr. Amundsen' },
    ...{ meanings: ['competency-granted', 'competency-granted-from-record'], statementVersion: 1 },
    statementAcceptedAt: 1,
    ...part,
  };
}

/** A signature as it was given. */
export const signature: SignatureView = {
  ...{ id: 'g1', position: 0, capacity: 'supervisor', personId: 'osei', printedName: 'Dr. Osei' },
  ...{ meaning: 'competency-granted', at: Date.UTC(2026, 10, 20, 16, 42, 7), timeZone: 'America/Chicago' },
  ...{ method: 'password', statementVersion: 1, documentDigest: 'd'.repeat(64), digest: 'c'.repeat(64) },
};

/** A sign-off that waits for the reader's signature, with the given differences. */
export function signOff(part: Partial<SignOffView> = {}): SignOffView {
  return {
    ...{ id: 's1', fellow, competencyId: 'tfesi', title: 'Lumbar transforaminal epidural' },
    ...{ setId: 'demo', setVersion: 1, demonstration: true, highRisk: false },
    ...{ supervision: 'indirect-immediate', state: 'asked', askedBy: fellow, askedAt: 1 },
    standsAs: [{ competencyId: 'tfesi', title: 'Lumbar transforaminal epidural' }],
    ...{ order: ['supervisor', 'director'], signatures: [], turn: 'supervisor', changed: [] },
    ...{ acts: ['sign', 'decline'], waitsForMe: true },
    ...part,
  };
}
