import type { Actor } from '@countersign/domain/access';
import type { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless, type Tx } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { demoApproval } from './demo-approval';
import { DemoCases, type DemoCase } from './demo-case';
import { addDemoOffice } from './demo-office';
import { DemoRandom } from './demo-random';
import { returns } from './demo-remarks';
import { planQualifications } from './demo-qualifications';
import { demoRoster, type DemoFellow, type DemoRoster } from './demo-roster';
import { DemoSignOffs } from './demo-sign-offs';
import { DemoTime } from './demo-time';
import type { DemoUseCases } from './demo-use-cases';

const DAY_MS = 86_400_000;
/** Forecasts of a demo year are kept every four weeks. */
const FORECASTS_EVERY = 28 * DAY_MS;

/** What a demo year is made of. */
export interface DemoYearOptions {
  readonly seed: number;
  /** The day the demo is made; the year ends here. */
  readonly now: number;
  /** Told in words about every so often. */
  readonly progress: (line: string) => void;
  /** Weeks of the year to make; all of them unless told otherwise. */
  readonly weeks?: number;
}

/** Last event of a demo that was made to its end; one without it was interrupted. */
export const DEMO_COMPLETED = 'demo.completed';

/** Makes the demo program with about 3,500 entries, each by the product's own use cases. Answers how many. */
export async function createDemoYear(
  useCases: DemoUseCases,
  catalogues: Catalogues,
  options: DemoYearOptions,
): Promise<number> {
  return new DemoYear(useCases, catalogues, options).run();
}

/** Something that somebody does at an instant; what follows from it is put on the calendar when it happens. */
export interface Step {
  readonly at: number;
  readonly run: () => Promise<void>;
}

class DemoYear {
  private readonly random: DemoRandom;
  private readonly time: DemoTime;
  private readonly calendar = new Map<number, Step[]>();
  private entries = 0;

  constructor(
    private readonly useCases: DemoUseCases,
    private readonly catalogues: Catalogues,
    private readonly options: DemoYearOptions,
  ) {
    this.random = new DemoRandom(options.seed);
    this.time = new DemoTime(this.random);
  }

  async run(): Promise<number> {
    const today = civilDateAt(this.options.now, 'America/Chicago');
    this.time.at = Date.parse(`${today}T12:00:00Z`) - 400 * DAY_MS;
    const roster = demoRoster(today, () => this.time.newId());
    const catalogue = this.catalogues.index(currentEdition);
    await this.act(nameless('installation'), (tx) => this.useCases.setUp.run(tx, roster.program, catalogue));
    const cases = new DemoCases(this.random, catalogue, roster);
    const first = Date.parse(`${roster.startsOn}T00:00:00Z`);
    const last = Math.min(this.options.now, first + (this.options.weeks ?? Infinity) * 7 * DAY_MS);
    this.planSignOffs(roster, { first, last });
    planQualifications(this.useCases, {
      ...{ seed: this.options.seed, roster, first },
      ...{ now: () => this.time.at, plan: (step: Step) => this.plan(step) },
    });
    for (let day = first; day <= last; day += DAY_MS) {
      const on = new Date(day).toISOString().slice(0, 10);
      for (const fellow of roster.fellows) this.planDay({ fellow, on, roster, cases });
      await this.runDay(day);
      if ((day - first) % FORECASTS_EVERY === 0) await this.keepForecasts(day, roster.program.program.id);
      if ((day - first) % (70 * DAY_MS) === 0 && day > first)
        this.options.progress(`  … ${this.entries} entries, up to ${on}`);
    }
    await this.complete({ programId: roster.program.program.id, fromOn: roster.startsOn });
    return this.entries;
  }

  /** What the weekly job would keep, at longer intervals. */
  private async keepForecasts(day: number, programId: string): Promise<void> {
    this.time.at = Math.max(this.time.at, day);
    await this.act(nameless('system'), (tx) => this.useCases.fellows.forecasts.keep(tx, programId));
  }

  private planSignOffs(roster: DemoRoster, days: { readonly first: number; readonly last: number }): void {
    const { seed } = this.options;
    const now = () => this.time.at;
    new DemoSignOffs(this.useCases, { ...days, seed, roster, now, plan: (step) => this.plan(step) }).plan();
  }

  private async complete(office: { readonly programId: string; readonly fromOn: string }): Promise<void> {
    const { programId } = office;
    this.time.at = this.options.now;
    await this.act(nameless('installation'), async (tx) => {
      await addDemoOffice(tx, office);
      tx.record(DEMO_COMPLETED, { programId, id: programId }, { entries: this.entries });
    });
  }

  private planDay({
    fellow,
    on,
    roster,
    cases,
  }: {
    fellow: DemoFellow;
    on: string;
    roster: DemoRoster;
    cases: DemoCases;
  }): void {
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    const duty = roster.dutyOn(fellow.id, on);
    if (!duty || weekday === 0 || weekday === 6) return;
    const pace =
      fellow.pace * (duty.kind === 'elective' ? 0.35 : 1) * (0.55 + 0.9 * this.random.unit()) + 0.2;
    for (let nth = 0; nth < Math.round(pace); nth += 1) {
      const one = cases.next({ fellow, on, ...duty });
      const at = Date.parse(`${on}T22:00:00Z`) + nth * 180_000 + this.logDelay(fellow, weekday, on);
      this.plan({ at, run: () => this.log({ fellow, one, roster }) });
    }
  }

