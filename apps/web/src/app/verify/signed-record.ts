import { Component, input } from '@angular/core';
import { capacityWords, competencyNotes, meaningWords } from '@countersign/contracts/words/letter';
import { supervisionInLine } from '@countersign/contracts/words/procedure';
import { dayFull } from '@countersign/contracts/words/time';
import type { SupervisionLevel } from '@countersign/domain/entry';
import type { LetterContent, PrintedSignature } from '@countersign/domain/credential';

/** The numbers and signatures of a letter, as the signed record holds them. */
@Component({
  selector: 'cs-signed-record',
  template: `
    @if (letter().attestation) {
      <p>{{ letter().attestation }}</p>
    }
    <h3>Signed competencies</h3>
    @if (letter().competencies.length > 0) {
      <ul class="competencies">
        @for (one of letter().competencies; track one.id) {
          <li>
            <b>{{ one.title }}</b>
            @for (note of notes(one); track note) {
              <small class="note">{{ note }}</small>
            }
            @for (by of one.signatures; track $index) {
              <small>{{ signed(by) }}</small>
            }
            <small
              >supervision: {{ supervision(one.supervision) }}; holds until
              {{ one.until ? day(one.until) : 'revoked' }}</small
            >
          </li>
        }
      </ul>
    } @else {
      <p>None.</p>
    }
    @if (letter().notSigned.length > 0) {
      <p class="cs-text-2 cs-small">Not signed: {{ letter().notSigned.join(', ') }}.</p>
    }
    <h3>Procedures as of {{ day(letter().asOf) }}</h3>
    <div class="cs-table-box" tabindex="0" role="region" aria-label="Procedures by role and supervision">
      <table class="cs-table">
        <thead>
          <tr>
            <th scope="col">Procedure</th>
            @for (head of heads; track head) {
              <th scope="col" class="number">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (item of letter().totals.items; track item.itemId) {
            <tr>
              <th scope="row">{{ item.name }}</th>
              @for (number of numbers(item); track $index) {
                <td class="number">{{ number }}</td>
              }
            </tr>
          }
          <tr>
            <th scope="row"><b>All</b></th>
            @for (number of numbers(letter().totals.all); track $index) {
              <td class="number">
                <b>{{ number }}</b>
              </td>
            }
          </tr>
        </tbody>
      </table>
    </div>
    <p class="cs-text-2 cs-small">
      {{ letter().requirements.title }}, version {{ letter().requirements.version }} ({{
        letter().requirements.standing
      }}). Catalogue {{ letter().catalogueEdition }}. {{ letter().scale }}. In simulation, counted apart:
      {{ letter().totals.simulation }}.
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      padding: 0 1.25rem 1rem;
    }
    small {
      display: block;
      color: var(--cs-text-2);
      font-size: var(--cs-text-sm);
    }
    small.note {
      color: inherit;
      font-style: italic;
    }
    .competencies {
      display: grid;
      gap: 0.5rem;
    }
  `,
})
export class SignedRecord {
  readonly letter = input.required<LetterContent>();

  protected readonly day = dayFull;
  protected readonly heads = [
    'performed',
    'part',
    'assisted',
    'observed',
    'taught',
    'direct',
    'immediate',
    'available',
    'later',
    '12 months',
    '24 months',
  ];

  protected readonly notes = competencyNotes;

  protected numbers({ roles, supervision, performedIn }: LetterContent['totals']['all']): readonly number[] {
    const { performed, assisted, observed, taught, 'performed-part': part } = roles;
    const { direct, oversight, 'indirect-immediate': near, 'indirect-available': far } = supervision;
    return [performed, part, assisted, observed, taught, direct, near, far, oversight, ...performedIn];
  }

  protected supervision(level: string): string {
    return supervisionInLine[level as SupervisionLevel] ?? level;
  }

  protected signed({ name, capacity, meaning, at }: PrintedSignature): string {
    return `${name}, ${capacityWords[capacity] ?? capacity}: ${meaningWords[meaning] ?? meaning}, ${at}`;
  }
}
