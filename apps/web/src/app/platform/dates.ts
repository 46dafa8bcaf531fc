/** Reckoning with civil dates (`YYYY-MM-DD`) and instants (ms since 1970); `words/time` writes them. */

const dayMs = 86_400_000;

/** Whole days from one civil date to another; negative when `toOn` is earlier. */
export function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((startOf(toOn) - startOf(fromOn)) / dayMs);
}

/** The instant at which a civil date starts in UTC; only for counting days. */
function startOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

/** Whole days that have passed between two instants, never negative. */
export function ageInDays(fromAt: number, nowAt: number): number {
  return Math.max(0, Math.floor((nowAt - fromAt) / dayMs));
}

/** The civil date of an instant in the reader's time zone. */
export function civilDateOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
