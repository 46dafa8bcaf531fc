import { v7 as uuidv7 } from 'uuid';
import { bareLog } from './bare-work';
import { DIRECTOR, LOGGER, SUPERVISOR } from './demo';
import { logOne } from './requests';
import type { Served, ServedBare } from './measure';
import { ask, type Visitor } from './visitor';

/** A server whose people can be asked for anything, as loads need them. */
export interface Refilled extends Served {
  as(name: string): Promise<Visitor>;
}

/** Makes what so many requests of a load use up, on a server or as rows for the bare driver. */
export interface Refill {
  served(served: Refilled, requests: number): Promise<void>;
  bare(served: ServedBare, requests: number): Promise<void>;
}

interface SignOff {
  readonly id: string;
  readonly state: string;
}

/** What is read of answers. */
interface Opened {
  readonly digest: string;
  readonly meanings: readonly string[];
}

interface Dashboard {
  readonly fellows: readonly { readonly fellow: { readonly id: string } }[];
  readonly competencies: readonly { readonly id: string }[];
}

interface Sets {
  readonly asOfOn: string;
  readonly published: readonly { readonly id: string }[];
  readonly drafts?: readonly { readonly id: string; readonly setId: string; readonly revision: number }[];
}

/** Entries logged at a time. */
const LANES = 8;

/** So many entries for each request, all alike. */
export function loggedFor(each: number): Refill {
  return {
    served: async ({ server, desk, as }, requests) => {
      const fellow = await as(LOGGER);
      const lane = async (): Promise<void> => {
        while (desk.waiting.length < each * requests) {
          const { logs = '', ...sent } = logOne();
          await ask(server.origin, fellow, sent);
          desk.waiting.push(logs);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    },
    bare: async ({ bare, as, desk }, requests) => {
      const fellow = await as(LOGGER);
      while (desk.waiting.length < each * requests) await bareLog(bare, fellow, desk);
    },
  };
}

/**
 * A sheet for each request: competencies are asked for with a waiver, and opened by who signs first; what was asked for
 * before ends. The kept release binds nobody, so that a set is published first.
 */
export const askedFor: Refill = {
  served: async ({ server, desk, as }, requests) => {
    const [director, supervisor] = [await as(DIRECTOR), await as(SUPERVISOR.name)];
    const post = <T>(by: Visitor, path: string, body?: object, headers?: Record<string, string>) =>
      ask<T>(server.origin, by, { method: 'POST', path, ...(body && { body }), ...(headers && { headers }) });
    const read = <T>(path: string) => ask<T>(server.origin, director, { method: 'GET', path });
    const pending = (await read<{ signOffs: SignOff[] }>('/sign-offs')).signOffs.filter(
      ({ state }) => state === 'asked' || state === 'partly-signed',
    );
    for (const { id, state } of pending)
      await (state === 'asked'
        ? post(director, `/sign-offs/${id}/withdrawal`)
        : post(supervisor, `/sign-offs/${id}/decline`, { reasonCode: 'not-seen-enough' }));
    if (!desk.isBound)
      await bind({ read, post: (path, body, headers) => post(director, path, body, headers) });
    desk.isBound = true;
    const { fellows, competencies } = await read<Dashboard>('/dashboard');
    const pairs = fellows.flatMap(({ fellow }) => competencies.map(({ id }) => [fellow.id, id] as const));
    if (pairs.length < requests) throw new Error(`there are ${pairs.length} pairs to sign for`);
    desk.sheets.length = 0;
    for (const [fellowId, competencyId] of pairs.slice(0, requests)) {
      const asked = { id: uuidv7(), fellowId, competencyId, reason: 'Asked for to be measured.' };
      const { id } = await post<SignOff>(director, '/sign-offs', asked);
      const opened = await post<Opened>(supervisor, `/sign-offs/${id}/documents`);
      desk.sheets.push({ signOffId: id, digest: opened.digest, meaning: opened.meanings[0] ?? '' });
    }
  },
  bare: () => Promise.resolve(),
};

/** Publishes the requirements that are there as verified. */
async function bind(director: {
  read<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object, headers?: Record<string, string>): Promise<T>;
}): Promise<void> {
  const { asOfOn: on, published } = await director.read<Sets>('/requirement-sets');
  const file = await director.read<object>(`/requirement-sets/${published[0]?.id}/file`);
  const set = { ...file, id: 'measured', title: 'Measured', example: false, effectiveOn: on };
  const { drafts } = await director.post<Sets>('/requirement-drafts', { set });
  const draft = drafts?.find(({ setId }) => setId === 'measured');
  const verified = { on, against: 'Nothing: it is measured with' };
  const revision = { 'if-match': `"${draft?.revision}"` };
  await director.post(`/requirement-drafts/${draft?.id}/publication`, { verified }, revision);
}
