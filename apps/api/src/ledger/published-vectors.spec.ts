import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { multikeyOf, signCheckpoint } from '@countersign/domain/ledger';
import { sha256 } from '../db/salt';
import { verifyEd25519 } from './ed25519';
import { readKeyFile } from './key-files';
import { noteKeyOf, originOf } from './origins';

/** RFC 8032, section 7.1, test 1. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const SIGNATURE =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';

/** A key file of that seed, as the server reads its own. */
function keyOfVector() {
  const der = Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex').toString('base64');
  const kid = createHash('sha256').update(Buffer.from(PUBLIC, 'hex')).digest('hex').slice(0, 16);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const pem = `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`;
  writeFileSync(join(folder, `checkpoint-${kid}.pem`), pem, { mode: 0o600 });
  return readKeyFile(folder, { kid, purpose: 'checkpoint' });
}

it('a key file signs what RFC 8032 says, and the check believes that and nothing else', () => {
  const key = keyOfVector();
  const nothing = new Uint8Array(0);
  const signature = key.sign(nothing);
  expect(Buffer.from(signature).toString('hex')).toBe(SIGNATURE);
  const check = { publicKey: key.publicKey, bytes: nothing, signature };
  expect(verifyEd25519(check)).toBe(true);
  expect(verifyEd25519({ ...check, bytes: Uint8Array.of(0) })).toBe(false);
  expect(verifyEd25519({ ...check, publicKey: new Uint8Array(31) })).toBe(false);
});

it('a checkpoint is the signed note of the design’s vector, byte for byte', async () => {
  const { publicKey, sign } = keyOfVector();
  const origin = originOf('example.org', '0192f0a0-0000-7000-8000-00000000000a');
  const root = Buffer.from('f16cd102462aec220e6f49a1a7ebc5c6285c4e30a2edadbdfdbdf84bfa8770ab', 'hex');
  const key = noteKeyOf(multikeyOf(publicKey), origin);
  expect(await signCheckpoint({ origin, size: 3, root }, [{ key, sign }], sha256)).toBe(
    `${origin}\n3\n8WzRAkYq7CIOb0mhp+vFxihcTjCi7a29/b34S/qHcKs=\n\n\u2014 ${origin} yYxNa+aVAxv+TcmP4yXsDLVh36b/Z+UPCZNVNoTaE9A4NNr8oOjBsGh2kp2hFYJYdEaLGfsMS0b51diRucHFF7m8cwo=\n`,
  );
});
