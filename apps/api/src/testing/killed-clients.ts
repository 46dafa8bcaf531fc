import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { ACT_HEADER } from '@countersign/contracts/endpoint';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Reply, TestClient } from './test-client';
import { entryBody, type TestProgram } from './test-program';

/** What a client asked for about an entry, as the log names it. */
export type AskedAct = 'entry.submitted' | 'entry.approved' | 'entry.returned' | 'entry.decision-undone';

/** How it ended for the client: `done` was acknowledged, or seen afterwards where no answer came. */
export interface Written {
  readonly act: AskedAct;
  readonly outcome: 'done' | 'refused' | 'not-done';
  /** Whether an answer came, at once or to the same act sent again; where none did, what became of it was looked up. */
  readonly acknowledged: boolean;
  /** Whether the answer came only when the act was sent again under its key. */
  readonly isSentAgain?: true;
}

/** The two people of a client, and the entries it wrote with all that it asked for. */
export interface WrittenDown {
  readonly acts: ReadonlyMap<string, readonly Written[]>;
}

/** Answers of a server that is about to end, or has lost its database: whether something was done nobody knows. */
const UNSURE = 500;
const RETRY_MS = 25;

/** An act on an entry at the revision that its page has; -1 where it must be refused. */
interface Asked {
  readonly entry: string;
  readonly revision: number;
  readonly send: (key: string) => Promise<Reply<EntryView>>;
}

/** What says what became of an act; undefined where no answer came, or one that does not know. */
async function sure(sent: Promise<Reply<EntryView>>): Promise<Reply<EntryView> | undefined> {
  const reply = await sent.catch(() => undefined);
  return reply && reply.status < UNSURE ? reply : undefined;
}

function under(key: string): Record<string, string> {
  return { [ACT_HEADER.toLowerCase()]: key };
}

/**
 * One client of a server that is killed: a fellow logs, a supervisor approves, returns and takes back, one after another,
 * and everything is written down with its answer. Where no answer came, every second act is sent again under its key as
 * soon as a server is there, as a page does, and what it is answered then is what became of it; of the others the entry
 * is looked at, and what is seen must stay, too.
 */
export class KilledClient implements WrittenDown {
  readonly acts = new Map<string, Written[]>();
  /** Answers so far. */
  answered = 0;
  /** Acts so far that got none at first. */
  private unanswered = 0;

  constructor(
    private readonly program: TestProgram,
    private readonly people: { readonly fellow: TestClient; readonly supervisor: TestClient },
    private readonly supervisorId: string,
    private readonly isOver: () => boolean,
  ) {}

  /** Tells stories of entries until it is over. */
  async work(): Promise<void> {
    while (!this.isOver()) {
      await this.story();
      // Where everything is refused at once the others get their turn too.
      await sleep(1);
    }
  }

  private async story(): Promise<void> {
    const body = entryBody(this.program, { id: uuidv7(), supervisorId: this.supervisorId });
    const entry = `/programs/${this.program.id}/entries/${body.id}`;
    const acts: Written[] = [];
    this.acts.set(body.id, acts);
    const { fellow, supervisor } = this.people;
    const on = (key: string, path: string, revision: number, more: object = {}) =>
      supervisor.post<EntryView>(`${entry}/${path}`, { revision, body: more, headers: under(key) });
    const log = (key: string) =>
      fellow.post<EntryView>(`/programs/${this.program.id}/entries`, { body, headers: under(key) });
    let seen = await this.ask(acts, 'entry.submitted', { entry, revision: 0, send: log });
    if (!seen || this.isOver()) return;
    const { revision } = seen;
    const isReturned = Math.random() < 0.3;
    const why = { reasonCode: 'other', reasonText: 'Please check the levels.' };
    const decide = (key: string) =>
      isReturned ? on(key, 'return', revision, why) : on(key, 'approval', revision, { help: 4 });
    const act = isReturned ? 'entry.returned' : 'entry.approved';
    seen = await this.ask(acts, act, { entry, revision, send: decide });
    if (!seen || this.isOver()) return;
    // The same once more, from a page that is behind: it must be refused, and nothing of it may be there.
    await this.ask(acts, act, { entry, revision: -1, send: decide });
    if (Math.random() < 0.5 || this.isOver()) return;
    const decided = seen.revision;
    seen = await this.ask(acts, 'entry.decision-undone', {
      ...{ entry, revision: decided },
      send: (key) => on(key, 'undo', decided),
    });
    if (!seen || this.isOver()) return;
    const undone = seen.revision;
    await this.ask(acts, 'entry.approved', {
      ...{ entry, revision: undone },
      send: (key) => on(key, 'approval', undone, { help: 5 }),
    });
  }

  /** Asks for one act and writes down what became of it. @returns the entry after it, where it was done */
  private async ask(acts: Written[], act: AskedAct, asked: Asked): Promise<EntryView | undefined> {
    const key = randomUUID();
    const first = await sure(asked.send(key));
    if (first) return this.answer(acts, act, first);
    this.unanswered += 1;
    if (this.unanswered % 2 === 0) {
      let again = await sure(asked.send(key));
      while (!again) {
        await sleep(RETRY_MS);
        again = await sure(asked.send(key));
      }
      return this.answer(acts, act, again, { isSentAgain: true });
    }
    const view = await this.look(asked.entry);
    const isDone = asked.revision >= 0 && view !== undefined && view.revision > asked.revision;
    acts.push({ act, outcome: isDone ? 'done' : 'not-done', acknowledged: false });
    return isDone ? view : undefined;
  }

  private answer(
    acts: Written[],
    act: AskedAct,
    { status, body }: Reply<EntryView>,
    how: Pick<Written, 'isSentAgain'> = {},
  ): EntryView | undefined {
    this.answered += 1;
    const isDone = status < 300;
    acts.push({ act, outcome: isDone ? 'done' : 'refused', acknowledged: true, ...how });
    return isDone ? body : undefined;
  }

  /** Looks at the entry as soon as a server answers. */
  private async look(entry: string): Promise<EntryView | undefined> {
    for (;;) {
      const reply = await this.people.fellow.get<EntryView>(entry).catch(() => undefined);
      if (reply?.status === 200) return reply.body;
      if (reply?.status === 404) return undefined;
      if (reply && reply.status < UNSURE) throw new Error(`an entry is answered ${reply.status}`);
      await sleep(RETRY_MS);
    }
  }
}
