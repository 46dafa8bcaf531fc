import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PastDays, PastDecisionQuery, PastKind } from '@countersign/contracts/reviews/bodies';
import { readPastDecisions } from '@countersign/contracts/reviews/endpoints';
import type { PastDecisionPageView, PastDecisionView } from '@countersign/contracts/reviews/views';
import { counted } from '@countersign/contracts/words/count';
import { correctionOf, standingInWords } from '@countersign/contracts/words/correction';
import { decisionLines } from '@countersign/contracts/words/decision';
import { entryInWords } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';
import { helpReceived } from '@countersign/contracts/words/rating';
import { pastDaysWords, pastKindWords } from '@countersign/contracts/words/review';
import { dayShort, dayWithWeekday, instantFull } from '@countersign/contracts/words/time';
import { InAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { everyRow, type Tables } from '../platform/tables';
import { EmptyState } from '../ui/empty-state';
import { choicesOf, type Choice } from '../ui/fields/choice-chips';
import { ViewChips } from '../ui/fields/view-chips';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { decidedRow, decidedTables } from './decided-tables';

const kinds = choicesOf<PastKind>(pastKindWords);
const periods = choicesOf<PastDays>(pastDaysWords);

type Shown = Pick<PastDecisionPageView, 'decisions' | 'next'>;

/** What the supervisor decided, newest first, with the fellow's own rating once it is open; filters stand in the address. */
@Component({
  selector: 'cs-decided-page',
  imports: [PersonName, EmptyState, Icon, Loading, ProblemNote, RouterLink, SaveTables, ViewChips],
  templateUrl: './decided-page.html',
  styleUrl: './decided-page.css',
})
export class DecidedPage {
  readonly #api = inject(ProgramApi);
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);
  readonly #address = inject(InAddress);

  readonly fellowId = input<string>();
  readonly kind = input<string>();
  readonly days = input<string>();

  protected readonly chosenKind = computed(() => valueIn(kinds, this.kind()));
  protected readonly chosenDays = computed(() => valueIn(periods, this.days()));
  protected readonly query = computed<PastDecisionQuery>(() => {
    const [fellowId, kind, days] = [this.fellowId(), this.chosenKind(), this.chosenDays()];
    return { ...(fellowId && { fellowId }), ...(kind && { kind }), ...(days && { days }) };
  });
  protected readonly first = this.#api.read(readPastDecisions, () => ({ query: this.query() }));
  readonly #shown = linkedSignal<Shown>(() => this.first.view() ?? { decisions: [] });
  protected readonly lines = computed(() => this.#shown().decisions.map((one) => this.#lineOf(one)));
  protected readonly next = computed(() => this.#shown().next);
  protected readonly total = computed(() => this.first.view()?.total ?? 0);
  protected readonly totalText = computed(() => counted(this.total(), 'decision', 'decisions'));
  protected readonly fellows = computed(() => this.first.view()?.fellows ?? []);
  protected readonly isNarrowed = computed(() => Object.keys(this.query()).length > 0);
  protected readonly more = new Sending();
  protected readonly today = this.#clock.today;

  protected readonly kinds = [{ value: 'all', name: 'All' }, ...kinds] as const;
  protected readonly periods = periods;

  /** All that match the filters, not only the pages that were read. */
  protected readonly tables = async (asked: PastDecisionQuery): Promise<Tables> =>
    decidedTables(
      await everyRow(
        (cursor) => this.#api.call(readPastDecisions, { query: { ...asked, ...cursor } }),
        ({ decisions }) => decisions.map((one) => decidedRow(one, this.#lineOf(one))),
      ),
    );

  protected narrow(part: Readonly<Record<string, string | null>>): void {
    this.#address.choose(part);
  }

  protected choose(name: 'fellowId' | 'days', event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.narrow({ [name]: value === '' ? null : value });
  }

  protected showAll(): void {
    this.#address.clear();
  }

  protected async showMore(): Promise<void> {
    const shown = this.#shown();
    const cursor = shown.next;
    if (cursor === undefined) return;
    const query = { ...this.query(), cursor };
    const page = await this.more.send(() => this.#api.call(readPastDecisions, { query }));
    // Another filter was chosen meanwhile: this page belongs to the list before.
    if (!page || this.#shown() !== shown) return;
    const decisions = [...shown.decisions, ...page.decisions];
    this.#shown.set(page.next === undefined ? { decisions } : { decisions, next: page.next });
  }

  #lineOf({ id, kind, at, number, entry }: PastDecisionView) {
    const version = entry.versions.find((one) => one.number === number);
    const decision = version?.decisions.find((one) => one.kind === kind && one.at === at && !one.undone);
    const forWhom = decision?.onBehalfOf && personInWords(decision.onBehalfOf);
    const correction = decision?.corrections ? correctionOf(entry) : undefined;
    const dayOf = (instant: number) => dayShort(this.#clock.dayOf(instant), this.#clock.today());
    return {
      id,
      kind,
      entryId: entry.id,
      forWhom,
      fellow: personInWords(entry.fellow),
      what: entryInWords(entry, this.#catalogue.index()),
      on: dayWithWeekday(entry.content.performedOn, this.#clock.today()),
      title: `${pastKindWords[kind]}${forWhom === undefined ? '' : ` for ${forWhom}`} ${instantFull(at, this.#clock.timeZone())}`,
      // A newer version may have been corrected since: only what was said to this one belongs here.
      became: correction?.at === at ? standingInWords(correction, this.#clock.now(), dayOf) : undefined,
      said: version && decision ? decisionLines(decision, version.itemNames) : [],
      // What the entry shows is the version that counts: a self-rating stands beside the rating of that one alone.
      selfRatings: kind === 'approved' && entry.approvedNumber === number ? selfRatingsIn(entry) : [],
    };
  }
}

/** The fellow's own rating of each procedure that has an open one. */
function selfRatingsIn({ content }: PastDecisionView['entry']): readonly string[] {
  return content.procedures.flatMap(({ itemName, selfHelp }) => {
    const step = helpReceived.find(({ value }) => value === selfHelp);
    if (!step) return [];
    const said = `${step.value}, ${step.full}`;
    return [content.procedures.length > 1 ? `${itemName}: ${said}` : said];
  });
}

/** The choice that the address names. */
function valueIn<Value extends string>(choices: readonly Choice<Value>[], value?: string): Value | undefined {
  return choices.find((choice) => choice.value === value)?.value;
}
