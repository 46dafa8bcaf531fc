/**
 * Evaluates worked cases of requirement rules: `npm run requirements -- FILE.json`.
 * The file holds `{ "cases": [{ id, title, asOf, spec, facts, expect }] }` as in
 * libs/domain/src/competency/testdata/requirement-cases.json.
 * Exit 0: every case agrees; 1: a case differs; 2: the file or a case could not be read.
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
  if (cases.length === 0 || count('unreadable') > 0) return 2;
  return count('differs') > 0 ? 1 : 0;
}

function evaluate(value: unknown, index: number): Verdict {
  try {
    const worked = readWorkedCase(value);
    const report = evaluateWorkedCase(worked);
    const verdict = report.differences.length === 0 ? 'agrees' : 'differs';
    console.log(
      [`${report.id} ${verdict}`, worked.title, ...inWords(report), ...report.differences].join(' | '),
    );
    return verdict;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.log(`case ${index + 1} unreadable | ${error.code} | ${error.message}`);
    return 'unreadable';
  }
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
