import { endpoint, fileEndpoint } from '../endpoint';
import type { HealthView } from './views';

/** The process answers. */
export const readLive = endpoint<{ view: HealthView }>()({
  method: 'GET',
  path: '/health/live',
  action: 'health.read',
  summary: 'The process answers.',
  status: 200,
  withoutDatabase: true,
  problems: [],
});

/** The database answers and has the schema that this version needs. */
export const readReady = endpoint<{ view: HealthView }>()({
  method: 'GET',
  path: '/health/ready',
  action: 'health.read',
  summary: 'The database answers and its schema is current.',
  status: 200,
  problems: [],
});

/** This API, described. */
export const readApiDocument = fileEndpoint()({
  method: 'GET',
  path: '/openapi.json',
  action: 'api.describe',
  summary: 'This API as an OpenAPI 3.1 document.',
  status: 200,
  withoutDatabase: true,
  problems: [],
  file: { mediaType: 'application/json', name: 'openapi.json', disposition: 'inline' },
});
