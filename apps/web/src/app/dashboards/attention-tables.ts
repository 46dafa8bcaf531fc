import type { CompetenceRuleView } from '@countersign/contracts/competencies/views';
import type { AttentionView } from '@countersign/contracts/dashboards/attention-views';
import {
  attentionReasonWords,
  concernSentence,
  falseFlagsInWords,
  suretyInWords,
} from '@countersign/contracts/words/attention';
import { personInWords } from '@countersign/contracts/words/person';
import type { Tables } from '../platform/tables';

/** Every reason to look at a fellow with how sure it is, and what was set aside. */
export function attentionTables(view: AttentionView, rule: CompetenceRuleView): Tables {
  const { asOfOn, lines, quiet, dismissed, expectedFalse } = view;
  return {
    about: [
      ['As of', { on: asOfOn }],
      ['What it is', 'Reasons to look, not verdicts; it is no ranking'],
      ['By chance', falseFlagsInWords(expectedFalse, lines.length + quiet.length)],
      ['No line', quiet.map(({ name }) => name).join(', ')],
    ],
    tables: [
      {
        name: 'Worth a look',
        head: ['Fellow', 'Competency', 'Reason', 'In words', 'How sure'],
        rows: lines.flatMap(({ fellow, concerns }) =>
          concerns.map((one) => [
            ...[personInWords(fellow), one.title, attentionReasonWords[one.reason]],
            ...[concernSentence(one), suretyInWords(one, rule)],
          ]),
        ),
      },
      {
        name: 'Set aside',
        head: ['Fellow', 'Competency', 'Reason', 'By', 'At (UTC)', 'Note'],
        rows: dismissed.map(({ fellow, title, reason, by, at, note }) => [
          ...[personInWords(fellow), title, attentionReasonWords[reason], personInWords(by), { at }, note],
        ]),
      },
    ],
  };
}
