import { Component, computed, input } from '@angular/core';

const titles = /^(dr|prof|mr|ms|mrs|mx)\.?$/i;

/** Initials of a person in a circle, beside the name; decoration, so it is not read aloud. */
@Component({
  selector: 'cs-person-mark',
  host: { 'aria-hidden': 'true', translate: 'no' },
  template: `{{ initials() }}`,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      width: 2rem;
      height: 2rem;
      border-radius: 50%;
      background: var(--cs-surface-3);
      color: var(--cs-text-2);
      font-size: var(--cs-text-xs);
      font-weight: 600;
    }
  `,
})
export class PersonMark {
  readonly name = input.required<string>();
  protected readonly initials = computed(() => initialsOf(this.name()));
}

/** First letters of the first and the last name, without titles and what follows a comma. */
export function initialsOf(name: string): string {
  const [beforeComma = ''] = name.split(',');
  const words = beforeComma.split(/\s+/).filter((word) => word !== '' && !titles.test(word));
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toLocaleUpperCase();
}
