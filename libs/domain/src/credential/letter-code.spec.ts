import type { JsonObject } from '../ledger';
import { onNode } from '../ledger/testdata/crypto-adapters';
import { digestInFours, documentDigest, isCodeOf, letterCode, readLetterCode } from './index';
import { sampleKey, sampleLetter, signedLetter } from './testdata/sample-letter';

const codeOf = async () => letterCode(await signedLetter(), sampleKey.kid, onNode.sha256);

describe('The code on a letter', () => {
  it('says which key signed which document when, with the digest that is printed beside it', async () => {
    const code = readLetterCode(`https://log.example/verify#${await codeOf()}`);
    expect(code).toMatchObject({
      kid: sampleKey.kid,
      createdAt: Date.parse(sampleLetter.attestedBy.at),
      digest: await documentDigest(await signedLetter(), onNode.sha256),
    });
    expect(readLetterCode(` ${await codeOf()}\n`)).toEqual(code);
    expect(digestInFours(code?.digest ?? '')).toMatch(/^(\w{4} ){3}\w{4}$/);
  });

  it('is proved by its signature alone, and by no other key, time or digest', async () => {
    const code = readLetterCode(await codeOf());
    if (!code) throw new Error('it is a code');
    expect(await isCodeOf(code, sampleKey, onNode)).toBe(true);
    const another = { ...sampleKey, method: 'did:web:elsewhere.example#key' };
    expect(await isCodeOf(code, another, onNode)).toBe(false);
    expect(await isCodeOf({ ...code, digest: 'ab'.repeat(32) }, sampleKey, onNode)).toBe(false);
    expect(await isCodeOf({ ...code, createdAt: code.createdAt + 1000 }, sampleKey, onNode)).toBe(false);
  });

  it('is short enough for a small printed code', async () => {
    expect((await codeOf()).length).toBeLessThanOrEqual(150);
  });

  it('is not read out of anything else', async () => {
    const code = await codeOf();
    for (const text of [
      '',
      'https://example.org/',
      code.slice(2),
      `B${code.slice(1)}`,
      `${code}AAAA`,
      '!'.repeat(147),
      `§${code}`,
      `${code}§`,
      `${code} and more`,
    ])
      expect(readLetterCode(text)).toBeNull();
  });

  it('is made of a signed letter only', async () => {
    const { proof: _, ...unsigned } = await signedLetter();
    await expect(letterCode(unsigned, sampleKey.kid, onNode.sha256)).rejects.toThrow('signed letter');
    for (const kid of ['key', `${sampleKey.kid}0`, `0${sampleKey.kid}`, sampleKey.kid.toUpperCase()])
      await expect(letterCode(await signedLetter(), kid, onNode.sha256)).rejects.toThrow('signed letter');
    const timeless = await signedLetter();
    const proof = { ...(timeless['proof'] as JsonObject), created: 'today' };
    await expect(letterCode({ ...timeless, proof }, sampleKey.kid, onNode.sha256)).rejects.toThrow('signed');
    const doubled = { ...timeless, proof: [timeless['proof'] ?? null] };
    await expect(letterCode(doubled, sampleKey.kid, onNode.sha256)).rejects.toThrow('signed letter');
    expect(await documentDigest(unsigned, onNode.sha256)).toBeNull();
  });
});
