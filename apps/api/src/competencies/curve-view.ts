import { learningCurve, successesToSignal, calibrateLcCusum } from '@countersign/domain/statistics';
import type { CompetenceRuleView } from '@countersign/contracts/competencies/views';
import type {
  AlarmReviewView,
  CurveCaseView,
  CurvePanelView,
  CurveView,
} from '@countersign/contracts/curves/views';
import type { Texts } from '../db/texts';
import { civilDateAt } from '../platform/clock';
import type { Names } from '../programs/names';
import type { ProgramRow } from '../programs/program.row';
import { failuresOf, type Charted, type PlacedReview } from './charted';
import { competenceRule, ruleViewOf } from './competence-light';

/** Decimals of a score that is drawn and read. */
const SCORE_DIGITS = 3;

/** What the charts of a fellow are told with. */
interface Around {
  readonly program: Pick<ProgramRow, 'timeZone'>;
  readonly names: Names;
  readonly texts: Texts;
}

/** By which numbers these charts are made, and who set them; the defaults where there are none. */
export function chartRuleView(
  charted: Pick<Charted, 'design' | 'setting' | 'rule'> | null,
  { program, names }: Omit<Around, 'texts'>,
): CompetenceRuleView {
  if (charted === null) return competenceRule;
  const { design, setting, rule } = charted;
  return {
    ...ruleViewOf(design),
    ...{ limit: rounded(rule.lcLimit), monitoringLimit: rounded(rule.monitoringLimit) },
    ...(setting === null
      ? {}
      : {
          setByProgram: true,
          setBy: names.get(setting.setById) ?? '',
          setOn: civilDateAt(setting.setAt, program.timeZone),
        }),
  };
}

/** The learning curve, case by case. */
export function curveView(charted: Charted, around: Around): CurveView {
  const { cases, reviews, rule, assessed } = charted;
  const restartsAfter = reviews.map(({ afterCase }) => afterCase);
  const stretches = learningCurve({ failures: failuresOf(cases), restartsAfter }, rule);
  const learning = stretches.at(-1)?.panels[0];
  return {
    stretches: stretches.map(({ panels }, at) => {
      // Every stretch but the last one was ended by a review.
      const from = stretches[at + 1]?.fromCase;
      const ended =
        from === undefined ? undefined : reviews.findLast(({ afterCase }) => afterCase === from - 1);
      return {
        panels: panels.map((panel) => panelView(panel, charted)),
        ...(ended === undefined ? {} : { review: reviewView(ended, around) }),
      };
    }),
    ...(assessed.lcSignalCase === null
      ? { successesToSignal: successesToSignal(learning?.path.at(-1) ?? 0, rule) }
      : {}),
  };
}

function panelView(
  panel: ReturnType<typeof learningCurve>[number]['panels'][number],
  { cases, rule, design }: Charted,
): CurvePanelView {
  const { chart, fromCase, path, limit, reachedCase, changeCase } = panel;
  const { horizon, falsePercent } = design;
  const asked = { rates: rule.rates, horizon, falseCompetenceTarget: falsePercent / 100 };
  const fewest =
    chart === 'learning'
      ? calibrateLcCusum(asked).earliestSignal
      : Math.ceil(limit / Math.log(rule.rates.inadequate / rule.rates.adequate) - 1e-9);
  return {
    ...{ chart, limit: rounded(limit), earliestCase: fromCase + fewest - 1 },
    cases: path.flatMap((score, at): CurveCaseView[] => {
      const one = cases[fromCase - 1 + at];
      if (one === undefined) return [];
      const { entryId, itemId, performedOn, help, reason } = one;
      return [
        {
          ...{ number: fromCase + at, entryId, itemId, performedOn, help, score: rounded(score) },
          ...(reason === null ? {} : { failedBy: reason }),
        },
      ];
    }),
    ...(reachedCase === null ? {} : { reachedCase }),
    ...(changeCase === null ? {} : { changeCase }),
  };
}

function reviewView(
  { byId, at, afterCase, noteTextId }: PlacedReview,
  { program, names, texts }: Around,
): AlarmReviewView {
  const note = texts.words(noteTextId);
  return {
    by: names.person(byId),
    ...{ at, on: civilDateAt(at, program.timeZone), afterCase },
    ...(note === undefined ? {} : { note }),
  };
}

function rounded(score: number): number {
  return Number(score.toFixed(SCORE_DIGITS));
}
