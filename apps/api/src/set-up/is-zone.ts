/** A zone by its name; the runtime knows more names than it lists, such as `UTC` and `Asia/Kolkata`. */
export function isZone(name: string): boolean {
  // An offset such as +05:30 is no place, and knows no summer time.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
