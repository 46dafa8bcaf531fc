import type { IssuerKeyView } from '@countersign/contracts/ledger/views';
import type { SigningKeyRow } from './signing-key.row';

/** The issuer that a host is: `did:web` with the colon of a port encoded (W3C CCG, did:web). */
export function issuerOf(name: string): string {
  return `did:web:${name.replace(':', '%3A')}`;
}

/** Id of a key under its issuer, the `verificationMethod` of what it signs. */
export function methodOf({ name, kid }: { readonly name: string; readonly kid: string }): string {
  return `${issuerOf(name)}#${kid}`;
}

/** A key as everybody may see it. */
export function issuerKeyView(row: SigningKeyRow): IssuerKeyView {
  const { kid, purpose, name, publicKey, createdAt, retiredAt, distrustAfter } = row;
  return {
    ...{ kid, purpose, name, issuer: issuerOf(name), method: methodOf(row), publicKey, createdAt },
    ...(retiredAt === null ? {} : { retiredAt }),
    ...(distrustAfter === null ? {} : { distrustAfter }),
  };
}

/**
 * The keys of one host as a DID document (W3C DID Core; did:web is served at `/.well-known/did.json`). A key that
 * became known to others is not among them: whoever reads only this document cannot tell since when.
 */
export function didDocument(name: string, keys: readonly IssuerKeyView[]): object {
  const id = issuerOf(name);
  const own = keys.filter((key) => key.issuer === id && key.distrustAfter === undefined);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: own.map(({ method, publicKey }) => ({
      id: method,
      type: 'Multikey',
      controller: id,
      publicKeyMultibase: publicKey,
    })),
    assertionMethod: own.filter(({ purpose }) => purpose === 'credential').map(({ method }) => method),
  };
}
