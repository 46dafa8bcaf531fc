import { base64urlnopad } from '@scure/base';
import type { JsonObject, JsonValue } from '../ledger';
import { HELP_SCALE, letterDocument, letterOf, statusListDocument } from './index';
import { sampleKey, sampleLetter, sampleListAddress } from './testdata/sample-letter';

type Path = readonly (string | number)[];

/** Every place of a value: members, members of members, items of lists. */
function placesOf(value: JsonValue, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Array.isArray(value)
    ? value.flatMap((item: JsonValue, place) => placesOf(item, [...at, place]))
    : Object.entries(value as JsonObject).flatMap(([member, one]) => placesOf(one, [...at, member]));
  return at.length === 0 ? inner : [at, ...inner];
}

/** A copy in which another value is at a place; undefined takes it away. */
function withAnother(value: JsonValue, [first, ...rest]: Path, other: JsonValue | undefined): JsonValue {
  const copy: Record<string | number, JsonValue | undefined> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as JsonObject) };
  if (first !== undefined)
    copy[first] = rest.length > 0 ? withAnother(copy[first] ?? null, rest, other) : other;
  return JSON.parse(JSON.stringify(copy)) as JsonValue;
}

const subject = JSON.parse(JSON.stringify(sampleLetter)) as JsonObject;
const places = placesOf(subject);
const named = places.map((path) => [path.join('/'), path] as const);
/** Where nothing may be said: a record without an entry, a competency that does not end. */
const mayBeNull = ['totals/from', 'totals/to', 'competencies/0/until'];

describe('The form of a letter', () => {
  it('has a place for everything that a letter says', () => {
    expect(places.length).toBeGreaterThan(80);
  });

  it.each(named)('is lost where %s is something else', (_name, path) => {
    for (const other of [{ another: 'kind' }, true, 0.5] as const) {
      const isFlag = typeof path.reduce<unknown>((at, step) => (at as never)[step], subject) === 'boolean';
      if (isFlag && other === true) continue;
      const credentialSubject = withAnother(subject, path, other) as JsonObject;
      expect(letterOf({ credentialSubject })).toBeNull();
    }
  });

  it.each(named.filter(([, path]) => typeof path.at(-1) === 'string'))(
    'is lost without %s',
    (_name, path) => {
      expect(letterOf({ credentialSubject: withAnother(subject, path, undefined) as JsonObject })).toBeNull();
    },
  );

  it.each(named.filter(([, path]) => typeof path.at(-1) === 'string'))(
    'knows whether %s may be unknown',
    (name, path) => {
      const letter = letterOf({ credentialSubject: withAnother(subject, path, null) as JsonObject });
      expect(letter !== null).toBe(mayBeNull.includes(name));
    },
  );

  it('holds for every item of a list, not for one of them', () => {
    const notSigned = ['Intrathecal pump implant', 7];
    expect(letterOf({ credentialSubject: { ...subject, notSigned } })).toBeNull();
    expect(letterOf({ credentialSubject: { ...subject, notSigned: [] } })).not.toBeNull();
  });
});

describe('The credential of a letter', () => {
  const issuer = { id: sampleKey.issuer, name: 'P', institution: 'I', publicKey: 'z1' };
  const document = (kind: 'record' | 'competency') =>
    letterDocument({
      letterId: '00000000-0000-4000-8000-000000000009',
      letter: { ...sampleLetter, kind },
      issuer,
      status: { list: sampleListAddress, index: 7 },
    });

  it('is one of the W3C, whole', () => {
    expect(document('competency')).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://www.w3.org/ns/credentials/undefined-terms/v2',
      ],
      id: 'urn:uuid:00000000-0000-4000-8000-000000000009',
      type: ['VerifiableCredential', 'ClinicalCompetencyCredential'],
      issuer,
      validFrom: sampleLetter.attestedBy.at,
      credentialSubject: { ...subject, kind: 'competency' },
      credentialStatus: {
        id: `${sampleListAddress}#7`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '7',
        statusListCredential: sampleListAddress,
      },
    });
    expect(document('record')['type']).toEqual(['VerifiableCredential', 'ClinicalTrainingRecordCredential']);
  });

  it('names every step of the scale of help', () => {
    expect(HELP_SCALE.match(/\b[1-5] [a-z ]+/g)).toHaveLength(5);
  });
});

describe('The credential of what was taken back', () => {
  it('is a list of the W3C, with a bit for each letter of one byte too', () => {
    const { credentialSubject, ...about } = statusListDocument({
      ...{ address: sampleListAddress, issuer: sampleKey.issuer, madeAt: '2027-10-02T10:00:00Z' },
      ...{ takenBack: [8, 9, 15], pack: (bytes) => bytes },
    });
    expect(about).toEqual({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: sampleListAddress,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: sampleKey.issuer,
      validFrom: '2027-10-02T10:00:00Z',
    });
    const { encodedList, ...rest } = credentialSubject as JsonObject;
    expect(rest).toEqual({
      id: `${sampleListAddress}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
    });
    expect(String(encodedList).startsWith('u')).toBe(true);
    expect([...base64urlnopad.decode(String(encodedList).slice(1))].slice(0, 3)).toEqual([0, 0b1100_0001, 0]);
  });
});
