import type { EntryBody } from '@countersign/contracts/entries/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow } from '../entries/entry.row';
import { CredentialRow } from '../people/person.row';
import { SessionRow } from '../sessions/session.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, PASSWORD, tfesi, type TestProgram } from '../testing/test-program';
import type { Reply, TestClient } from '../testing/test-client';
import { verifyChainOf } from '../testing/verify-chain';
import { EventRow, LogHeadRow } from './event.row';

type Kind = 'create' | 'edit' | 'withdraw' | 'amend' | 'approve' | 'return' | 'undo';

/** A command that was sent, and what came back. */
interface Sent {
  readonly entryId: string;
  readonly kind: Kind;
  readonly reply: Reply<EntryView>;
}

const LIVES = 72;
const actionOf: Readonly<Record<Kind, readonly string[]>> = {
  create: ['entry.drafted', 'entry.submitted'],
  edit: ['entry.edited', 'entry.submitted'],
  withdraw: ['entry.withdrawn'],
  amend: ['entry.amended'],
  approve: ['entry.approved'],
  return: ['entry.returned'],
  undo: ['entry.decision-undone'],
};

/** One entry and those who work on it, each command sent without asking what the others do. */
class Life {
  readonly id: string;
  readonly sent: Sent[] = [];
  private readonly first: ReturnType<typeof entryBody>;

  constructor(
    private readonly program: TestProgram,
    private readonly path: string,
    private readonly people: { readonly fellow: TestClient; readonly supervisor: TestClient },
    then: EntryBody['then'],
  ) {
    this.first = entryBody(program, { then });
    this.id = this.first.id;
  }

  /** The revision that the last accepted command led to. */
  get revision(): number {
    return Math.max(0, ...this.accepted.map(({ reply }) => reply.body.revision));
  }

  get accepted(): Sent[] {
    return this.sent.filter(({ reply }) => reply.status < 300);
  }

  create = (change: Partial<EntryBody> = {}) =>
    this.send('create', this.people.fellow.post(this.path, { body: { ...this.first, ...change } }));
  edit = (change: Partial<EntryBody>, revision = this.revision) =>
    this.send(
      'edit',
      this.people.fellow.put(`${this.path}/${this.id}`, { body: this.body(change), revision }),
    );
  amend = (change: Partial<EntryBody>, revision = this.revision) =>
    this.act('amend', 'amendments', revision, this.body(change));
  withdraw = (revision = this.revision) => this.act('withdraw', 'withdrawal', revision);
  approve = (help: number, revision = this.revision) => this.act('approve', 'approval', revision, { help });
  undo = (revision = this.revision) => this.act('undo', 'undo', revision);
  return = (revision = this.revision) =>
    this.act('return', 'return', revision, { reasonCode: 'other', reasonText: 'Please look again.' });

  private act(kind: Kind, name: string, revision: number, body?: object): Promise<void> {
    const { fellow, supervisor } = this.people;
    const client = kind === 'amend' || kind === 'withdraw' ? fellow : supervisor;
    return this.send(kind, client.post(`${this.path}/${this.id}/${name}`, { revision, body }));
  }

  private body(change: Partial<EntryBody>): EntryBody {
    const { id: _id, ...body } = entryBody(this.program, change);
    return body;
  }

  private async send(kind: Kind, reply: Promise<unknown>): Promise<void> {
    this.sent.push({ entryId: this.id, kind, reply: (await reply) as Reply<EntryView> });
  }
}

const unknownLevel = { procedures: [tfesi({ levels: [{ level: 'T9', side: 'left' }] })] };

/** What may happen to an entry, with commands that collide, come too late, or are wrong. */
const stories: readonly { then: EntryBody['then']; tell: (life: Life) => Promise<void> }[] = [
  {
    then: 'submit',
    tell: async (life) => {
      await life.create();
      await Promise.all([life.approve(4), life.approve(5)]);
      await Promise.all([life.undo(), life.undo(), life.approve(3, 1)]);
      await life.approve(5);
    },
  },
  {
    then: 'keep',
    tell: async (life) => {
      await Promise.all([life.create(), life.create()]);
      await Promise.all([life.edit({ then: 'keep' }), life.edit({ painCategory: 'cancer', then: 'keep' })]);
      await Promise.all([life.edit({ then: 'submit' }), life.edit(unknownLevel)]);
      await life.withdraw();
    },
  },
  {
    then: 'submit',
    tell: async (life) => {
      await life.create();
      await Promise.all([life.approve(4), life.withdraw(), life.return(), life.edit({})]);
      await Promise.all([life.approve(4, 1), life.withdraw(1)]);
    },
  },
  {
    then: 'submit',
    tell: async (life) => {
      await life.create();
      await life.return();
      await Promise.all([life.edit({ painCategory: 'cancer' }), life.edit(unknownLevel), life.approve(4)]);
      await Promise.all([life.approve(3), life.return()]);
    },
  },
  {
    then: 'submit',
    tell: async (life) => {
      await life.create(unknownLevel);
      await Promise.all([life.create(), life.create(), life.create({ painCategory: 'cancer' })]);
      await Promise.all([life.withdraw(), life.withdraw()]);
    },
  },
  {
    then: 'submit',
    tell: async (life) => {
      await life.create();
      await life.approve(5);
      await Promise.all([life.amend({ painCategory: 'cancer' }), life.amend({ ageBand: '40-64' })]);
      await Promise.all([life.withdraw(), life.return(), life.approve(4)]);
    },
  },
];

