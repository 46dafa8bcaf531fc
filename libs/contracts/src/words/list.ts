const either = new Intl.ListFormat('en-US', { type: 'disjunction' });
const together = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** `clinic`, `clinic or inpatient`, `clinic, inpatient, or telehealth`. */
export function oneOf(words: readonly string[]): string {
  return either.format(words);
}

/** `Pumps`, `Pumps and Stimulation`, `Pumps, Stimulation, and 3 more`. */
export function allOf(words: readonly string[]): string {
  return together.format(words);
}
