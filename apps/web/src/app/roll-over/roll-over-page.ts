import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isCivilDate } from '@countersign/domain/calendar';
import { readRollOver } from '@countersign/contracts/roll-over/endpoints';
import { graduateKeeps, rollOverDayInWords, rollOverFinding } from '@countersign/contracts/words/roll-over';
import { dayFull } from '@countersign/contracts/words/time';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { Field, FieldControl } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { StepPart } from './step-part';

/** The change of the academic year as one checklist. Nothing is ticked off: each step says what is true now. */
@Component({
  selector: 'cs-roll-over-page',
  imports: [Field, FieldControl, Icon, Loading, RouterLink, StepPart],
  templateUrl: './roll-over-page.html',
  styleUrl: './roll-over-page.css',
})
export class RollOverPage {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  protected readonly on = partOfAddress('on');

  protected readonly read = inject(ProgramApi).read(readRollOver, () => ({
    query: isCivilDate(this.on()) ? { on: this.on() } : {},
  }));
  protected readonly view = this.read.view;
  protected readonly isDirector = computed(() => this.#session.role() === 'director');
  protected readonly finding = rollOverFinding;
  protected readonly dayText = rollOverDayInWords;
  protected readonly graduates = graduateKeeps;
  protected readonly day = dayFull;

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
