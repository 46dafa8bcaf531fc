import { nextSigner, nextSignerRole, signersNeeded } from './signers';
import type { Signature, Signer, SignerRole } from './signers';

const ordinary = { highRisk: false };
const highRisk = { highRisk: true };
const person = (id: string, ...roles: SignerRole[]): Signer => ({ id, roles });
const signature = (byId: string, as: SignerRole = 'supervisor'): Signature => ({ byId, as, at: 1 });
const refusal = (code: string) => ({ ok: false, code });
const turn = (value: SignerRole) => ({ ok: true, value });

describe('signers', () => {
  it('are a supervisor and the director, and two supervisors where it is high risk', () => {
    expect(signersNeeded(ordinary)).toEqual(['supervisor', 'director']);
    expect(signersNeeded(highRisk)).toEqual(['supervisor', 'supervisor', 'director']);
  });

  it('take their turns', () => {
    const signatures = [signature('a'), signature('b'), signature('c', 'director')];
    const turns = [0, 1, 2, 3].map((count) => nextSignerRole(highRisk, signatures.slice(0, count)));
    expect(turns).toEqual(['supervisor', 'supervisor', 'director', null]);
    expect(nextSignerRole(ordinary, signatures.slice(0, 1))).toBe('director');
    expect(nextSignerRole(ordinary, signatures.slice(0, 2))).toBeNull();
  });

  it('sign when it is their turn', () => {
    expect(nextSigner(ordinary, [], person('s', 'supervisor'))).toEqual(turn('supervisor'));
    expect(nextSigner(ordinary, [], person('d', 'supervisor', 'director'))).toEqual(turn('supervisor'));
    expect(nextSigner(ordinary, [signature('s')], person('d', 'director'))).toEqual(turn('director'));
    expect(nextSigner(highRisk, [signature('s')], person('t', 'supervisor'))).toEqual(turn('supervisor'));
  });

  it('are refused out of turn', () => {
    expect(nextSigner(ordinary, [], person('d', 'director'))).toEqual(refusal('sign-off/supervisor-first'));
    expect(nextSigner(highRisk, [signature('s')], person('d', 'director'))).toEqual(
      refusal('sign-off/supervisor-first'),
    );
    expect(nextSigner(ordinary, [signature('s')], person('t', 'supervisor'))).toEqual(
      refusal('sign-off/director-next'),
    );
    expect(nextSigner(ordinary, [], person('n'))).toEqual(refusal('sign-off/supervisor-first'));
  });

  it('are all different people, also where the director is a supervisor', () => {
    const both = person('d', 'supervisor', 'director');
    expect(nextSigner(ordinary, [signature('d')], both)).toEqual(refusal('sign-off/signed-before'));
    expect(nextSigner(highRisk, [signature('d')], both)).toEqual(refusal('sign-off/signed-before'));
    expect(nextSigner(highRisk, [signature('d'), signature('t')], both)).toEqual(
      refusal('sign-off/signed-before'),
    );
  });

  it('are refused when all have signed', () => {
    const all = [signature('s'), signature('d', 'director')];
    expect(nextSigner(ordinary, all, person('t', 'supervisor', 'director'))).toEqual(
      refusal('sign-off/complete'),
    );
  });
});
