import type { Result } from '../refusal';

/** Why a credential is not to be believed. */
export type CredentialFault =
  | 'credential/context-differs'
  | 'credential/context-unknown'
  | 'credential/duplicate-key'
  | 'credential/expired'
  | 'credential/issuer-differs'
  | 'credential/key-distrusted'
  | 'credential/key-unknown'
  | 'credential/malformed'
  | 'credential/not-canonical'
  | 'credential/not-json'
  | 'credential/not-yet-valid'
  | 'credential/proof-malformed'
  | 'credential/proof-missing'
  | 'credential/proof-unsupported'
  | 'credential/signature-bad'
  | 'credential/status-set'
  | 'credential/status-unknown'
  | 'credential/time-malformed'
  | 'credential/too-deep'
  | 'credential/too-large'
  | 'credential/wrong-purpose';

/** The outcome of one step of a check. */
export type Checked<T> = Result<T, CredentialFault>;
