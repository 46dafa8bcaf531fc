import { evaluateWorkedCase } from '../worked-case';
import { readWorkedCase } from '../worked-case-reader';

/** A fact as a file of worked cases holds it. */
export const rawFact = {
  id: 'a',
  procedure: 'tpi',
  date: '2026-06-01',
  role: 'performed',
  supervision: 'direct',
  help: 4,
  supervisor: 'sup-a',
  site: 'main',
  status: 'approved',
  simulation: false,
  levels: 2,
};

/** A worked case of {@link rawFact} as its file holds it; it agrees. */
export const rawCase = {
  id: 'case-1',
  asOf: '2026-12-31',
  spec: { items: ['tpi'], need: 1 },
  facts: [rawFact],
  expect: { count: 1, met: true, notCounted: {} },
};

/** The raw case with one value of it, of its rule, its only fact or its expectation changed. */
export function changed(part: 'spec' | 'fact' | 'expect' | 'case', change: Record<string, unknown>): unknown {
  if (part === 'case') return { ...rawCase, ...change };
  if (part === 'fact') return { ...rawCase, facts: [{ ...rawFact, ...change }] };
  return { ...rawCase, [part]: { ...rawCase[part], ...change } };
}

/** What comes of a raw case once it is read. */
export function evaluate(raw: unknown): ReturnType<typeof evaluateWorkedCase> {
  return evaluateWorkedCase(readWorkedCase(raw));
}
