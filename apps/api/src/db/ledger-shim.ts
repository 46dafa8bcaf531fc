import canonicalize from 'canonicalize';
export interface LedgerEvent {
  v: 1;
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  data: Record<string, unknown>;
}
type H = (b: Uint8Array) => Uint8Array;
export const canonicalBytes = (e: LedgerEvent): Uint8Array => new TextEncoder().encode(canonicalize(e) ?? '');
const cat = (...p: Uint8Array[]) => Buffer.concat(p);
export const leafHash = (e: LedgerEvent, h: H) => h(cat(Uint8Array.of(0), canonicalBytes(e)));
export const chainHash = (p: Uint8Array, l: Uint8Array, h: H) => h(cat(Uint8Array.of(2), p, l));
export const firstChainHash = (id: string, h: H) => h(new TextEncoder().encode(`logbook/v1:${id}`));
