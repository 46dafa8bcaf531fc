import { endpoint } from '../endpoint';
import type { IssuerKeysView } from './views';

/** The public keys with which this installation signs, for whoever checks what it signed. */
export const readIssuerKeys = endpoint<{ view: IssuerKeysView }>()({
  method: 'GET',
  path: '/issuer-keys',
  action: 'credential.verify',
  summary: 'The public keys with which this installation signs or signed.',
  status: 200,
  problems: [],
});
