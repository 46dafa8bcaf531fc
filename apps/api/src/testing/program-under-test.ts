import type { TestClient } from './test-client';
import type { TestPeople, TestProgram } from './test-program';
import { TestServer } from './test-server';

/** What stands while the tests of a block run, and those of its people who are signed in, each by what they are. */
export type ProgramUnderTest<Who extends keyof TestPeople> = Readonly<Record<Who, TestClient>> & {
  readonly server: TestServer;
  readonly program: TestProgram;
  /** Where the routes of the program begin. */
  readonly base: string;
  /** Where its entries are. */
  readonly entries: string;
};

/**
 * A server of its own for a block of tests, with one program, from before the first test until after the last. Only
 * tests and hooks may read what it answers: while the block is described, nothing stands yet.
 *
 * @param label keeps the e-mails of several programs apart
 * @param who is signed in, in this order
 */
export function programUnderTest<Who extends keyof TestPeople = never>(
  label: string,
  ...who: readonly Who[]
): ProgramUnderTest<Who> {
  const here = {} as ProgramUnderTest<Who>;
  beforeAll(async () => {
    const server = await TestServer.start();
    const program = await server.program(label);
    const base = `/programs/${program.id}`;
    Object.assign(here, { server, program, base, entries: `${base}/entries` });
    for (const one of who) Object.assign(here, { [one]: await server.as(program.people[one]) });
  });
  afterAll(() => here.server.stop());
  return here;
}
