import type { Actor, Role } from '@countersign/domain/access';
import { nameless, type Tx } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import type { Writer } from '../platform/privacy';
import { readinessOf, type Grounds } from '../sign-offs/sign-off-grounds';
import { DemoRandom } from './demo-random';
import type { DemoRoster } from './demo-roster';
import { demoStories, type DemoStory, type Sequel } from './demo-stories';
import { DemoTime } from './demo-time';
import type { DemoUseCases } from './demo-use-cases';
import type { Step } from './demo-year';

const DAY_MS = 86_400_000;

/** Days from the last signature to what becomes of it. */
const SEQUEL_DAYS = 12;

/** Names things apart from the year of entries, which stays the same whatever is signed. */
const OTHER_SEED = 77;

/** The year in which the stories happen. */
export interface YearOfStories {
  readonly seed: number;
  readonly roster: DemoRoster;
  /** UTC instants of its first and last midnight. */
  readonly first: number;
  readonly last: number;
  /** The instant to which the year has come. */
  readonly now: () => number;
  readonly plan: (step: Step) => void;
}

/** A sign-off of a story that was asked for, with who is to sign it in this order. */
interface Asked {
  readonly story: DemoStory;
  readonly signOffId: string;
  readonly about: Record<'programId' | 'fellowId' | 'competencyId', string> & { readonly askedOn: string };
  readonly signers: readonly Writer[];
}

/** Has competencies of the demo signed off in the course of its year, by the product’s own use cases. */
export class DemoSignOffs {
  private readonly time: DemoTime;
  private readonly programId: string;
  private readonly proven = new Map<string, Writer>();

  constructor(
    private readonly useCases: DemoUseCases,
    private readonly year: YearOfStories,
  ) {
    this.time = new DemoTime(new DemoRandom(year.seed + OTHER_SEED));
    this.programId = year.roster.program.program.id;
  }

  /** Puts every story on the calendar; what lies outside the year does not happen. */
  plan(): void {
    const { first, last, plan } = this.year;
    demoStories.forEach((story, position) => {
      const day = story.day < 0 ? last + story.day * DAY_MS : first + story.day * DAY_MS;
      const at = day + 15 * 3_600_000 + position * 60_000;
      if (at >= first) plan({ at, run: () => this.ask(story) });
    });
  }

  private async ask(story: DemoStory): Promise<void> {
    const fellowId = this.year.roster.fellows[story.fellow]?.id ?? '';
    const director = this.actor(this.director, 'director');
    const found = await this.act(director, (tx) => this.choose(tx, story, fellowId));
    if (found === null) return;
    const { grounds, reason } = found;
    const { id: competencyId, highRisk } = grounds.competency;
    const by = reason === undefined ? this.actor(fellowId, 'fellow') : director;
    const asked = { id: this.newId(), programId: this.programId, fellowId, competencyId, reason };
    const { signOffId } = await this.act(by, (tx) => this.useCases.signOffs.askSignOff.ask(tx, asked));
    const supervisors = this.supervisorsOf(grounds)
      .slice(0, highRisk ? 2 : 1)
      .map((id) => this.actor(id, 'supervisor'));
    const about = { ...asked, askedOn: grounds.standing.asOfOn };
    this.next({ story, signOffId, about, signers: [...supervisors, director] }, 0);
  }

  /** What the story asks for: the first competency that is ready, or its first one with the waiver. */
  private async choose(
    tx: Tx,
    { competencies, waiver }: DemoStory,
    fellowId: string,
  ): Promise<{ readonly grounds: Grounds; readonly reason: string | undefined } | null> {
    const known: Grounds[] = [];
    for (const competencyId of competencies) {
      const grounds = await this.useCases.signOffs.grounds.of(tx, {
        programId: this.programId,
        fellowId,
        competencyId,
      });
      if (grounds === null || grounds.standing.signOffs.some((one) => one.competencyId === competencyId))
        continue;
      const readiness = readinessOf(grounds, null);
      if (readiness.ok && readiness.value.state === 'ready') return { grounds, reason: undefined };
      known.push(grounds);
    }
    const [grounds] = known;
    return grounds === undefined || waiver === undefined ? null : { grounds, reason: waiver };
  }

