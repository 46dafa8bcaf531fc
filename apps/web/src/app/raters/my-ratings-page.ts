import { Component, inject } from '@angular/core';
import { readOwnRatings } from '@countersign/contracts/raters/endpoints';
import { counted } from '@countersign/contracts/words/count';
import {
  agreementInWords,
  connectivityInWords,
  differenceInWords,
  ownNoteInWords,
} from '@countersign/contracts/words/raters';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Loading } from '../ui/loading';
import { IntervalBar } from './interval-bar';

/** What a supervisor reads about the own ratings: a note to think about, seen by the supervisor and the director alone. */
@Component({
  selector: 'cs-my-ratings-page',
  imports: [IntervalBar, Loading],
  template: `
    <div class="cs-page narrow">
      <header class="cs-page-head"><h1>My ratings</h1></header>
      <cs-loading [of]="read">Comparing …</cs-loading>
      @if (view(); as own) {
        <section class="cs-card panel">
          <h2>{{ said(own.note) }}</h2>
          @if (own.note.effect; as effect) {
            <cs-interval-bar [of]="effect" [from]="-1.5" [to]="1.5" [marksZero]="true" />
            <p class="cs-text-2 cs-small">
              From −1.5 to +1.5 points of the help scale; the dashed line is no difference from colleagues.
            </p>
          }
          <p>
            You gave {{ counted(own.note.ratings, 'rating', 'ratings') }} to
            {{ counted(own.note.fellows, 'fellow', 'fellows') }}, {{ own.note.sharedFellows }} of them rated
            by others too.
            @if (own.note.rawMean !== undefined) {
              Your mean as given is {{ own.note.rawMean.toFixed(1) }}.
            }
          </p>
          <p>{{ connected(own.model) }}</p>
        </section>
        <section class="cs-card panel">
          <h2>Beside the fellows’ own ratings</h2>
          <p>{{ agreement(own.note.withFellows) }}. {{ difference(own.note.withFellows) }}</p>
        </section>
        <p class="cs-text-2 cs-small">
          As of {{ day(own.asOfOn) }}. You see your own note and no other; the director sees all; fellows see
          none. Nobody rates at random: hard cases and early fellows look like strict ratings. Lines that were
          rated in one tap count as one.
        </p>
      }
    </div>
  `,
  styles: `
    .panel {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--cs-4);
      padding: var(--cs-5);
    }
  `,
})
export class MyRatingsPage {
  protected readonly read = inject(ProgramApi).read(readOwnRatings, () => ({}));
  protected readonly view = this.read.view;
  protected readonly said = ownNoteInWords;
  protected readonly connected = connectivityInWords;
  protected readonly agreement = agreementInWords;
  protected readonly difference = differenceInWords;
  protected readonly counted = counted;
  protected readonly day = dayFull;
}
