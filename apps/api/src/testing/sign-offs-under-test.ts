import { v7 as uuidv7 } from 'uuid';
import type { Competency, RequirementSet } from '@countersign/domain/competency';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { OpenedDocumentView, SignOffView } from '@countersign/contracts/sign-offs/views';
import type { NewPerson } from '../programs/set-up-program';
import type { Reply, TestClient } from './test-client';
import { entryBody, PASSWORD, type TestPeople, type TestProgram } from './test-program';
import { TestServer } from './test-server';

/** Two competencies about one thing: an ordinary one, and one at high risk that asks for the first to be signed. */
const competencies: readonly Competency[] = [
  {
    id: 'lumbar',
    title: 'Lumbar transforaminal epidural',
    shortTitle: 'Lumbar TFESI',
    about: { items: ['esi-tf-lumbar'] },
    rules: [
      { kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 2 },
      { kind: 'distinct', filter: { items: ['esi-tf-lumbar'] }, of: 'supervisor', need: 1 },
    ],
    highRisk: false,
    lapseMonths: 6,
  },
  {
    id: 'risky',
    title: 'Stimulator trial',
    shortTitle: 'Stim trial',
    about: { items: ['scs-trial'] },
    rules: [{ kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 1 }],
    highRisk: true,
  },
  {
    id: 'next',
    title: 'Cervical transforaminal epidural',
    shortTitle: 'Cervical TFESI',
    about: { items: ['esi-tf-cervical'] },
    rules: [{ kind: 'other-competency', competencyId: 'lumbar', standing: 'signed' }],
    highRisk: false,
  },
];

function verified(directorId: string): RequirementSet {
  return {
    ...{ id: 'test-set', title: 'Requirements under test', version: 1, source: 'The test', edition: '1' },
    ...{ effectiveOn: '2026-07-01', verifiedBy: directorId, verifiedOn: '2026-07-01' },
    ...{ verifiedAgainst: 'The test', example: false, conventions: 2, competencies },
  };
}

/** People of the test with a second director and a third supervisor. */
export interface SignOffPeople extends TestPeople {
  readonly otherDirector: NewPerson;
}

/** What stands while sign-offs are tested. */
export interface SignOffsUnderTest {
  readonly server: TestServer;
  readonly program: TestProgram;
  readonly people: SignOffPeople;
  readonly base: string;
  as(who: keyof SignOffPeople): TestClient;
  /** Logs and approves so many entries that count. @returns their ids */
  counted(many: number, by?: NewPerson): Promise<EntryView[]>;
  ask(by: TestClient, change?: object): Promise<Reply<SignOffView>>;
  open(by: TestClient, signOffId: string): Promise<Reply<OpenedDocumentView>>;
  sign(by: TestClient, signOffId: string, change?: object): Promise<Reply<SignOffView>>;
  /** Another act on a sign-off, such as `suspension`. */
  act(by: TestClient, signOffId: string, act: string, body?: object): Promise<Reply<SignOffView>>;
  /** One that a supervisor and the director signed. */
  signed(change?: object): Promise<SignOffView>;
}

/** Starts a server with a program whose requirements a director has verified. */
export async function signOffsUnderTest(label: string): Promise<SignOffsUnderTest> {
  const server = await TestServer.start();
  let people: SignOffPeople | undefined;
  const program = await server.program(label, (given) => {
    const { director } = given.people;
    const otherDirector: NewPerson = {
      ...director,
      id: uuidv7(),
      name: 'Director Two',
      email: `director.two@${label}.example`,
    };
    people = { ...given.people, otherDirector };
    return {
      ...given,
      given: {
        ...given.given,
        people: Object.values(people) as NewPerson[],
        requirements: verified(director.id),
      },
    };
  });
  if (people === undefined) throw new Error('the program has people');
  const known = people;
  const clients = new Map<string, TestClient>();
  for (const [who, person] of Object.entries(known) as [string, NewPerson][])
    clients.set(who, await server.as(person));
  const as = (who: keyof SignOffPeople): TestClient => {
    const client = clients.get(who);
    if (!client) throw new Error(`${who} is not signed in`);
    return client;
  };
  const base = `/programs/${program.id}`;
  const fellowId = known.fellow.id;
  const open = (by: TestClient, id: string) =>
    by.post<OpenedDocumentView>(`${base}/sign-offs/${id}/documents`);
  const ask: SignOffsUnderTest['ask'] = (by, change = {}) =>
    by.post<SignOffView>(`${base}/sign-offs`, {
      body: { id: uuidv7(), fellowId, competencyId: 'lumbar', ...change },
    });
  const sign: SignOffsUnderTest['sign'] = async (by, signOffId, change = {}) => {
    const opened = await open(by, signOffId);
    const { digest, meanings } = opened.body;
    const body = { id: uuidv7(), digest, meaning: meanings?.[0], password: PASSWORD, statementVersion: 1 };
    return by.post<SignOffView>(`${base}/sign-offs/${signOffId}/signatures`, {
      body: { ...body, ...change },
    });
  };
  return {
    ...{ server, program, people: known, base, as, open, ask, sign },
    act: (by, signOffId, act, body) =>
      by.post<SignOffView>(`${base}/sign-offs/${signOffId}/${act}`, body === undefined ? {} : { body }),
    signed: async (change) => {
      const { id } = (await ask(as('fellow'), change)).body;
      await sign(as('supervisor'), id);
      const done = await sign(as('director'), id);
      if (done.body.state !== 'signed') throw new Error(JSON.stringify(done.body));
      return done.body;
    },
    counted: async (many, by = known.supervisor) => {
      const approved: EntryView[] = [];
      for (let time = 0; time < many; time += 1) {
        const body = entryBody(program, { supervisorId: by.id, performedOn: `2026-11-${10 + time}` });
        const { body: entry } = await as('fellow').post<EntryView>(`${base}/entries`, { body });
        const supervisor = by.id === known.supervisor.id ? as('supervisor') : as('otherSupervisor');
        const { id, revision } = entry;
        const path = `${base}/entries/${id}/approval`;
        const reply = await supervisor.post<EntryView>(path, { revision, body: { help: 5 } });
        if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
        approved.push(reply.body);
      }
      return approved;
    },
  };
}
