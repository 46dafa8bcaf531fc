import { Location } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import { readSignOffEvidence } from '@countersign/contracts/sign-offs/endpoints';
import {
  competenceInWords,
  competenceRuleInWords,
  concernInWords,
  operatingInWords,
} from '@countersign/contracts/words/competence';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Session } from '../platform/session';
import type { Tables } from '../platform/tables';
import { CompetenceShape } from '../ui/competence-shape';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { evidenceTables } from './evidence-tables';
import { RulesEvidence } from './rules-evidence';

/** The numbers of a competency for those who are asked to sign it: its rules with the entries behind them, each with why. */
@Component({
  selector: 'cs-evidence-page',
  imports: [PersonName, CompetenceShape, Icon, Loading, RouterLink, RulesEvidence, SaveTables],
  host: { '(document:keydown.escape)': 'leave()' },
  templateUrl: './evidence-page.html',
  styleUrl: './evidence-page.css',
})
export class EvidencePage {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #location = inject(Location);

  readonly signOffId = input.required<string>();

  protected readonly read = inject(ProgramApi).read(readSignOffEvidence, () => ({
    params: { signOffId: this.signOffId() },
  }));
  protected readonly view = this.read.view;
  protected readonly back = computed(() => ['/sign-offs', this.signOffId()]);
  /** A supervisor opens entries that name them; the others are told here, and stay with whoever they name. */
  protected readonly opensOf = computed(() =>
    this.#session.role() === 'supervisor' ? this.#session.personId() : undefined,
  );
  protected readonly tables = (view: EvidenceView): Tables => evidenceTables(view, this.#catalogue.index());
  protected readonly day = dayFull;
  protected readonly said = competenceInWords;
  protected readonly concern = concernInWords;
  protected readonly lightInWords = competenceRuleInWords;
  protected readonly operating = operatingInWords;

  /** Back to where the number was opened; where the page was opened by its address, to the sign-off. */
  protected leave(): void {
    if (this.#router.lastSuccessfulNavigation()?.previousNavigation) this.#location.back();
    else void this.#router.navigate(this.back());
  }
}
