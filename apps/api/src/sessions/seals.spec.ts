import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Seals } from './seals';

describe('What is sealed', () => {
  const keysDir = join(mkdtempSync(join(tmpdir(), 'countersign-seals-')), 'keys');
  afterAll(() => rmSync(keysDir, { recursive: true, force: true }));

  it('opens in its own row under the same key, and is never twice the same', () => {
    const sealed = new Seals({ keysDir }).seal('JBSWY3DPEHPK3PXP', 'one');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(new Seals({ keysDir }).open(sealed, 'one')).toBe('JBSWY3DPEHPK3PXP');
    expect(new Seals({ keysDir }).seal('JBSWY3DPEHPK3PXP', 'one')).not.toBe(sealed);
    expect(statSync(join(keysDir, 'seals.key')).mode & 0o077).toBe(0);
  });

  it('opens in no other row, and not when a byte of it changed', () => {
    const seals = new Seals({ keysDir });
    const sealed = seals.seal('secret', 'one');
    expect(() => seals.open(sealed, 'other')).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => seals.open(bytes.toString('base64url'), 'one')).toThrow();
  });
});
