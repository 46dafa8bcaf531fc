/** The number written in a key: `by_20` and `by20` ask for 20. */
export interface AskedNumber {
  readonly key: string;
  readonly number: number;
}

/** The last name of a path such as `P_signal_if_adequate.by20`. */
function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The asked keys that match `pattern`, each with the number that its first group holds. */
export function askedNumbers(asked: readonly string[], pattern: RegExp): AskedNumber[] {
  return asked.flatMap((path) => {
    const found = pattern.exec(lastName(path));
    return found === null ? [] : [{ key: lastName(path), number: Number(found[1]) }];
  });
}

/** A probability written without its point: `0025` is 0.025 and `090` is 0.90. */
export function askedFractions(asked: readonly string[], pattern: RegExp): AskedNumber[] {
  return asked.flatMap((path) => {
    const found = pattern.exec(lastName(path));
    if (found === null) return [];
    const digits = String(found[1]);
    return [{ key: lastName(path), number: Number(`${digits.slice(0, 1)}.${digits.slice(1)}`) }];
  });
}

/** Answers each asked key by its number. */
export function answerEach(
  asked: readonly AskedNumber[],
  answer: (value: number) => number,
): Record<string, number> {
  return Object.fromEntries(asked.map(({ key, number }) => [key, answer(number)]));
}
