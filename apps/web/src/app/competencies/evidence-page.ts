import { Location } from '@angular/common';
import { afterRenderEffect, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { readEvidence } from '@countersign/contracts/competencies/endpoints';
import { readSignOffEvidence } from '@countersign/contracts/sign-offs/endpoints';
import type { EvidenceLineView, RuleEvidenceView } from '@countersign/contracts/competencies/views';
import {
  competenceInWords,
  competenceRuleInWords,
  concernInWords,
  operatingInWords,
} from '@countersign/contracts/words/competence';
import { ruleInWords } from '@countersign/contracts/words/competency';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { EvidenceList } from './evidence-list';

/** A competency’s numbers, opened: for every rule the entries that count, that wait, and that do not, with the reason. */
@Component({
  selector: 'cs-evidence-page',
  imports: [CompetenceShape, EvidenceList, Icon, Loading, RouterLink],
  host: { '(document:keydown.escape)': 'leave()' },
  templateUrl: './evidence-page.html',
  styleUrl: './evidence-page.css',
})
export class EvidencePage {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #location = inject(Location);
  readonly #route = inject(ActivatedRoute);
  readonly #document = inject(DOCUMENT);

  /** Whose evidence for what; absent where it is opened by what is to be signed. */
  readonly fellowId = input<string>();
  readonly competencyId = input<string>();
  readonly signOffId = input<string>();

  readonly #ofCompetency = inject(ProgramApi).read(readEvidence, () => {
    const [fellowId, competencyId] = [this.fellowId(), this.competencyId()];
    return fellowId === undefined || competencyId === undefined
      ? undefined
      : { params: { fellowId, competencyId } };
  });
  readonly #ofSignOff = inject(ProgramApi).read(readSignOffEvidence, () => {
    const signOffId = this.signOffId();
    return signOffId === undefined ? undefined : { params: { signOffId } };
  });
  protected readonly read = computed(() =>
    this.signOffId() === undefined ? this.#ofCompetency : this.#ofSignOff,
  );
  protected readonly view = computed(() => this.read().view());
  protected readonly isOwn = computed(() => this.fellowId() === this.#session.personId());
  protected readonly back = computed(() => {
    const signOffId = this.signOffId();
    if (signOffId !== undefined) return ['/sign-offs', signOffId];
    return this.isOwn() ? ['/progress'] : ['/fellows', this.fellowId() ?? ''];
  });
  /** A supervisor opens entries that name them; the others are told here, and stay with whoever they name. */
  protected readonly opensOf = computed(() =>
    this.#session.role() === 'supervisor' ? this.#session.personId() : undefined,
  );
  protected readonly day = dayFull;
  protected readonly said = competenceInWords;
  protected readonly concern = concernInWords;
  protected readonly lightInWords = competenceRuleInWords;
  protected readonly operating = operatingInWords;
  protected readonly ruleText = (rule: Parameters<typeof ruleInWords>[0]): string =>
    ruleInWords(rule, this.#catalogue.index());

  constructor() {
    // The rule that was clicked is not on the page before its numbers are, too late for the router to scroll to it.
    afterRenderEffect(() => {
      const fragment = this.#route.snapshot.fragment;
      if (this.view() && fragment) this.#document.getElementById(fragment)?.scrollIntoView();
    });
  }

  /** Back to where the number was opened; where the page was opened by its address, to the fellow's progress. */
  protected leave(): void {
    if (this.#router.lastSuccessfulNavigation()?.previousNavigation) this.#location.back();
    else void this.#router.navigate(this.back());
  }

  protected partsOf(
    rule: RuleEvidenceView,
  ): readonly { title: string; lines: readonly EvidenceLineView[]; none: string }[] {
    return [
      { title: 'Count', lines: rule.counted, none: 'No entry counts yet.' },
      { title: 'Wait for approval', lines: rule.waitingEntries, none: 'Nothing waits.' },
      { title: 'Do not count', lines: rule.notCounted, none: 'No entry of this procedure is left out.' },
    ];
  }
}
