import { canonicalJson } from '../ledger';
import { documentChanges } from './document-changes';
import { meanings, meaningsOf } from './meanings';
import { signatureJson, type SignatureRecord } from './signature-record';
import { readSignOffDocument, signOffJson, type SignOffDocument } from './sign-off-document';
import { STATEMENT_VERSION, statementFor } from './statement';

const evidence = (entryId: string, number = 1) => ({ entryId, number, position: 0 });

function document(change: Partial<SignOffDocument> = {}): SignOffDocument {
  return {
    ...{ kind: 'sign-off', format: 1, signOffId: 's', renewsId: null, trainingThrough: '2027-06-30' },
    program: { id: 'p', name: 'Program', timeZone: 'America/Chicago' },
    fellow: { id: 'f', name: 'Fellow One' },
    competency: { id: 'lumbar', title: 'Lumbar', highRisk: false },
    ...{ supervision: 'indirect-immediate', lapseMonths: 6, asOf: '2026-11-23' },
    requirements: {
      ...{ id: 'set', title: 'Set', version: 1, source: 'Source', edition: '1', effectiveOn: '2026-07-01' },
      ...{ standing: 'verified', demonstration: false, verifiedOn: '2026-07-01' },
    },
    rules: [
      {
        ...{ index: 0, value: 2, need: 2, met: true, waived: false },
        rule: { kind: 'count', filter: {}, per: 'session', need: 2 },
        evidence: [evidence('a'), evidence('b')],
      },
    ],
    ...{ chart: null, waiver: null, order: ['supervisor', 'director'], signatures: [] },
    ...change,
  };
}

const withRule = (change: Partial<SignOffDocument['rules'][number]>) =>
  document({ rules: document().rules.map((rule) => ({ ...rule, ...change })) });

describe('What changed in a document', () => {
  const changes = (now: SignOffDocument) => documentChanges(document(), now);

  it('is nothing in the same one, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(document()).reverse()) as unknown as SignOffDocument;
    expect(changes(turned)).toEqual([]);
  });

  it('is the number of a rule, with both values', () => {
    expect(changes(withRule({ value: 1, met: false, evidence: [evidence('a')] }))).toEqual([
      { kind: 'rule', index: 0, before: 2, after: 1, need: 2 },
    ]);
  });

  it('is the evidence of a rule that counts as much: an entry that came, went, or has another version', () => {
    expect(changes(withRule({ evidence: [evidence('a'), evidence('c')] }))).toEqual([
      { kind: 'evidence', index: 0, entryIds: ['b', 'c'] },
    ]);
    expect(changes(withRule({ evidence: [evidence('a'), evidence('b', 2)] }))).toEqual([
      { kind: 'evidence', index: 0, entryIds: ['b'] },
    ]);
  });

  it.each([
    ['waiver', { waiver: { textId: 'text:x', by: { id: 'd', name: 'D' }, at: 1, unmet: [0] } }],
    ['signatures', { signatures: [{ id: 'x' }] }],
    ['requirements', { order: ['supervisor', 'supervisor', 'director'] }],
    ['requirements', { competency: { ...document().competency, title: 'Other' } }],
    ['chart', { chart: { state: 'learning' } }],
    ['names', { fellow: { id: 'f', name: 'Another Name' } }],
    ['names', { trainingThrough: '2027-06-29' }],
  ])('is %s', (kind, change) => {
    expect(changes(document(change as Partial<SignOffDocument>))).toEqual([{ kind }]);
  });
});

describe('A document', () => {
  it('is read back from its bytes, and nothing else is taken for one', () => {
    const text = canonicalJson(signOffJson(document()));
    expect(readSignOffDocument(text)).toEqual(document());
    for (const other of [
      '',
      '{',
      'null',
      '[]',
      '{"kind":"letter","format":1}',
      '{"kind":"sign-off","format":2}',
    ])
      expect(readSignOffDocument(other)).toBeNull();
  });
});

describe('A signature', () => {
  const record: SignatureRecord = {
    ...{ id: 'i', programId: 'p', subject: 'sign-off', subjectId: 's', position: 0, personId: 'x' },
    ...{ printedName: 'X', capacity: 'supervisor', meaning: 'competency-granted', at: 1 },
    ...{ timeZone: 'UTC', method: 'password', statementVersion: 1, documentDigest: 'd' },
  };

  it('is bound to every part of its record', () => {
    const text = canonicalJson(signatureJson(record));
    for (const [key, value] of Object.entries(record)) {
      const changed = { ...record, [key]: typeof value === 'number' ? value + 1 : `${value}x` };
      expect([key, canonicalJson(signatureJson(changed)) === text]).toEqual([key, false]);
    }
    expect(canonicalJson(signatureJson({ ...record, ...{ more: 1 } }))).toBe(text);
  });

  it('means what its place allows: what others granted is countersigned last', () => {
    expect(meaningsOf('supervisor')).toEqual(['competency-granted', 'competency-granted-from-record']);
    expect(meaningsOf('director')).toEqual(['countersigned']);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it('needs the statement of today once: accepted before, or with it', () => {
    expect(statementFor(null, STATEMENT_VERSION)).toEqual({ ok: true, value: STATEMENT_VERSION });
    expect(statementFor(STATEMENT_VERSION, undefined)).toEqual({ ok: true, value: STATEMENT_VERSION });
    for (const [accepted, accepts] of [
      [null, undefined],
      [0, undefined],
      [null, 0],
      [0, 7],
    ] as const)
      expect(statementFor(accepted, accepts)).toMatchObject({ code: 'signature/statement-needed' });
  });
});
