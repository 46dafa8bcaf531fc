/** A number as precise as it is said, for a file that is not to promise more. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
