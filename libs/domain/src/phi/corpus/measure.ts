import { groupOf, type GuardTier, type IdentifierGroup } from '../finding';
import { guardText } from '../guard-text';
import type { LabelledLine } from './labelled-line';

/** The quality of the guard on labelled lines; every share is between 0 and 1. */
export interface GuardFigures {
  /**
   * For each group, the share of the lines with such an identifier in which the guard found it: a finding with a structure
   * or one of a name, and an answer that is at least as severe as the line should have.
   */
  readonly recall: Readonly<Record<IdentifierGroup, number>>;
  /** Share of the lines with a cued name in which the guard also knew that it was cued, which only words the reason. */
  readonly cueKnown: number;
  /** Share of the clean lines that were blocked. */
  readonly falseBlock: number;
  /** Share of the clean lines that got a warning. */
  readonly falseWarn: number;
  /** Ids of the lines whose tier is not the expected one or in which an identifier was missed. */
  readonly wrong: readonly string[];
}

/** Measures the guard. */
export function measure(lines: readonly LabelledLine[]): GuardFigures {
  const answers = lines.map((line) => ({ ...line, ...answerTo(line.text) }));
  const clean = answers.filter(({ expect }) => expect.tier === 'clean');
  const labelled = (group: IdentifierGroup) => answers.filter(({ expect }) => expect.kinds.includes(group));
  const recall = (group: IdentifierGroup) => share(labelled(group), (answer) => isFound(group, answer));
  return {
    recall: {
      structured: recall('structured'),
      'cued-name': recall('cued-name'),
      'bare-surname': recall('bare-surname'),
    },
    cueKnown: share(labelled('cued-name'), ({ groups }) => groups.has('cued-name')),
    falseBlock: share(clean, ({ tier }) => tier === 'block'),
    falseWarn: share(clean, ({ tier }) => tier === 'warn'),
    wrong: answers.filter(isWrong).map(({ id }) => id),
  };
}

interface Answer extends LabelledLine {
  readonly tier: GuardTier;
  readonly groups: ReadonlySet<IdentifierGroup>;
}

function answerTo(text: string): Pick<Answer, 'tier' | 'groups'> {
  const { tier, findings } = guardText(text);
  return { tier, groups: new Set(findings.map(({ kind }) => groupOf(kind))) };
}

const SEVERITY: Readonly<Record<GuardTier, number>> = { clean: 0, warn: 1, block: 2 };

/** What the writer meets is the tier: whether a name was taken for a cued or a bare one only words the reason. */
function isFound(group: IdentifierGroup, { tier, groups, expect }: Answer): boolean {
  const found =
    group === 'structured' ? groups.has(group) : groups.has('cued-name') || groups.has('bare-surname');
  return found && SEVERITY[tier] >= SEVERITY[expect.tier];
}

function isWrong(answer: Answer): boolean {
  return answer.tier !== answer.expect.tier || answer.expect.kinds.some((group) => !isFound(group, answer));
}

/** NaN without any item: a figure of nothing must not pass a test. */
function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}
