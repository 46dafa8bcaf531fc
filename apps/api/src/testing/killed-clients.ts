import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Reply, TestClient } from './test-client';
import { entryBody, type TestProgram } from './test-program';

/** What a client asked for about an entry, as the log names it. */
export type AskedAct = 'entry.submitted' | 'entry.approved' | 'entry.returned' | 'entry.decision-undone';

/** How it ended for the client: `done` was acknowledged, or seen afterwards where no answer came. */
export interface Written {
  readonly act: AskedAct;
  readonly outcome: 'done' | 'refused' | 'not-done';
  /** Whether an answer came; where none did, what became of it was looked up. */
  readonly acknowledged: boolean;
}

/** The two people of a client, and the entries it wrote with all that it asked for. */
export interface WrittenDown {
  readonly acts: ReadonlyMap<string, readonly Written[]>;
}

/** Answers of a server that is about to end, or has lost its database: whether something was done nobody knows. */
const UNSURE = 500;
const RETRY_MS = 25;

/**
 * One client of a server that is killed: a fellow logs, a supervisor approves, returns and takes back, one after another,
 * and everything is written down with its answer. Where no answer came the entry is looked at as soon as a server is
 * there again: what is seen then must stay, too.
 */
export class KilledClient implements WrittenDown {
  readonly acts = new Map<string, Written[]>();
  /** Answers so far. */
  answered = 0;

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
    const on = (path: string, revision: number, more: object = {}) =>
      supervisor.post<EntryView>(`${entry}/${path}`, { revision, body: more });
    const log = () => fellow.post<EntryView>(`/programs/${this.program.id}/entries`, { body });
    let seen = await this.ask(acts, 'entry.submitted', { entry, revision: 0, send: log });
    if (!seen || this.isOver()) return;
    const { revision } = seen;
    const isReturned = Math.random() < 0.3;
    const why = { reasonCode: 'other', reasonText: 'Please check the levels.' };
    const decide = () => (isReturned ? on('return', revision, why) : on('approval', revision, { help: 4 }));
    const act = isReturned ? 'entry.returned' : 'entry.approved';
    seen = await this.ask(acts, act, { entry, revision, send: decide });
    if (!seen || this.isOver()) return;
    // The same once more, from a page that is behind: it must be refused, and nothing of it may be there.
    await this.ask(acts, act, { entry, revision: -1, send: decide });
    if (Math.random() < 0.5 || this.isOver()) return;
    const decided = seen.revision;
    seen = await this.ask(acts, 'entry.decision-undone', {
      ...{ entry, revision: decided },
      send: () => on('undo', decided),
    });
    if (!seen || this.isOver()) return;
    const undone = seen.revision;
    await this.ask(acts, 'entry.approved', {
      ...{ entry, revision: undone },
      send: () => on('approval', undone, { help: 5 }),
    });
  }

  /** Asks for one act and writes down what became of it. @returns the entry after it, where it was done */
  private async ask(
    acts: Written[],
    act: AskedAct,
    { entry, revision, send }: { entry: string; revision: number; send: () => Promise<Reply<EntryView>> },
  ): Promise<EntryView | undefined> {
    const reply = await send().catch(() => undefined);
    if (reply && reply.status < UNSURE) {
      this.answered += 1;
      const isDone = reply.status < 300;
      acts.push({ act, outcome: isDone ? 'done' : 'refused', acknowledged: true });
      return isDone ? reply.body : undefined;
    }
    const view = await this.look(entry);
    const isDone = revision >= 0 && view !== undefined && view.revision > revision;
    acts.push({ act, outcome: isDone ? 'done' : 'not-done', acknowledged: false });
    return isDone ? view : undefined;
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
