import type { EvidenceView, ProgressView, RuleEvidenceView } from '@countersign/contracts/competencies/views';
import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { ProcedureBody } from '@countersign/contracts/entries/bodies';
import type { RequirementSet } from '@countersign/domain/competency';
import { RequirementSetRow } from '../requirements/requirement-set.row';
import type { TestClient } from '../testing/test-client';
import { entryBody, tfesi, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

const L3 = tfesi({ levels: [{ level: 'L3', side: 'right' }] });

/** What the fellow of a program logs, and how it counts in lumbar transforaminal epidurals. */
class Counting {
  private constructor(
    private readonly server: TestServer,
    readonly program: TestProgram,
    private readonly fellow: TestClient,
    private readonly supervisor: TestClient,
  ) {}

  static async start(server: TestServer, label: string): Promise<Counting> {
    const program = await server.program(label);
    const { fellow, supervisor } = program.people;
    return new Counting(server, program, await server.as(fellow), await server.as(supervisor));
  }

  async send(...procedures: ProcedureBody[]): Promise<EntryView> {
    const reply = await this.fellow.post<EntryView>(`/programs/${this.program.id}/entries`, {
      body: entryBody(this.program, { procedures }),
    });
    expect(reply.status).toBe(201);
    return reply.body;
  }

  async approve({ id, revision }: EntryView): Promise<void> {
    const path = `/programs/${this.program.id}/entries/${id}/approval`;
    expect((await this.supervisor.post(path, { revision, body: { help: 4 } })).status).toBe(200);
  }

  async firstRule(): Promise<RuleEvidenceView> {
    const { fellow } = this.program.people;
    const path = `/programs/${this.program.id}/fellows/${fellow.id}/competencies/lumbar-transforaminal/evidence`;
    const [rule] = (await this.fellow.get<EvidenceView>(path)).body.rules;
    if (!rule) throw new Error('the competency has a rule');
    return rule;
  }

  async page(): Promise<ProgressView> {
    const path = `/programs/${this.program.id}/fellows/${this.program.people.fellow.id}/progress`;
    return (await this.fellow.get<ProgressView>(path)).body;
  }

  async progress(): Promise<ProgressView['competencies'][number] | undefined> {
    return (await this.page()).competencies.find(({ id }) => id === 'lumbar-transforaminal');
  }

  /** How many lines a number of a group opens to. */
  async linesOf(groupId: string, state: string): Promise<number> {
    const query = `groupId=${groupId}&state=${state}&simulation=false`;
    return (await this.fellow.get<EntryPageView>(`/programs/${this.program.id}/entries?${query}`)).body.total;
  }

  /** The set as a release published it that knew no conventions of counting. */
  async publishedBefore(): Promise<void> {
    const { conventions: _later, ...body } = this.program.given.requirements;
    await this.server.write('test', (tx) =>
      tx.manager.update(RequirementSetRow, { programId: this.program.id }, { body: body as RequirementSet }),
    );
  }
}

describe('Counting (m): a number of a group', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('says in how many entries its procedures are, and opens to exactly so many lines', async () => {
    const counting = await Counting.start(server, 'groups');
    await counting.approve(await counting.send(tfesi(), L3));
    await counting.approve(await counting.send(tfesi()));
    await counting.send(tfesi(), L3);
    const group = (await counting.page()).groups.find(({ groupId }) => groupId === 'epidural');
    expect(group).toMatchObject({ approved: 3, approvedEntries: 2, waiting: 2, waitingEntries: 1 });
    expect(await counting.linesOf('epidural', 'approved')).toBe(2);
    expect(await counting.linesOf('epidural', 'submitted')).toBe(1);
  });

  it('stands beside lights: none for an experience, and what constant failure rates would look like', async () => {
    const { competencies, competenceRule } = await (await Counting.start(server, 'lights')).page();
    const stateOf = (wanted: string) => competencies.find(({ id }) => id === wanted)?.competence.state;
    expect([stateOf('cancer-pain-care'), stateOf('lumbar-transforaminal')]).toEqual(['not-charted', 'none']);
    const [adequate, between, inadequate] = competenceRule.operating;
    expect(between?.failureRate).toBeCloseTo(0.2, 9);
    expect(between?.signal).toBeCloseTo(0.34, 2);
    expect([adequate?.signal, inadequate?.signal]).toEqual([
      expect.closeTo(0.906, 3),
      expect.closeTo(0.0491, 4),
    ]);
  });
});

describe('Counting (i): per session', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('counts an entry with two rows of one procedure once, and waits for it once', async () => {
    const counting = await Counting.start(server, 'session');
    const entry = await counting.send(tfesi(), L3);
    expect(await counting.firstRule()).toMatchObject({
      value: 0,
      waiting: 1,
      waitingEntries: [{ counts: 1 }],
    });
    await counting.approve(entry);
    const rule = await counting.firstRule();
    expect(rule).toMatchObject({ value: 1, waiting: 0, counted: [{ counts: 1 }], waitingEntries: [] });
    expect(rule.notCounted.map(({ reasons }) => reasons)).toEqual([['same-session']]);
    expect(await counting.progress()).toMatchObject({ approved: 1, waiting: 0 });
  });

  it('leaves an aborted procedure out, and says so', async () => {
    const counting = await Counting.start(server, 'aborted');
    await counting.approve(
      await counting.send(tfesi({ outcome: 'aborted', abortedReason: 'Vasovagal reaction.' })),
    );
    const rule = await counting.firstRule();
    expect([rule.value, rule.notCounted.map(({ reasons }) => reasons)]).toEqual([0, [['outcome']]]);
  });

  it('of a set that was published when a session was one row stays what it was: per procedure', async () => {
    const counting = await Counting.start(server, 'published');
    await counting.publishedBefore();
    await counting.approve(await counting.send(tfesi(), L3));
    const rule = await counting.firstRule();
    expect(rule.rule).toMatchObject({ kind: 'count', per: 'procedure' });
    expect([rule.value, rule.counted.length, rule.notCounted]).toEqual([2, 2, []]);
  });
});
