import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import { multikeyOf, type Sha256, type Sign, type Verify } from '../index';

/** Hashing and signing of one platform. */
export interface CryptoAdapter {
  readonly name: string;
  readonly sha256: Sha256;
  readonly verify: Verify;
  /** Signs with the Ed25519 key of a seed of 32 bytes. */
  readonly signer: (seed: Uint8Array) => Sign;
}

/** DER beginnings of an Ed25519 private key (PKCS#8) and public key (SPKI), RFC 8410. */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = (seed: Uint8Array) => Buffer.concat([PRIVATE_DER, seed]);
const spki = (publicKey: Uint8Array) => Buffer.concat([PUBLIC_DER, publicKey]);

/** The raw public key of a seed. */
export const publicKeyOfSeed = (seed: Uint8Array): Uint8Array => {
  const key = createPrivateKey({ key: pkcs8(seed), format: 'der', type: 'pkcs8' });
  return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
};

/** The verification method of a key that is its own identifier, `did:key:z6Mk…#z6Mk…`. */
export const didKeyMethod = (publicKey: Uint8Array): string => {
  const multikey = multikeyOf(publicKey);
  return `did:key:${multikey}#${multikey}`;
};

/** SHA-256 that answers at once, as the server hashes events. */
export const sha256Now = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(hash('sha256', bytes, { outputEncoding: 'buffer' }));

export const onNode: CryptoAdapter = {
  name: 'node:crypto',
  sha256: sha256Now,
  verify: ({ publicKey, bytes, signature }) =>
    verify(null, bytes, createPublicKey({ key: spki(publicKey), format: 'der', type: 'spki' }), signature),
  signer: (seed) => {
    const key = createPrivateKey({ key: pkcs8(seed), format: 'der', type: 'pkcs8' });
    return (bytes) => sign(null, bytes, key);
  },
};

const { subtle } = globalThis.crypto;

export const onWebCrypto: CryptoAdapter = {
  name: 'WebCrypto',
  sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes))),
  verify: async ({ publicKey, bytes, signature }) => {
    const key = await subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(bytes));
  },
  signer: (seed) => async (bytes) => {
    const key = await subtle.importKey('pkcs8', pkcs8(seed), 'Ed25519', false, ['sign']);
    return new Uint8Array(await subtle.sign('Ed25519', key, new Uint8Array(bytes)));
  },
};

export const adapters: readonly CryptoAdapter[] = [onNode, onWebCrypto];

/** RFC 8032 section 7.1, test 1. */
export const test1 = {
  seed: Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
  publicKey: Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex'),
  signatureOfNothing:
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
};