  /** Supervisors of what was counted first, by how much of it each decided; then the others. */
  private supervisorsOf({ assessed, standing }: Grounds): string[] {
    const counted = new Set(assessed.rules.flatMap((rule) => rule.counted));
    const cases = (id: string) =>
      standing.facts.filter((fact) => counted.has(fact.id) && fact.supervisorId === id).length;
    return this.year.roster.supervisors
      .map(({ id }) => ({ id, cases: cases(id) }))
      .sort((one, other) => other.cases - one.cases)
      .map(({ id }) => id);
  }

  /** Plans what comes after so many signatures: the next one, a decline, or what becomes of what is signed. */
  private next(asked: Asked, given: number): void {
    const { signers, story } = asked;
    const { signatures = signers.length, declined, sequel } = story;
    const signer = signers[given];
    const step = (days: number, run: () => Promise<void>) =>
      this.year.plan({ at: this.year.now() + days * DAY_MS, run });
    if (signer === undefined) {
      if (sequel !== undefined) step(SEQUEL_DAYS, () => this.follow(asked, sequel));
    } else if (given < signatures) {
      step(1, () => this.sign(asked, signer, given));
    } else if (declined !== undefined) {
      step(1, () => this.decline(asked, signer, declined));
    }
  }

  private async sign(asked: Asked, signer: Writer, given: number): Promise<void> {
    const key = { programId: this.programId, signOffId: asked.signOffId };
    const { signing } = this.useCases.signOffs;
    const opened = await this.act(signer, (tx) => signing.open(tx, key));
    const [meaning] = opened.meanings;
    if (meaning === undefined) throw new Error('a turn has a meaning');
    const { digest, statementVersion } = opened;
    const body = { id: this.newId(), meaning, digest, statementVersion };
    const proven = await this.prove(signer);
    await this.act(proven, (tx) => signing.sign(tx, key, body));
    this.next(asked, given + 1);
  }

  private async decline({ signOffId }: Asked, signer: Writer, text: string): Promise<void> {
    const key = { programId: this.programId, signOffId };
    await this.act(signer, (tx) =>
      this.useCases.signOffs.endSignOff.decline(tx, key, { reasonCode: 'one-more-first', text }),
    );
  }

  /** What becomes of what is signed: the director suspends it, or makes an entry under it void. */
  private async follow(asked: Asked, sequel: Sequel): Promise<void> {
    const director = this.actor(this.director, 'director');
    if (sequel === 'suspended') {
      const key = { programId: this.programId, signOffId: asked.signOffId };
      const text = 'Away for five weeks: the first list after that is supervised directly.';
      return this.act(director, (tx) =>
        this.useCases.signOffs.endSignOff.decide(tx, key, 'suspend', { text }),
      );
    }
    await this.act(director, (tx) => this.voidOne(tx, asked));
  }

  /** Makes one of the entries void that were counted from the first signature on. */
  private async voidOne(tx: Tx, { about }: Asked): Promise<void> {
    const grounds = await this.useCases.signOffs.grounds.of(tx, about, about.askedOn);
    const counted = grounds?.assessed.rules[0]?.counted ?? [];
    const middle = counted[Math.floor(counted.length / 2)];
    const entryId = grounds?.standing.facts.find(({ id }) => id === middle)?.entryId;
    if (entryId === undefined) return;
    const { programId } = this;
    const { revision } = await tx.manager.findOneByOrFail(EntryRow, { programId, id: entryId });
    const seen = { programId, entryId, revision };
    await this.useCases.entries.withdrawEntry.void(tx, seen, 'The same case was logged twice.');
  }

  /** The signer as one who entered the password a moment ago. */
  private async prove(signer: Writer): Promise<Writer> {
    const { personId } = signer;
    const known = this.proven.get(personId);
    if (known) return known;
    const secret = await this.act(nameless('installation'), (tx) =>
      this.useCases.signOffs.passwords.make(tx, personId),
    );
    const proven: Writer = { ...signer, proof: { method: 'password', secret } };
    this.proven.set(personId, proven);
    return proven;
  }

  private actor(personId: string, role: Role): Actor {
    return { personId, roles: [{ programId: this.programId, role }] };
  }

  private get director(): string {
    const held = this.year.roster.program.people.find(({ roles }) =>
      roles.some(({ role }) => role === 'director'),
    );
    return held?.id ?? '';
  }

  private newId(): string {
    this.time.at = this.year.now();
    return this.time.newId();
  }

  private act<T>(actor: Writer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.useCases.db.write(actor, work, { now: this.year.now(), newId: () => this.newId() });
  }
}