describe('Hundreds of commands at once, some of them wrong, late or twice', () => {
  const here = programUnderTest('mixed', 'supervisor');
  let lives: Life[];
  let signIns: Reply[];
  let logBefore: number;

  beforeAll(async () => {
    const { people } = here.program;
    const [one, two] = [await here.server.as(people.fellow), await here.server.as(people.otherFellow)];
    logBefore = (await eventsOf(here.program.id)).length;
    lives = Array.from(
      { length: LIVES },
      (_, nth) =>
        new Life(
          here.program,
          `/programs/${here.program.id}/entries`,
          { fellow: nth % 2 === 0 ? one : two, supervisor: here.supervisor },
          stories[nth % stories.length]?.then ?? 'submit',
        ),
    );
    const signIn = (email: string, password: string) =>
      here.server.client().post('/session', { body: { email, password } });
    [signIns] = await Promise.all([
      Promise.all([
        ...Array.from({ length: 16 }, () => signIn(people.director.email, PASSWORD)),
        ...Array.from({ length: 4 }, () => signIn(people.coordinator.email, 'not this one')),
      ]),
      ...lives.map((life, nth) => stories[nth % stories.length]?.tell(life)),
    ]);
  }, 180_000);

  const eventsOf = (logId: string) =>
    here.server.read((manager) => manager.find(EventRow, { where: { logId }, order: { seq: 'ASC' } }));
  const sent = () => lives.flatMap((life) => life.sent);

  it('each is answered, and no answer is an error of ours', () => {
    expect(sent().length + signIns.length).toBeGreaterThanOrEqual(500);
    // 404: the entry was withdrawn meanwhile, and a draft is its fellow's alone.
    const statuses = new Set(sent().map(({ reply }) => reply.status));
    expect([...statuses].filter((status) => ![200, 201, 400, 404, 409, 412].includes(status))).toEqual([]);
    for (const kind of Object.keys(actionOf))
      expect([kind, sent().some((one) => one.kind === kind && one.reply.status < 300)]).toEqual([kind, true]);
  });

  it('each that was accepted raised the revision of its entry by one, and nothing else did', async () => {
    const rows = await here.server.read((manager) =>
      manager.findBy(EntryRow, { programId: here.program.id }),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(lives.map(({ id }) => id).sort());
    for (const life of lives) {
      // An entry that was sent twice is one entry, and both are told of the same first revision.
      const versions = [...new Set(life.accepted.map(({ reply }) => reply.body.revision))].sort();
      expect(versions).toEqual(versions.map((_, nth) => nth + 1));
      const steps = life.accepted.filter(({ kind }) => kind !== 'create').length;
      expect(versions).toHaveLength(steps + 1);
      expect(rows.find(({ id }) => id === life.id)?.revision).toBe(versions.length);
    }
  });

  it('each that was accepted is one event and each event is one of these, numbered without gap, every hash right', async () => {
    const events = await eventsOf(here.program.id);
    expect(verifyChainOf(events)).toEqual([]);
    const head = await here.server.read((manager) =>
      manager.findOneByOrFail(LogHeadRow, { logId: here.program.id }),
    );
    expect([head.seq, head.chain]).toEqual([events.length, events.at(-1)?.chain]);
    for (const life of lives) {
      const told = events.filter(({ object }) => object === `entry:${life.id}`).map(({ action }) => action);
      const inOrder = [...new Map(life.accepted.map((one) => [one.reply.body.revision, one.kind]))].sort(
        ([one], [other]) => one - other,
      );
      expect(told).toHaveLength(inOrder.length);
      inOrder.forEach(([, kind], nth) => expect(actionOf[kind]).toContain(told[nth]));
    }
    const changes = lives.reduce((sum, { revision }) => sum + revision, 0);
    expect(events).toHaveLength(logBefore + changes);
  });

  it('each decision that was accepted is one row, undone as often as an undo was accepted', async () => {
    const decisions = await here.server.read((manager) =>
      manager.findBy(DecisionRow, { programId: here.program.id }),
    );
    for (const life of lives) {
      const count = (...kinds: Kind[]) => life.accepted.filter(({ kind }) => kinds.includes(kind)).length;
      const own = decisions.filter(({ entryId }) => entryId === life.id);
      expect(own).toHaveLength(count('approve', 'return'));
      expect(own.filter(({ undoneAt }) => undoneAt !== null)).toHaveLength(count('undo'));
      expect(own.filter(({ undoneAt, live }) => (undoneAt === null) !== (live === 1))).toEqual([]);
    }
  });

  it('each entry has all its versions with all their procedures, and none that was refused', async () => {
    const found = await here.server.read(async (manager) => ({
      rows: await manager.findBy(EntryRow, { programId: here.program.id }),
      versions: await manager.findBy(EntryVersionRow, { programId: here.program.id }),
      procedures: await manager.findBy(EntryProcedureRow, { programId: here.program.id }),
    }));
    for (const row of found.rows) {
      const numbers = found.versions.filter(({ entryId }) => entryId === row.id).map(({ number }) => number);
      expect(numbers.sort()).toEqual(Array.from({ length: row.number }, (_, nth) => nth + 1));
    }
    expect(found.procedures).toHaveLength(found.versions.length);
    expect(JSON.stringify(found.versions)).not.toContain('T9');
  });

  it('each sign-in that was accepted is one session, and each wrong one was counted', async () => {
    const { director, coordinator } = here.program.people;
    expect(signIns.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 16 }, () => 201),
      ...Array.from({ length: 4 }, () => 401),
    ]);
    const found = await here.server.read(async (manager) => ({
      sessions: await manager.countBy(SessionRow, { personId: director.id }),
      wrong: (await manager.findOneByOrFail(CredentialRow, { personId: coordinator.id })).failures,
    }));
    expect(found).toEqual({ sessions: 16, wrong: 4 });
    expect(verifyChainOf(await eventsOf('installation'))).toEqual([]);
  });
});
