/** What stands in the place of a supervisor's name while names are hidden. */
export const SOMEBODY = 'a supervisor';

/** A text without the names of these people, whole or by their last word; what is left reads on. */
export function withoutNames(text: string, names: readonly string[]): string {
  const parts = names.flatMap((name) => {
    const bare = name.replace(/^Dr\.\s+/, '');
    const last = bare.split(/\s+/).at(-1) ?? '';
    return [name, bare, ...(last.length > 2 ? [`Dr. ${last}`, last] : [])];
  });
  // The longest first, so that a title goes with its name.
  const known = [...new Set(parts)].filter(Boolean).sort((one, other) => other.length - one.length);
  if (known.length === 0) return text;
  const pattern = known.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'), SOMEBODY);
}
