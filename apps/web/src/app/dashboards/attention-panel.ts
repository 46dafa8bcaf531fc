import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompetenceRuleView } from '@countersign/contracts/competencies/views';
import type { AttentionView, ConcernView } from '@countersign/contracts/dashboards/attention-views';
import { dismissConcern, readAttention } from '@countersign/contracts/dashboards/endpoints';
import {
  attentionFinding,
  attentionReasonWords,
  concernSentence,
  falseFlagsInWords,
  suretyInWords,
} from '@countersign/contracts/words/attention';
import { dayFull } from '@countersign/contracts/words/time';
import { v7 as uuidv7 } from 'uuid';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import type { Tables } from '../platform/tables';
import { Icon, type IconName } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SaveTables } from '../ui/save-tables';
import { attentionTables } from './attention-tables';
import { SetAsideDialog } from './set-aside-dialog';
import { PersonName } from '../ui/person-name';

/** Where one looks at a concern, and what the link says. */
interface Way {
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly says: string;
}

const icons: Readonly<Partial<Record<ConcernView['reason'], IconName>>> = {
  'evidence-flagged': 'differs',
  'monitoring-alarm': 'warning',
  'concern-low': 'warning',
  'concern-drift': 'warning',
  'long-waits': 'clock',
  'qualification-expired': 'warning',
  'qualification-expiring': 'clock',
  'ratings-missing': 'people',
  'few-raters': 'people',
};

/** Who needs a look now: reasons, never verdicts; how sure each is, and how many chance alone would raise. */
@Component({
  selector: 'cs-attention-panel',
  imports: [PersonName, Icon, Loading, NgTemplateOutlet, ProblemNote, RouterLink, SaveTables, SetAsideDialog],
  templateUrl: './attention-panel.html',
  styleUrl: './attention-panel.css',
})
export class AttentionPanel {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);
  private readonly dialog = viewChild.required(SetAsideDialog);

  readonly rule = input.required<CompetenceRuleView>();

  protected readonly read = this.#api.read(readAttention, () => ({}));
  /** What it shows; the page draws the forecasts of it on the map. */
  readonly view = linkedSignal(() => this.read.view());
  protected readonly sending = new Sending();
  protected readonly isDirector = computed(() => this.#session.role() === 'director');
  protected readonly title = computed(() => {
    const view = this.view();
    return view === undefined ? 'Worth your attention' : attentionFinding(view);
  });
  /** The worst of each fellow stands in sight, the others behind it. */
  protected readonly lines = computed(() =>
    (this.view()?.lines ?? []).flatMap(({ fellow, concerns }) => {
      const [worst, ...others] = concerns.map((concern) => ({
        concern,
        icon: icons[concern.reason] ?? ('calendar' as const),
        sentence: concernSentence(concern),
        surety: suretyInWords(concern, this.rule()),
        way: wayOf(concern, fellow.id),
      }));
      return worst === undefined ? [] : [{ fellow, worst, others }];
    }),
  );
  protected readonly quiet = computed(() => (this.view()?.quiet ?? []).map(({ name }) => name).join(', '));
  protected readonly chance = computed(() => {
    const view = this.view();
    return view ? falseFlagsInWords(view.expectedFalse, view.lines.length + view.quiet.length) : '';
  });
  protected readonly dismissed = computed(() =>
    (this.view()?.dismissed ?? []).map((one) => ({
      ...one,
      word: attentionReasonWords[one.reason],
      on: dayFull(this.#clock.dayOf(one.at)),
    })),
  );
  protected readonly tables = (view: AttentionView): Tables => attentionTables(view, this.rule());

  reload(): void {
    if (!this.read.isLoading()) this.read.reload();
  }

  protected async setAside(fellowId: string, concern: ConcernView, sentence: string): Promise<void> {
    const note = await this.dialog().ask(sentence);
    if (note === undefined) return;
    const { competencyId, reason, basis } = concern;
    const body = {
      ...{ id: uuidv7(), fellowId, reason, basis, note },
      ...(competencyId === undefined ? {} : { competencyId }),
    };
    const view = await this.sending.send(() => this.#api.call(dismissConcern, { body }));
    if (view) {
      this.view.set(view);
      await this.dialog().done();
    } else if (this.sending.isOutdated()) this.read.reload();
  }
}

function wayOf({ reason, competencyId, signOffId }: ConcernView, fellowId: string): Way {
  if (signOffId !== undefined) return { path: ['/sign-offs', signOffId], says: 'Decide on the sign-off' };
  if (reason === 'long-waits')
    return {
      path: ['/fellows', fellowId, 'entries'],
      query: { state: 'submitted' },
      says: 'Look at what waits',
    };
  if (reason === 'qualification-expired' || reason === 'qualification-expiring')
    return { path: ['/people', fellowId, 'qualifications'], says: 'Look at the qualifications' };
  if (competencyId === undefined) return { path: ['/fellows', fellowId, 'entries'], says: 'Look at the log' };
  return { path: ['/fellows', fellowId, 'competencies', competencyId], says: 'Look at the cases' };
}
