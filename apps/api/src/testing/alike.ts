import { v7 as uuidv7 } from 'uuid';
import { DemoRandom } from '../demo/demo-random';
import type { Reply, TestClient } from './test-client';
import { TestServer } from './test-server';
import { entryBody, NOON, tfesi, type TestPeople, type TestProgram } from './test-program';

/** What is asked for, by whom. */
interface Asked {
  readonly who: keyof TestPeople | 'nobody';
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly body?: unknown;
  readonly revision?: number;
}

/** Ids, also one that lacks its last digit. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11,12}/gi;

/** Texts that databases compare, order, cut or store differently unless they are told not to. */
const texts = [
  '',
  'case',
  'Case',
  'case ',
  ' case',
  'cäse',
  'cäse',
  'ca\u0000se',
  'straße',
  'STRASSE',
  '💉',
  'ａ',
  "o'b",
  '%',
  '_',
  '\\',
];
/** Days that are and days that are not. */
const days = [
  '2026-11-20',
  '2026-11-23',
  '2026-11-24',
  '2026-02-30',
  '2024-02-29',
  '0000-00-00',
  '9999-12-31',
  '2026-1-1',
  '2026-11-20T00:00:00Z',
];
const states = ['draft', 'submitted', 'approved', 'returned', 'amended', 'void', 'Approved', 'approved '];
const lists = [
  'review-queue',
  'past-decisions',
  'dashboard',
  'attention',
  'case-mix',
  'yield',
  'people',
  'schedule',
  'corrections',
  'waiting',
  'approval-habits',
  'raters',
  'own-ratings',
  'log-context',
  'letters',
  'requirement-sets',
  'delegations',
  'notices',
  'board',
];
/** A competency of the program, and what only looks like one, as it stands in an address. */
const keys = ['medication', 'medication%20', 'Medication', '%20medication', 'nothing'];
const readers = [
  'fellow',
  'otherFellow',
  'supervisor',
  'otherSupervisor',
  'director',
  'coordinator',
  'staff',
] as const;

const deciders = [
  ['supervisor', 12],
  ['otherSupervisor', 2],
  ['director', 1],
  ['fellow', 1],
] as const;

/**
 * A sequence of requests that a seed draws, and what each was answered on the database of this process: ordinary acts,
 * acts of the wrong people, and values that databases treat differently. Ids are numbered as they come, so that two
 * databases that behave alike give the same lines.
 */
export class AlikeRun {
  private readonly names = new Map<string, string>();
  private readonly entries: string[] = [];
  private readonly revisions = new Map<string, number>();
  private now = NOON;

  private constructor(
    private readonly server: TestServer,
    private readonly program: TestProgram,
    private readonly clients: Readonly<Record<string, TestClient>>,
    private readonly random: DemoRandom,
  ) {
    for (const [name, { id }] of Object.entries(program.people)) this.names.set(id, `<${name}>`);
    this.names.set(program.id, '<program>');
  }

  /** @returns one line for each request: what was asked, the status, and the answer */
  static async lines(seed: number, steps: number): Promise<string[]> {
    const server = await TestServer.start();
    try {
      const program = await server.program('alike');
      const clients: Record<string, TestClient> = { nobody: server.client() };
      for (const who of readers) clients[who] = await server.as(program.people[who]);
      const run = new AlikeRun(server, program, clients, new DemoRandom(seed));
      const lines: string[] = [];
      for (let step = 0; step < steps; step += 1) lines.push(await run.step());
      return lines;
    } finally {
      await server.stop();
    }
  }

  private async step(): Promise<string> {
    this.now += this.random.int(1, 8000);
    this.server.setClock(this.now);
    const asked = this.draw();
    const client = this.clients[asked.who];
    if (!client) throw new Error(`nobody is called ${asked.who}`);
    const { method, path, who, ...ask } = asked;
    const reply = await client[method]<Record<string, unknown>>(path, { ...ask, isHasty: true });
    this.learn(reply);
    const said = { ...reply.body };
    delete said['requestId'];
    return this.named(
      `${who} ${method} ${path} ${JSON.stringify(ask)} → ${reply.status} ${JSON.stringify(said)}`,
    );
  }

  /** Takes down at which revision an entry is. */
  private learn({ body }: Reply): void {
    const { id, revision } = body as { id?: string; revision?: number };
    if (id !== undefined && revision !== undefined) this.revisions.set(id, revision);
  }

  private draw(): Asked {
    const base = `/programs/${this.random.chance(0.97) ? this.program.id : uuidv7()}`;
    return this.random.weighted<() => Asked>([
      [() => this.log(base), 4],
      [() => this.decide(base), 6],
      [() => this.list(base), 3],
      [() => this.page(base), 3],
      [() => ({ who: this.anybody(), method: 'get', path: `${base}/entries/${this.entryId()}` }), 2],
    ])();
  }

  private anybody(): Asked['who'] {
    if (this.random.chance(0.4)) return 'director';
    return this.random.chance(0.05) ? 'nobody' : this.random.one(readers);
  }

