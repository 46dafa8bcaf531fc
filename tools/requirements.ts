/**
 * Evaluates worked cases of requirement rules: `npm run requirements -- FILE.json`.
 * The file holds `{ "cases": [{ id, title, asOf, spec, facts, expect }] }` as in
 * libs/domain/src/competency/testdata/requirement-cases.json.
 * A case that cannot be read says so in its line, and the others still run.
 * Exit 0: every case agrees; 1: a case differs or could not be read; 2: the file could not be read or has no case.
 */
import { evaluateWorkedCase, readWorkedCase, workedCasesOf } from '@countersign/domain/competency';
import type { NotCounted, WorkedCaseReport } from '@countersign/domain/competency';
import { DomainError } from '@countersign/domain/refusal';
import { BadInput, readJson, runCommand } from './command';

type Verdict = 'agrees' | 'differs' | 'unreadable';

function readCases(path: string | undefined): readonly unknown[] {
  if (path === undefined) throw new BadInput('usage: npm run requirements -- FILE.json');
  const content = readJson(path);
  try {
    return workedCasesOf(content);
  } catch (error) {
    throw new BadInput(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function main([path]: readonly string[]): number {
  const cases = readCases(path);
  const verdicts = cases.map(evaluate);
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  console.log(
    `${cases.length} cases: ${count('agrees')} agree, ${count('differs')} differ, ${count('unreadable')} unreadable`,
  );
  if (cases.length === 0) return 2;
  return count('agrees') === cases.length ? 0 : 1;
}

function evaluate(value: unknown, index: number): Verdict {
  try {
    const worked = readWorkedCase(value);
    const report = evaluateWorkedCase(worked);
    const verdict = report.differences.length === 0 ? 'agrees' : 'differs';
    printLine([`${report.id} ${verdict}`, worked.title, ...inWords(report), ...report.differences]);
    return verdict;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, field = '' } = error;
    const place = message.startsWith(field) ? [] : [`at ${field}`];
    printLine([`${nameOf(value, index)} unreadable`, code, message, ...place]);
    return 'unreadable';
  }
}

/** The id of a case; of one that has none, its place in the file. */
function nameOf(value: unknown, index: number): string {
  const named = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof named === 'string' && named.trim() !== '' ? named : `case ${index + 1}`;
}

/** One line, whatever the texts of the file hold. */
function printLine(columns: readonly string[]): void {
  console.log(columns.join(' | ').replaceAll(/\s+/g, ' '));
}

function inWords({ count, met, notCounted, parts }: WorkedCaseReport): string[] {
  const left = notCounted.map(({ id, reasons }: NotCounted) => `${id}: ${reasons.join(' + ')}`).join(', ');
  return [
    `count ${count}, ${met ? 'met' : 'not met'}`,
    ...(parts.length > 1 ? [parts.map((part) => `${part.name} ${part.value}/${part.need}`).join(', ')] : []),
    left === '' ? 'all counted' : `not counted ${left}`,
  ];
}

runCommand(main);
