import { endpoint, fileEndpoint } from '../endpoint';
import type { CheckpointsQuery } from './bodies';
import type { CheckpointsView, IssuerKeysView } from './views';

/** The public keys with which this installation signs, for whoever checks what it signed. */
export const readIssuerKeys = endpoint<{ view: IssuerKeysView }>()({
  method: 'GET',
  path: '/issuer-keys',
  action: 'credential.verify',
  summary: 'The public keys with which this installation signs or signed.',
  status: 200,
  problems: [],
});

/** The checkpoints of a log: `program` or `installation`. */
export const readCheckpoints = endpoint<{ query: CheckpointsQuery; view: CheckpointsView }>()({
  method: 'GET',
  path: '/programs/:programId/record/:log',
  action: 'record.read',
  summary: 'Signed checkpoints of the log of the program, or of the installation’s, the newest first.',
  status: 200,
  problems: ['access/not-found'],
});

/** A checkpoint to be kept elsewhere: the signed note, byte for byte. */
export const readCheckpointNote = fileEndpoint()({
  method: 'GET',
  path: '/programs/:programId/record/:log/:size',
  action: 'record.read',
  summary: 'A checkpoint as a signed note (C2SP tlog-checkpoint).',
  status: 200,
  problems: ['access/not-found'],
  file: { mediaType: 'text/plain', name: 'checkpoint.note', disposition: 'attachment' },
});
