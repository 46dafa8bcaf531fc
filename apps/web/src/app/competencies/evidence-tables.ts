import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { EvidenceView, RuleEvidenceView } from '@countersign/contracts/competencies/views';
import { notCountedWords, ruleInWords } from '@countersign/contracts/words/competency';
import { lineInWords } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';
import type { Cell, Table, Tables } from '../platform/tables';
import { evidenceRows } from './evidence-marks';

const words = { counts: 'counts', waits: 'waits for approval', not: 'does not count' } as const;

/** The rules of a competency with their numbers, and the entries behind each with what it makes of them and why. */
export function evidenceTables(view: EvidenceView, catalogue: CatalogueIndex | undefined): Tables {
  const { asOfOn, fellow, title, requirementSet: set, rules } = view;
  return {
    about: [
      ['As of', { on: asOfOn }],
      ['Fellow', personInWords(fellow)],
      ['Competency', title],
      ['Requirements', set.title],
      ['Version of the requirements', set.version],
      ['In force from', { on: set.effectiveOn }],
      ['Source of the requirements', set.source],
    ],
    tables: [
      {
        name: 'Rules',
        head: ['Rule', 'In words', 'Reached', 'Needed', 'Met'],
        rows: rules.map((rule) => [
          ...[rule.index + 1, ruleInWords(rule, catalogue), rule.value, rule.need, rule.met ? 'yes' : 'no'],
        ]),
      },
      entriesOf(rules, catalogue),
    ],
  };
}

function entriesOf(rules: readonly RuleEvidenceView[], catalogue: CatalogueIndex | undefined): Table {
  return {
    name: 'Entries',
    head: [
      ...['Performed on', 'Procedures', 'Supervisor', 'Site', 'Rule', 'What it makes of it', 'Adds'],
      ...['Why not', 'Entry'],
    ],
    rows: evidenceRows(rules).flatMap(({ entry, marks }) =>
      marks.map((mark): Cell[] => [
        ...[{ on: entry.performedOn }, entry.procedures.map((one) => lineInWords(one, catalogue)).join('; ')],
        ...[entry.supervisor && personInWords(entry.supervisor), entry.siteName],
        ...[mark.rule + 1, words[mark.state], mark.counts],
        ...[mark.reasons.map((reason) => notCountedWords[reason]).join('; '), entry.id],
      ]),
    ),
  };
}
