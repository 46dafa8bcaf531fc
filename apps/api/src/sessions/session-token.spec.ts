import { isWriteToken, newToken, tokenId, writeToken } from './session-token';

describe('A session token', () => {
  it('has 256 bits, is never the same, and is stored as its hash only', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(Buffer.from(tokens[0] ?? '', 'base64url')).toHaveLength(32);
    expect(tokenId('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('knows its own write token and no other', () => {
    const [one, other] = [newToken(), newToken()];
    expect(isWriteToken(one, writeToken(one))).toBe(true);
    expect(isWriteToken(one, writeToken(other))).toBe(false);
    expect(isWriteToken(one, '')).toBe(false);
  });
});
