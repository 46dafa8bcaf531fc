import { canonicalJson } from '../ledger';
import { signedActJson, signingChallengeJson } from './signed-act';

describe('An act that a passkey signs', () => {
  const act = {
    path: '/programs/:programId/sign-offs/:signOffId/signatures',
    params: { programId: 'p', signOffId: 's' },
    body: { id: 'i', digest: 'd', meaning: 'countersigned' },
  };
  const textOf = (change: object = {}) => canonicalJson(signedActJson({ ...act, ...change }));

  it('is the place with all that is sent to it', () => {
    expect(textOf()).toBe(
      '{"format":1,"kind":"signed-act","said":{"digest":"d","id":"i","meaning":"countersigned"},"to":"/programs/p/sign-offs/s/signatures"}',
    );
  });

  it('is another one for another document, meaning or place', () => {
    const others = [
      { body: { ...act.body, digest: 'e' } },
      { body: { ...act.body, meaning: 'attested' } },
      { params: { ...act.params, signOffId: 't' } },
      { path: '/programs/:programId/letters' },
    ];
    expect(new Set([textOf(), ...others.map(textOf)]).size).toBe(5);
  });

  it('is the same whatever proves the signer, and with what has no value', () => {
    expect(
      textOf({ body: { ...act.body, password: 'x', passkey: { questionId: 'q' }, more: undefined } }),
    ).toBe(textOf());
  });

  it('is asked of one person, at one instant, once', () => {
    const asked = { actDigest: 'a', personId: 'x', nonce: 'n', askedAt: 1 };
    const texts = Object.keys(asked).map((key) =>
      canonicalJson(signingChallengeJson({ ...asked, [key]: key === 'askedAt' ? 2 : 'other' })),
    );
    expect(new Set([canonicalJson(signingChallengeJson(asked)), ...texts]).size).toBe(5);
  });
});
