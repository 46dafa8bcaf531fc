/**
 * Whether two words differ by at most so many slips of a finger: a letter too many, one missing, a wrong one, or two
 * neighbours swapped (optimal string alignment).
 */
export function isWithinSlips(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = nextLine(one.slice(0, row), other, last, before);
    if (Math.min(...line) > most) return false;
    before = last;
    last = line;
  }
  return (last[other.length] ?? 0) <= most;
}

/** Slips between a word and each beginning of another, from those of the word without its last one or two letters. */
function nextLine(one: string, other: string, last: number[], before: number[]): number[] {
  const letter = one.at(-1);
  const line = [one.length];
  for (let column = 1; column <= other.length; column += 1) {
    const isSame = letter === other[column - 1];
    const isSwap = column > 1 && letter === other[column - 2] && one.at(-2) === other[column - 1];
    line.push(
      Math.min(
        at(last, column) + 1,
        at(line, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(before, column - 2) + 1 : Infinity,
      ),
    );
  }
  return line;
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Infinity;
}