  /** Mostly an entry that is there, at times one that only looks like it. */
  private entryId(): string {
    const id = this.entries.length === 0 ? uuidv7() : this.random.one(this.entries);
    return this.random.weighted<string>([
      [id, 30],
      [`${id}%20`, 1],
      [`%20${id}`, 1],
      [id.toUpperCase(), 1],
      [id.slice(0, -1), 1],
      [`${id}%00`, 1],
      [`${id.slice(0, -1)}%25`, 1],
      [uuidv7(), 1],
    ]);
  }

  private log(base: string): Asked {
    const isAgain = this.entries.length > 0 && this.random.chance(0.15);
    const id = isAgain ? this.random.one(this.entries) : uuidv7();
    if (!isAgain) this.entries.push(id);
    const { supervisor, otherSupervisor, director } = this.program.people;
    const body = entryBody(this.program, {
      id,
      performedOn: this.random.chance(0.85) ? '2026-11-20' : this.random.one(days),
      supervisorId: this.random.one([
        supervisor,
        supervisor,
        supervisor,
        supervisor,
        otherSupervisor,
        director,
      ]).id,
      ...(this.random.chance(0.25) ? { caseLabel: this.random.one(texts) } : {}),
      ...(this.random.chance(0.2) ? { then: 'keep' as const } : {}),
      ...(this.random.chance(0.2) ? { procedures: [tfesi(), tfesi({ itemId: 'tpi' })] } : {}),
    });
    return {
      who: this.random.one(['fellow', 'fellow', 'fellow', 'otherFellow', 'supervisor']),
      method: 'post',
      path: `${base}/entries`,
      body,
    };
  }

  private decide(base: string): Asked {
    const id = this.entryId();
    const known = this.revisions.get(id) ?? 1;
    const act = this.random.one([
      'approval',
      'approval',
      'approval',
      'return',
      'undo',
      'void',
      'withdrawal',
      'answer',
      'receipt',
      'history',
    ]);
    const path = `${base}/entries/${id}/${act}`;
    const who = act === 'void' || act === 'withdrawal' ? 'fellow' : this.random.weighted(deciders);
    if (act === 'receipt' || act === 'history') return { who, method: 'get', path };
    // Mostly what a page sends; at times anything.
    const isOdd = this.random.chance(0.25);
    const text = (): string => (isOdd ? this.random.one(texts) : 'Please check the levels.');
    const bodies: Readonly<Record<string, object>> = {
      approval: isOdd
        ? { help: this.random.int(0, 6), keepDoing: text(), nextTimeText: text() }
        : { help: this.random.int(3, 5) },
      return: { reasonCode: isOdd ? 'OTHER' : 'other', reasonText: text() },
      void: { reason: text() },
      answer: { answer: this.random.one(['accept', 'contest']), reason: text() },
    };
    return {
      who,
      method: 'post',
      path,
      body: bodies[act] ?? {},
      revision:
        known +
        this.random.weighted([
          [0, 12],
          [-1, 1],
          [1, 1],
        ]),
    };
  }

  private list(base: string): Asked {
    const draws: readonly (readonly [string, () => string])[] = [
      ['state', () => this.random.one(states)],
      [
        'fellowId',
        () => this.random.one([...Object.values(this.program.people).map(({ id }) => id), 'x', '']),
      ],
      ['fromOn', () => this.random.one(days)],
      ['toOn', () => this.random.one(days)],
      ['itemId', () => this.random.one(['esi-tf-lumbar', 'ESI-TF-LUMBAR', 'tpi', 'esi-tf-lumbar '])],
      ['groupId', () => this.random.one(['esi', 'ESI', ' '])],
      ['simulation', () => this.random.one(['true', 'false', '1'])],
      ['cursor', () => `${this.random.one(days)}_${this.random.one(this.entries) ?? ''}`],
    ];
    const query = draws
      .filter(() => this.random.chance(0.2))
      .map(([name, draw]) => `${name}=${encodeURIComponent(draw())}`);
    return { who: this.anybody(), method: 'get', path: `${base}/entries?${query.join('&')}` };
  }

  private page(base: string): Asked {
    const { fellow, otherFellow, director } = this.program.people;
    const { id } = this.random.one([fellow, otherFellow, director]);
    const path = this.random.one([
      ...lists,
      ...['progress', 'committee', 'letter-draft'].map((page) => `fellows/${id}/${page}`),
      ...keys.map(
        (key) => `fellows/${id}/competencies/${key}${this.random.one(['', '/evidence', '/curve'])}`,
      ),
    ]);
    return { who: this.anybody(), method: 'get', path: `${base}/${path}` };
  }

  /** The line with its ids numbered as they come. */
  private named(line: string): string {
    return line.replace(UUID, (id) => {
      const known = this.names.get(id) ?? `<${this.names.size}>`;
      this.names.set(id, known);
      return known;
    });
  }
}
