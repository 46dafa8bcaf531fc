import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readBoard } from '@countersign/contracts/board/endpoints';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { BoardSheet } from './board-sheet';
import { keepReading } from './keep-reading';

/** The supervision board inside the app, for everybody of the program; where staff starts. */
@Component({
  selector: 'cs-board-page',
  imports: [BoardSheet, Icon, Loading, RouterLink],
  template: `
    <div class="cs-page">
      @if (board.view(); as view) {
        <cs-board-sheet
          [view]="view"
          [heardAt]="board.heardAt() ?? view.asOf"
          [stale]="board.stale()"
          [address]="address"
        >
          @if (keepsLinks()) {
            <a class="cs-button quiet" routerLink="/board/displays"><cs-icon name="device" />Displays</a>
          }
        </cs-board-sheet>
      } @else {
        <header class="cs-page-head"><h1>Who may do what, today</h1></header>
        <cs-loading [of]="read">Getting the board …</cs-loading>
      }
    </div>
  `,
})
export class BoardPage {
  readonly #session = inject(Session);
  protected readonly read = inject(ProgramApi).read(readBoard, () => ({}));
  protected readonly board = keepReading(this.read, () => this.#session.ended());
  protected readonly address = `${inject(DOCUMENT).location.origin}/board`;
  protected readonly keepsLinks = computed(() =>
    this.#session.roles().some((role) => role === 'director' || role === 'coordinator'),
  );
}
