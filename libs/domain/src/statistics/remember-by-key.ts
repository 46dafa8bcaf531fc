/** Answers that are kept for one function; beyond this the oldest is dropped, so that memory stays bounded. */
const CAPACITY = 200;

/**
 * Wraps a pure function so that it computes each question once. Answers are frozen: every caller gets the same object.
 * A question that throws is not kept.
 */
export function rememberByKey<Question, Answer extends object>(
  keyOf: (question: Question) => string,
  compute: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const key = keyOf(question);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const answer = Object.freeze(compute(question));
    if (known.size >= CAPACITY) known.delete(known.keys().next().value as string);
    known.set(key, answer);
    return answer;
  };
}
