import { Component, input } from '@angular/core';
import type { BoardLook } from '@countersign/contracts/words/board';
import { Icon, type IconName } from '../ui/icon';
import type { FellowRows } from './board-lines';

/** The sign of each kind of line: what a circle, a square and a dashed square hold. */
const signs: Readonly<Record<BoardLook, IconName>> = {
  granted: 'door',
  direct: 'people',
  again: 'people',
  observe: 'shown',
};

/** Fellows with their lines; on a phone each line is a card under the fellow’s name. */
@Component({
  selector: 'cs-board-table',
  imports: [Icon],
  template: `
    <table role="table" [attr.aria-label]="label()">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Fellow</th>
          <th role="columnheader" scope="col">Procedure</th>
          <th role="columnheader" scope="col">Supervision needed</th>
          <th role="columnheader" scope="col">Until</th>
        </tr>
      </thead>
      @for (fellow of fellows(); track fellow.name) {
        <tbody role="rowgroup">
          @for (row of fellow.rows; track $index) {
            <tr role="row">
              <th role="rowheader" scope="row" translate="no" [class.again]="$index > 0">
                <b>{{ fellow.name }}</b>
                <small>{{ fellow.where }}</small>
              </th>
              <td role="cell">
                @for (part of row.title; track $index) {
                  @if (part.hit) {
                    <mark [textContent]="part.text"></mark>
                  } @else {
                    <span [textContent]="part.text"></span>
                  }
                }
                @if (row.found) {
                  <small>includes {{ row.found }}</small>
                }
              </td>
              <td role="cell">
                <div class="may {{ row.words.look }}">
                  <span class="sign"><cs-icon [name]="signs[row.words.look]" /></span>
                  <span>
                    <b>{{ row.words.name }}</b>
                    <small>{{ row.words.gloss }}</small>
                    @if (row.demonstration) {
                      <small class="demonstration">demonstration, not to be relied on</small>
                    }
                  </span>
                </div>
              </td>
              <td role="cell">
                {{ row.words.until }}
                @if (row.words.more) {
                  <small translate="no">{{ row.words.more }}</small>
                }
              </td>
            </tr>
          }
        </tbody>
      }
    </table>
  `,
  styleUrl: './board-table.css',
})
export class BoardTable {
  readonly fellows = input.required<readonly FellowRows[]>();
  readonly label = input.required<string>();
  protected readonly signs = signs;
}
