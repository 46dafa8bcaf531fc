import type { Role } from '@countersign/domain/access';
import type { AccountView } from '@countersign/contracts/account/views';
import type { OpenedDocumentView } from '@countersign/contracts/sign-offs/views';
import { v7 as uuidv7 } from 'uuid';
import type { Ask, Reply, TestClient } from '../test-client';
import type { TestServer } from '../test-server';
import { bodyOf, type Named } from './bodies';
import { everyRole, type House, type Standing } from './house';
import type { Records, Seen } from './records';

/** How a caller stands to what is asked about; the columns of the matrix. */
export const relations = [
  'own',
  'same-program',
  'other-program',
  'other-institution',
  'role-ended',
  'not-begun',
  'disabled',
  'no-session',
] as const;
export type Relation = (typeof relations)[number];

/** Programs with people, and records of the first two. */
export interface World {
  readonly here: House;
  readonly records: Records;
  /** Another program of the institution, filled like the first. */
  readonly neighbor: House;
  readonly theirs: Records;
  /** A program of another institution. */
  readonly abroad: House;
  /** Somebody without a session. */
  readonly nobody: TestClient;
}

/** Who asks. */
export interface Cell {
  readonly route: string;
  readonly role: Role;
  readonly relation: Relation;
}

/** A request as it is sent. */
export interface Request {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly ask: Ask;
}

const standings: Readonly<Partial<Record<Relation, Standing>>> = {
  ...{
    own: 'own',
    'same-program': 'mate',
    'role-ended': 'ended',
    'not-begun': 'coming',
    disabled: 'disabled',
  },
};

/** Whose browser asks. The offer to stand in is `own` to whom it was made, where it is to be answered. */
export function callerOf(world: World, { route, role, relation }: Cell): TestClient {
  if (relation === 'no-session') return world.nobody;
  if (relation === 'other-program') return world.neighbor.client(role, 'own');
  if (relation === 'other-institution') return world.abroad.client(role, 'own');
  if (relation === 'own' && role === 'supervisor' && /delegationId\/answer/.test(route))
    return world.here.delegateClient();
  return world.here.client(role, standings[relation] ?? 'own');
}

/** The entry that a route is asked about: in the state that it needs. */
function entryOf(route: string, { entries }: Records, role: Role): Seen {
  const act = route.split('/').at(-1) ?? '';
  if (route.startsWith('PUT')) return entries.draft;
  if (act === 'void') return role === 'director' ? entries.approved : entries.submitted;
  if (['amendments', 'undo', 'receipt', 'redactions'].includes(act)) return entries.approved;
  if (act === 'answer') return entries.corrected;
  return act === 'resolution' ? entries.contested : entries.submitted;
}

function signOffOf(route: string, { signOffs }: Records, role: Role): string {
  const act = route.split('/').at(-1) ?? '';
  if (act === 'reinstatement') return signOffs.suspended;
  if (['documents', 'signatures', 'decline'].includes(act) && route.startsWith('POST'))
    return role === 'director' ? signOffs.half : signOffs.asked;
  // Supervisors read the evidence while something is asked for, and only then.
  const isPending = act === 'withdrawal' || (act === 'evidence' && role === 'supervisor');
  return isPending ? signOffs.asked : signOffs.signed;
}

const noDocument = { digest: '0'.repeat(64), meaning: 'supervised' };

const queries: Readonly<Record<string, string>> = {
  'rating-odds': '?of=newest&n=5&percent=100&cases=50',
  'letter-draft': '?kind=record',
  packet: '?kind=committee',
  corrections: '?standing=open',
};

/** What is looked up before the matrix is begun: documents that somebody signs, and a second session of each. */
export interface Prepared {
  readonly documents: ReadonlyMap<Role, Named['document']>;
  readonly sessions: ReadonlyMap<Role, string>;
}

/** Opens what is to be signed, and a second session for everybody. */
export async function prepare(world: World, server: TestServer): Promise<Prepared> {
  const { here, records } = world;
  const documents = new Map<Role, Named['document']>();
  for (const role of ['supervisor', 'director'] as const) {
    const id = signOffOf('POST /signatures', records, role);
    const { body } = await here
      .client(role, 'mate')
      .post<OpenedDocumentView>(`${here.base}/sign-offs/${id}/documents`);
    documents.set(role, { digest: body.digest, meaning: body.meanings?.[0] ?? '' });
  }
  const sessions = new Map<Role, string>();
  for (const role of everyRole) {
    await server.as(here.person(role, 'own'));
    const { body } = await here.client(role, 'own').get<AccountView>('/account');
    sessions.set(role, body.sessions.find(({ isThis }) => !isThis)?.id ?? '');
  }
  return { documents, sessions };
}

