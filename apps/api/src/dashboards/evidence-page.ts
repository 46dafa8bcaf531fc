import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '@countersign/domain/access';
import { assess, explainRule, type NotCountedReason, type RuleOutcome } from '@countersign/domain/competency';
import type {
  EvidenceLineView,
  EvidenceView,
  RuleEvidenceView,
} from '@countersign/contracts/dashboards/views';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { Db } from '../db/db';
import { EntryLines } from '../entries/entry-lines';
import { EntryRow } from '../entries/entry.row';
import { problem } from '../platform/problem';
import { competenceLight } from './competence-light';
import { ProgressPage, requirementSetView, ruleView, type FellowStanding } from './progress-page';
import { reasonTexts } from './rule-sentence';

/** The entries behind a fellow's numbers in one competency, rule by rule. */
@Injectable()
export class EvidencePage {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ProgressPage) private readonly progress: ProgressPage,
    @Inject(EntryLines) private readonly lines: EntryLines,
  ) {}

  async run(
    actor: Actor,
    key: { programId: string; fellowId: string; competencyId: string },
  ): Promise<EvidenceView> {
    return this.db.read(async (manager) => {
      const standing = await this.progress.standing(manager, actor, key);
      const { set, facts, fellow, asOfOn } = standing;
      const position = set.competencies.findIndex((competency) => competency.id === key.competencyId);
      const competency = set.competencies[position];
      const assessed = assess(set, facts, { asOf: asOfOn }).competencies[position];
      if (!competency || !assessed) throw problem('access/not-found');
      const explained = assessed.rules.map((outcome) => explain(outcome, standing));
      const lines = await this.linesOf(manager, actor, { programId: key.programId, explained });
      return {
        asOfOn,
        fellow: { id: fellow.id, name: fellow.name },
        competencyId: competency.id,
        title: competency.title,
        requirementSet: requirementSetView(set),
        rules: explained.map((rule, index) => ruleEvidence(rule, index, { standing, lines })),
        competence: competenceLight(competency.about, facts),
        reasonTexts: { ...reasonTexts },
      };
    });
  }

  private async linesOf(
    manager: EntityManager,
    actor: Actor,
    { programId, explained }: { programId: string; explained: readonly Explained[] },
  ): Promise<ReadonlyMap<string, EntryLineView>> {
    const ids = [
      ...new Set(
        explained
          .flatMap((rule) => [
            ...rule.outcome.counted,
            ...rule.outcome.waiting,
            ...rule.notCounted.map(({ id }) => id),
          ])
          .map(entryIdOf),
      ),
    ];
    if (ids.length === 0) return new Map();
    const rows = await manager.findBy(EntryRow, { programId, id: In(ids) });
    return new Map((await this.lines.of(manager, actor, rows)).map((line) => [line.id, line]));
  }
}

interface Explained {
  readonly outcome: RuleOutcome;
  readonly notCounted: readonly { readonly id: string; readonly reasons: readonly NotCountedReason[] }[];
}

/** Facts of another procedure are not evidence to look at, so they are left out of the explanation. */
function explain(outcome: RuleOutcome, { facts, asOfOn }: FellowStanding): Explained {
  const { rule } = outcome;
  if (rule.kind === 'other-competency' || rule.kind === 'certificate') return { outcome, notCounted: [] };
  const waiting = new Set(outcome.waiting);
  const { notCounted } = explainRule(rule, facts, asOfOn);
  return {
    outcome,
    notCounted: notCounted.filter(
      ({ id, reasons }) => !reasons.includes('other-procedure') && !waiting.has(id),
    ),
  };
}

function entryIdOf(factId: string): string {
  return factId.slice(0, factId.indexOf(':'));
}

function ruleEvidence(
  { outcome, notCounted }: Explained,
  index: number,
  { standing, lines }: { standing: FellowStanding; lines: ReadonlyMap<string, EntryLineView> },
): RuleEvidenceView {
  const { rule } = outcome;
  const levels = new Map(standing.facts.map((fact) => [fact.id, fact.levels]));
  const adds = (id: string) => (rule.kind === 'count' && rule.per === 'level' ? (levels.get(id) ?? 1) : 1);
  const line = (id: string, part: { counts: number; reasons: readonly string[] }): EvidenceLineView[] => {
    const entry = lines.get(entryIdOf(id));
    return entry ? [{ entry, counts: part.counts, reasons: [...part.reasons] }] : [];
  };
  return {
    ...ruleView(outcome, index, standing.set),
    counted: outcome.counted.flatMap((id) => line(id, { counts: adds(id), reasons: [] })),
    waitingEntries: outcome.waiting.flatMap((id) => line(id, { counts: adds(id), reasons: [] })),
    notCounted: notCounted.flatMap(({ id, reasons }) => line(id, { counts: 0, reasons })),
  };
}
