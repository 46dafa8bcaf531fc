import { groupOf, type IdentifierGroup } from '../finding';
import { guardText } from '../guard-text';
import type { LabelledLine } from './labelled-line';

/** The quality of the guard on labelled lines; every share is between 0 and 1. */
export interface GuardFigures {
  /** For each group, the share of the lines with such an identifier in which the guard found one of that group. */
  readonly recall: Readonly<Record<IdentifierGroup, number>>;
  /**
   * Share of the lines with an identifier that were noticed, whatever the guard took it for: blocked where a block is
   * expected, at least a warning where a warning is.
   */
  readonly found: number;
  /** Share of the clean lines that were blocked. */
  readonly falseBlock: number;
  /** Share of the clean lines that got a warning. */
  readonly falseWarn: number;
  /** Ids of the lines whose tier is not the expected one or in which an identifier was missed. */
  readonly wrong: readonly string[];
}

/**
 * Measures the guard. A bare surname counts as found by any finding of a name, since it may stand after a word that
 * another rule takes for a cue; the other groups must be found as what they are.
 */
export function measure(lines: readonly LabelledLine[]): GuardFigures {
  const answers = lines.map((line) => ({ ...line, ...answerTo(line.text) }));
  const clean = answers.filter(({ expect }) => expect.tier === 'clean');
  const recall = (group: IdentifierGroup): number => {
    const labelled = answers.filter(({ expect }) => expect.kinds.includes(group));
    return share(labelled, ({ groups }) => isFound(group, groups));
  };
  return {
    recall: {
      structured: recall('structured'),
      'cued-name': recall('cued-name'),
      'bare-surname': recall('bare-surname'),
    },
    found: share(
      answers.filter(({ expect }) => expect.tier !== 'clean'),
      ({ tier, expect }) => tier === 'block' || tier === expect.tier,
    ),
    falseBlock: share(clean, ({ tier }) => tier === 'block'),
    falseWarn: share(clean, ({ tier }) => tier === 'warn'),
    wrong: answers
      .filter(
        ({ tier, groups, expect }) =>
          tier !== expect.tier || expect.kinds.some((group) => !isFound(group, groups)),
      )
      .map(({ id }) => id),
  };
}

function answerTo(text: string) {
  const { tier, findings } = guardText(text);
  return { tier, groups: new Set(findings.map(({ kind }) => groupOf(kind))) };
}

function isFound(group: IdentifierGroup, groups: ReadonlySet<IdentifierGroup>): boolean {
  return groups.has(group) || (group === 'bare-surname' && groups.has('cued-name'));
}

/** NaN without any item: a figure of nothing must not pass a test. */
function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}