/** Makes requests as pages would. */
export class Asking {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared,
  ) {}

  /** The request of a cell, with everything that a page of that person would send. */
  request({ route, role, relation }: Cell): Request {
    const { here, records } = this.world;
    const isEnded = relation === 'role-ended' && role === 'fellow';
    const entry = isEnded ? records.ended.entry : entryOf(route, records, role);
    const fellowId = here.person('fellow', isEnded ? 'ended' : 'own').id;
    const personId = this.personOf({ route, role, relation });
    const signOffId = isEnded ? records.ended.signOffId : signOffOf(route, records, role);
    const params: Record<string, string> = {
      ...{ programId: here.program.id, entryId: entry.id, fellowId, personId, signOffId },
      ...recordParams(records, here),
      roleId: records.roles.get(personId) ?? '',
      ...(isEnded
        ? {
            letterId: records.ended.letterId,
            digest: records.ended.digest,
            qualificationId: records.ended.qualification.id,
          }
        : {}),
      sessionId: this.prepared.sessions.get(role) ?? '',
    };
    const document = this.prepared.documents.get(role) ?? noDocument;
    return requestOf(route, params, { house: here, records, role, entry, personId, document });
  }

  /** The same request with another record of the kind in its address: one of the neighbor, or one that is nowhere. */
  foreign(route: string, role: Role, which: 'neighbor' | 'nowhere'): Request {
    const { here, neighbor, theirs } = this.world;
    const personId = neighbor.person('fellow', 'own').id;
    const params: Record<string, string> = {
      ...{ entryId: entryOf(route, theirs, role).id, fellowId: personId, personId },
      ...{ signOffId: signOffOf(route, theirs, role), roleId: theirs.roles.get(personId) ?? '' },
      ...recordParams(theirs, neighbor),
    };
    const ids = which === 'neighbor' ? params : mapped(params, (id) => (isId(id) ? uuidv7() : id));
    const named = {
      house: here,
      records: this.world.records,
      role,
      entry: entryOf(route, this.world.records, role),
    };
    const document = { digest: theirs.digest, meaning: 'supervised' };
    return requestOf(route, { ...ids, programId: here.program.id }, { ...named, personId, document });
  }

  /** The request that a page would send about this person, or this role of theirs. */
  about(route: string, role: Role, of: { readonly personId: string; readonly roleId: string }): Request {
    const { here, records } = this.world;
    const params = { programId: here.program.id, ...of };
    const named = { house: here, records, role, entry: records.entries.submitted, document: noDocument };
    return requestOf(route, params, { ...named, personId: of.personId });
  }

  private personOf({ route, role, relation }: Cell): string {
    const { here } = this.world;
    const standing = standings[relation];
    if (relation === 'own' && standing) return here.person(role, standing).id;
    // A role that has begun is ended, and one that has not is taken away.
    if (route.startsWith('DELETE')) return here.person('staff', 'coming').id;
    return here.person(route.endsWith('departure') ? 'supervisor' : 'fellow', 'own').id;
  }
}

/** Names of records of which there is one for all who ask. */
function recordParams(records: Records, { program }: House): Record<string, string> {
  const { delegationId, linkId, mailId, importId, setRowId, rotationId, leaveId, digest, size } = records;
  return {
    ...{ delegationId, linkId, mailId, importId, setRowId, rotationId, leaveId, digest, size },
    ...{ letterId: records.letter.id, draftId: records.draft.id, siteId: program.siteId },
    ...{ competencyId: 'signed', log: 'program', passkeyId: 'none' },
    qualificationId: records.qualification.id,
  };
}

function requestOf(route: string, params: Readonly<Record<string, string>>, named: Named): Request {
  const [method = 'GET', template = ''] = route.split(' ');
  const path = template.replaceAll(/:(\w+)/g, (_whole, name: string) => params[name] ?? 'none');
  const query = method === 'GET' ? (queries[template.split('/').at(-1) ?? ''] ?? '') : '';
  const body = method === 'GET' ? undefined : bodyOf(route, named);
  const revision = template.includes('draftId')
    ? named.records.draft.revision
    : template.includes('letterId')
      ? named.records.letter.revision
      : template.includes('qualificationId')
        ? named.records.qualification.revision
        : named.entry.revision;
  return {
    method: method.toLowerCase() as Request['method'],
    path: path + query,
    ask: { ...(method === 'GET' ? {} : { revision }), ...(body === undefined ? {} : { body }) },
  };
}

/** Sends it. */
export function sent(client: TestClient, { method, path, ask }: Request): Promise<Reply> {
  return client[method](path, ask);
}

function isId(text: string): boolean {
  return /^[\da-f]{8}-/.test(text);
}

function mapped(of: Record<string, string>, change: (one: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, change(one)]));
}