  /** Some write up at once, some on Fridays, some when the month is over. */
  private logDelay(fellow: DemoFellow, weekday: number, on: string): number {
    const slack = this.random.chance(0.06) ? this.random.int(5, 26) : 0;
    if (fellow.habit === 'same-day')
      return (
        (this.random.weighted([
          [0, 7],
          [1, 2],
          [3, 1],
        ] as const) +
          slack) *
        DAY_MS
      );
    if (fellow.habit === 'weekly') return (5 - weekday + slack) * DAY_MS;
    const dayOfMonth = Number(on.slice(8));
    return (Math.max(0, 28 - dayOfMonth) + slack) * DAY_MS;
  }

  private async log({
    fellow,
    one,
    roster,
  }: {
    fellow: DemoFellow;
    one: DemoCase;
    roster: DemoRoster;
  }): Promise<void> {
    const programId = roster.program.program.id;
    const id = this.time.newId();
    // The newest entries of a day are sometimes still drafts.
    const recent = this.time.at > this.options.now - 4 * DAY_MS;
    const then = recent && this.random.chance(0.25) ? 'keep' : 'submit';
    const actor = actorOf(fellow.id, programId, 'fellow');
    await this.act(actor, (tx) =>
      this.useCases.entries.logEntry.run(tx, programId, { ...one.body, id, then }),
    );
    this.entries += 1;
    if (then === 'submit') this.planDecision({ fellow, one, roster, id, revision: 1, mayReturn: true });
  }

  private planDecision(waiting: Waiting): void {
    const { days } = waiting.one.supervisor;
    const delay = Math.max(0.05, days * (0.3 + this.random.unit() * 1.4)) * DAY_MS;
    this.plan({ at: this.time.at + Math.round(delay), run: () => this.decide(waiting) });
  }

  private async decide(waiting: Waiting): Promise<void> {
    const { one, roster, id, revision } = waiting;
    const programId = roster.program.program.id;
    const actor = actorOf(one.supervisor.id, programId, 'supervisor');
    const seen = { programId, entryId: id, revision };
    if (waiting.mayReturn && this.random.chance(0.045)) {
      const [reasonCode, reasonText] = this.random.one(returns);
      await this.act(actor, (tx) =>
        this.useCases.entries.reviewEntry.return(tx, seen, { reasonCode, reasonText }),
      );
      this.plan({ at: this.time.at + this.random.int(1, 9) * DAY_MS, run: () => this.fix(waiting) });
      return;
    }
    const said = demoApproval(one, this.random);
    await this.act(actor, (tx) => this.useCases.entries.reviewEntry.approve(tx, seen, said));
  }

  private async fix({ fellow, one, roster, id, revision }: Waiting): Promise<void> {
    const programId = roster.program.program.id;
    const [first, ...rest] = one.body.procedures;
    if (!first) return;
    // Whoever only assisted had nothing that a supervisor could take over.
    const isPart = first.role === 'performed' || first.outcome === 'supervisor-took-over';
    const role = isPart ? ('performed-part' as const) : ('assisted' as const);
    const fixed = { ...one.body, procedures: [{ ...first, role }, ...rest] };
    const seen = { programId, entryId: id, revision: revision + 1 };
    const actor = actorOf(fellow.id, programId, 'fellow');
    await this.act(actor, (tx) =>
      this.useCases.entries.editEntry.run(tx, seen, { ...fixed, then: 'submit' }),
    );
    this.planDecision({
      fellow,
      one: { ...one, body: fixed },
      roster,
      id,
      revision: revision + 2,
      mayReturn: false,
    });
  }

  /** One command of the demo year, at the time to which it has come. */
  private act<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.useCases.db.write(actor, work, this.time.moment());
  }

  private plan(step: Step): void {
    // What lies after the day the demo is made does not happen: it is what waits.
    if (step.at > this.options.now) return;
    const day = Math.floor(step.at / DAY_MS);
    this.calendar.set(day, [...(this.calendar.get(day) ?? []), step]);
  }

  private async runDay(midnight: number): Promise<void> {
    const day = Math.floor(midnight / DAY_MS);
    for (
      let steps = this.calendar.get(day);
      steps !== undefined && steps.length > 0;
      steps = this.calendar.get(day)
    ) {
      this.calendar.delete(day);
      for (const step of steps.sort((one, other) => one.at - other.at)) {
        this.time.at = Math.max(this.time.at, step.at);
        await step.run();
      }
    }
  }
}

/** An entry that waits for its supervisor. */
interface Waiting {
  readonly fellow: DemoFellow;
  readonly one: DemoCase;
  readonly roster: DemoRoster;
  readonly id: string;
  readonly revision: number;
  readonly mayReturn: boolean;
}

function actorOf(personId: string, programId: string, role: 'fellow' | 'supervisor'): Actor {
  return { personId, roles: [{ programId, role }] };
}
