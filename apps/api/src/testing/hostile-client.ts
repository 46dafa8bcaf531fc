import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/*
 * Hostile clients in a process of their own, so that whoever measures does not wait for them: each of the kinds that its
 * first word lists sends its body to the server at the second word, again and again, until a line comes on the input. Says
 * on its output what they were answered.
 */

/** What a hostile client sends. */
interface Hostility {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

/** How what hostile clients were answered adds up. */
export interface HostileAnswers {
  readonly answered: number;
  readonly statuses: readonly number[];
  /** Bytes of the largest answer. */
  readonly largest: number;
}

const many = (count: number, of: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => of(nth)).join();

const NOBODY = '00000000-0000-7000-8000-000000000000';

const hostilities: Readonly<Record<string, Hostility>> = {
  'unknown fields': { path: '/session', body: `{${many(15_000, (nth) => `"k${nth}":1`)}}` },
  nulls: { path: '/session', body: `{"email":[${many(50_000, () => 'null')}]}` },
  deep: { path: '/session', body: '['.repeat(2_000) + ']'.repeat(2_000) },
  passwords: { path: '/session', body: '{"email":"nobody@killed.example","password":"not this one"}' },
  megabyte: { path: '/access-links/use', body: `{"token":"${'x'.repeat(1_000_000)}"}` },
  addresses: { path: `/programs/${'a/'.repeat(2_000)}`, method: 'GET' },
  strangers: { path: `/programs/${NOBODY}/dashboard`, method: 'GET' },
  fragments: { path: '/password-resets', body: '{"email":"' },
};

async function attack(origin: string, { path, method = 'POST', body }: Hostility): Promise<void> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  while (!isOver) {
    const headers = { 'sec-fetch-site': 'same-origin', ...type };
    const reply = await fetch(`${origin}/api${path}`, { method, headers, body: body ?? null }).catch(
      () => undefined,
    );
    // A body that is too large is not read to its end: the connection may be cut before the answer is read.
    const bytes = await reply?.arrayBuffer().catch(() => undefined);
    if (!reply || !bytes) continue;
    answered += 1;
    statuses.add(reply.status);
    largest = Math.max(largest, bytes.byteLength);
  }
}

const [, , kinds = '', origin = ''] = process.argv;
let isOver = false;
let [answered, largest] = [0, 0];
const statuses = new Set<number>();

async function run(): Promise<void> {
  const { hostname, port } = new URL(origin);
  const named = kinds === 'all' ? Object.keys(hostilities) : kinds.split(',');
  // Beside them as many connections on which half a request came and nothing more.
  const halves = named.map(() => {
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write('GET /api/health/live HTTP/1.1\r\nHost: x\r\n');
    return socket;
  });
  createInterface(process.stdin).once('line', () => (isOver = true));
  process.stdout.write('begins\n');
  await Promise.all(named.map((name) => attack(origin, hostilities[name] ?? { path: '/', method: 'GET' })));
  for (const half of halves) half.destroy();
  const answers: HostileAnswers = { answered, statuses: [...statuses], largest };
  process.stdout.write(`${JSON.stringify(answers)}\n`);
  process.exit(0);
}

void run();
