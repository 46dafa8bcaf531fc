/** `1 entry`, `3 entries`, `1,204 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** A share in whole percent, such as `80 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/**
 * Procedures with the entries that they open to, where these are fewer: `120 procedures in 116 entries`, else the number
 * alone.
 */
export function procedureCount(
  procedures: number,
  entries: number,
  kind: 'procedure' | 'experience' = 'procedure',
): string {
  if (procedures === entries) return procedures.toLocaleString();
  const many = kind === 'procedure' ? 'procedures' : 'experiences';
  return `${counted(procedures, kind, many)} in ${counted(entries, 'entry', 'entries')}`;
}
