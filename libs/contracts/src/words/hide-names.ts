/** What stands in the place of a name while names are hidden. */
export const SOMEBODY = 'a supervisor';

/**
 * A text without the names of these people, whole or by their last word, a title with them; what is left reads on.
 * @param insteadOf what stands in the place of this person; a last word that several have is nobody’s
 */
export function withoutNames(
  text: string,
  names: readonly string[],
  insteadOf: (name: string) => string = () => SOMEBODY,
): string {
  const owners = new Map<string, string>();
  for (const name of new Set(names))
    for (const part of partsOf(name)) owners.set(part, owners.has(part) ? SOMEBODY : insteadOf(name));
  // The longest first, so that a whole name goes before its last word.
  const known = [...owners.keys()].sort((one, other) => other.length - one.length);
  if (known.length === 0) return text;
  const pattern = known.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  const search = new RegExp(`(?<![\\p{L}\\p{N}])(?:Dr\\.\\s+)?(${pattern})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(search, (_found, part: string) => owners.get(part.toLowerCase()) ?? SOMEBODY);
}

/** The ways in which somebody is called by name, in small letters. */
function partsOf(name: string): ReadonlySet<string> {
  const bare = name.replace(/^Dr\.\s+/, '').toLowerCase();
  const last = bare.split(/\s+/).at(-1) ?? '';
  return new Set([bare, ...(last.length > 2 ? [last] : [])].filter(Boolean));
}
