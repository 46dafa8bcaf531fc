import { Component, inject } from '@angular/core';
import { moveCatalogue } from '@countersign/contracts/catalogue/endpoints';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';

/** Tells the director of a newer edition of the catalogue, and moves the program to it. */
@Component({
  selector: 'cs-edition-note',
  imports: [Icon, ProblemNote],
  template: `
    @if (isDirector() && catalogue.newer(); as newer) {
      <div class="cs-note">
        <cs-icon name="info" />
        <p>
          Edition {{ newer }} of the catalogue is here. Entries keep the edition under which they were
          written.
          <button
            type="button"
            class="cs-button dense"
            [attr.aria-disabled]="sending.busy() || null"
            (click)="move(newer)"
          >
            Move the program to it
          </button>
        </p>
      </div>
      @if (sending.problem(); as what) {
        <cs-problem [problem]="what" />
      }
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class EditionNote {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);
  protected readonly catalogue = inject(ProgramCatalogue);
  protected readonly sending = new Sending();
  protected readonly isDirector = () => this.#session.role() === 'director';

  protected async move(edition: string): Promise<void> {
    if (this.sending.busy()) return;
    const moved = await this.sending.send(() => this.#api.call(moveCatalogue, { body: { edition } }));
    if (moved) this.catalogue.read.reload();
  }
}
