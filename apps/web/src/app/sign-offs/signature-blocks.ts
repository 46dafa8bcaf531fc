import { Component, computed, input } from '@angular/core';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import {
  digestInWords,
  meaningGiven,
  methodGiven,
  placeInWords,
} from '@countersign/contracts/words/sign-off';
import { instantSigned } from '@countersign/contracts/words/time';
import { Icon } from '../ui/icon';

/** In these a signature stands no more; it stays, struck through. */
const takenBack: readonly SignOffView['state'][] = ['declined', 'withdrawn', 'revoked'];

/** Every signature that was given, and every one that is still to come, in the order of signing. */
@Component({
  selector: 'cs-signature-blocks',
  imports: [Icon],
  template: `
    <ol aria-label="Signatures">
      @for (one of given(); track one.id) {
        <li [class.missing]="isTakenBack()">
          <i><cs-icon [name]="isTakenBack() ? 'void' : 'check'" /></i>
          <div>
            <p>
              @if (isTakenBack()) {
                <b translate="no"
                  ><s>{{ one.printedName }}</s></b
                >
                <span class="cs-pill">not in force</span>
              } @else {
                <b translate="no">{{ one.printedName }}</b>
              }
            </p>
            <p class="cs-text-2">{{ meaning[one.meaning] }}</p>
            <p class="cs-text-2">{{ time(one.at, one.timeZone) }}</p>
            <p class="cs-text-2">{{ method[one.method] }}</p>
            <p class="digest" translate="no">signature {{ digest(one.digest) }}</p>
          </div>
        </li>
      }
      @for (one of missing(); track one.number) {
        <li class="missing to-come">
          <i>{{ one.number }}</i>
          <div>
            <p>
              <b>{{ one.who }}</b>
            </p>
            <p class="cs-text-2">{{ one.said }}</p>
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './signature-blocks.css',
})
export class SignatureBlocks {
  readonly signOff = input.required<SignOffView>();

  protected readonly given = computed(() => this.signOff().signatures);
  protected readonly isTakenBack = computed(() => takenBack.includes(this.signOff().state));
  protected readonly missing = computed(() => {
    const { order, turn } = this.signOff();
    if (turn === undefined) return [];
    const given = this.given().length;
    return order.slice(given).map((_, at) => ({
      number: given + at + 1,
      who: upper(placeInWords(order, given + at)),
      said: at === 0 ? 'signs next' : 'after that',
    }));
  });
  protected readonly meaning = meaningGiven;
  protected readonly method = methodGiven;
  protected readonly time = instantSigned;
  protected readonly digest = (whole: string): string => digestInWords(whole, 4);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
