import { DomainError } from '../../refusal';

/** Whether every number in an answer, at any depth, is finite; null and text say themselves what they mean. */
export function isFinite(answer: unknown): boolean {
  if (typeof answer === 'number') return Number.isFinite(answer);
  if (typeof answer !== 'object' || answer === null) return answer !== undefined;
  return Object.values(answer).every(isFinite);
}

/** The code of a refusal, thrown or answered; undefined for an answer. */
export function codeOf(act: () => unknown): { readonly answer?: unknown; readonly code?: string } {
  try {
    const answer = act();
    const { ok, code } = (answer ?? {}) as { ok?: unknown; code?: unknown };
    return ok === false ? { code: String(code) } : { answer };
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code };
    throw error;
  }
}
