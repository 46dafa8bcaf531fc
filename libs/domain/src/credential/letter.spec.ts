import type { JsonObject } from '../ledger';
import { issuerOf, letterOf, STATUS_LIST_BITS, statusListOf } from './index';
import { heldList, sampleLetter, signedLetter } from './testdata/sample-letter';

describe('A letter in a credential', () => {
  it('names its kind as a type and its place in the status list', async () => {
    expect(await signedLetter()).toMatchObject({
      type: ['VerifiableCredential', 'ClinicalTrainingRecordCredential'],
      validFrom: sampleLetter.attestedBy.at,
      credentialStatus: { statusListIndex: '7', statusPurpose: 'revocation' },
    });
  });

  it('is read as it was written', async () => {
    expect(letterOf(await signedLetter())).toEqual(sampleLetter);
  });

  const subject = JSON.parse(JSON.stringify(sampleLetter)) as JsonObject;
  it.each<[string, JsonObject]>([
    ['another kind', { ...subject, kind: 'diploma' }],
    ['no name', { ...subject, name: null }],
    [
      'a number that is a text',
      { ...subject, totals: { ...sampleLetter.totals, simulation: '3' } } as unknown as JsonObject,
    ],
    [
      'half a number',
      { ...subject, totals: { ...sampleLetter.totals, simulation: 1.5 } } as unknown as JsonObject,
    ],
    ['a list that is none', { ...subject, competencies: {} }],
    ['items of another form', { ...subject, notSigned: [1] }],
    ['no program', { ...subject, program: 'Pain' }],
    ['a flag that is a text', { ...subject, demonstration: 'no' }],
  ])('with %s is none', (_what, credentialSubject) => {
    expect(letterOf({ credentialSubject })).toBeNull();
  });

  it('is not read out of a credential about several or nobody', () => {
    expect(letterOf({ credentialSubject: [subject] })).toBeNull();
    expect(letterOf({})).toBeNull();
  });

  it('says who issued it, by id or by profile', () => {
    expect(issuerOf({ issuer: 'did:web:a' })).toEqual({ id: 'did:web:a' });
    expect(issuerOf({ issuer: { id: 'did:web:a', name: 'A', since: 7 } })).toEqual({
      id: 'did:web:a',
      name: 'A',
    });
    expect(issuerOf({})).toEqual({});
  });
});

describe('The list of letters that were taken back', () => {
  it('has room for 131,072 letters and sets the bit of each that was', async () => {
    const { bits } = await heldList([0, 9, STATUS_LIST_BITS - 1]);
    expect(bits).toHaveLength(16_384);
    expect([bits[0], bits[1], bits.at(-1)]).toEqual([0b1000_0000, 0b0100_0000, 1]);
  });

  it('is read out of a credential of its kind only', async () => {
    const unpack = () => Promise.resolve(new Uint8Array());
    const whole = {
      id: 'a',
      validFrom: 'b',
      credentialSubject: { statusPurpose: 'revocation', encodedList: 'uAA' },
    };
    expect(await statusListOf(whole, unpack)).toMatchObject({ address: 'a', madeAt: 'b' });
    for (const change of [
      { id: 7 },
      { validFrom: null },
      { credentialSubject: 'list' },
      { credentialSubject: { statusPurpose: 7, encodedList: 'uAA' } },
      { credentialSubject: { statusPurpose: 'revocation' } },
      { credentialSubject: { statusPurpose: 'revocation', encodedList: 'zAA' } },
      { credentialSubject: { statusPurpose: 'revocation', encodedList: 'zuAA' } },
      { credentialSubject: { statusPurpose: 'revocation', encodedList: 'uAA ' } },
    ])
      expect(await statusListOf({ ...whole, ...change } as JsonObject, unpack)).toBeNull();
  });
});
