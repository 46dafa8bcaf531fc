import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { SigningKeys } from '../ledger/signing-keys';
import { Clock } from '../platform/clock';
import type { Settings } from '../platform/settings';
import type { NewPerson } from '../programs/set-up-program';
import { SetUpProgram } from '../programs/set-up-program';
import { Passwords } from '../sessions/password';
import { Pauses } from '../sessions/pauses';
import { buildServer } from '../server';
import { Template } from './template';
import { createTestDatabase, type TestDatabase } from './test-database';
import { ReplyContract, TestClient } from './test-client';
import { NOON, PASSWORD, testProgram, type TestProgram } from './test-program';

/** A real server over HTTP on a real, migrated database; only its clock is set, and wrong passwords wait for nothing. */
export class TestServer {
  private constructor(
    readonly app: INestApplication<Server>,
    readonly database: TestDatabase,
    readonly origin: string,
    private readonly contract: ReplyContract,
    private readonly passwordHash: string,
  ) {}

  /**
   * @param change settings that differ from those of every test
   * @param logger hears what the log is told; otherwise it is told nowhere
   * @param fill what the database holds before the server opens it; what a first start leaves unless told otherwise
   */
  static async start(
    change: Partial<Settings> = {},
    fill?: (database: TestDatabase) => Promise<void>,
    logger?: Logger,
  ): Promise<TestServer> {
    const database = await createTestDatabase();
    const template = await Template.ofRun();
    await (fill ?? ((empty) => template.fill(empty)))(database);
    const app = await buildServer({ ...database.settings, ...change }, logger);
    app.get(Pauses).wait = () => Promise.resolve();
    await app.get(SigningKeys).start();
    await app.listen(0, '127.0.0.1');
    // A test may pause for long between two requests on one connection.
    app.getHttpServer().keepAliveTimeout = 300_000;
    const origin = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const contract = new ReplyContract(template.document());
    const hash = await app.get(Passwords).hash(PASSWORD);
    const server = new TestServer(app, database, origin, contract, hash);
    server.setClock(NOON);
    return server;
  }

  /** Sets the time that every rule sees. */
  setClock(now: number): void {
    this.app.get(Clock).now = () => now;
  }

  get db(): Db {
    return this.app.get(Db);
  }

  /** Looks at rows as no person would. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.db.read(nameless('test'), ({ manager }) => work(manager));
  }

  /** Runs a command by an actor of that name, who holds no role. */
  write<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.write(nameless(name), work);
  }

  /**
   * Sets up a program with people who can sign in.
   * @param change what is to be different in it
   */
  async program(
    label: string,
    change: (program: TestProgram) => TestProgram = (same) => same,
  ): Promise<TestProgram> {
    const invented = change(testProgram(label, this.passwordHash));
    const people = invented.given.people.map((person) => ({ ...person, passwordChosenAt: NOON }));
    const program = { ...invented, given: { noFactors: true as const, ...invented.given, people } };
    const catalogue = this.app.get(Catalogues).index(currentEdition);
    await this.write('installation', (tx) => this.app.get(SetUpProgram).run(tx, program.given, catalogue));
    return program;
  }

  /** A client without a session. */
  client(): TestClient {
    return new TestClient(this.origin, this.contract);
  }

  /** A client signed in as a person. */
  async as(person: NewPerson): Promise<TestClient> {
    const client = this.client();
    const reply = await client.post('/session', { body: { email: person.email, password: PASSWORD } });
    if (reply.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(reply.body)}`);
    return client;
  }

  async stop(): Promise<void> {
    this.app.getHttpServer().closeAllConnections();
    await this.app.close();
    await this.database.drop();
  }
}
