import { Inject, Injectable } from '@nestjs/common';
import {
  assessCompetency,
  restsOnRatings,
  type NotCounted,
  type RuleOutcome,
} from '@countersign/domain/competency';
import type {
  EvidenceLineView,
  EvidenceView,
  RuleEvidenceView,
} from '@countersign/contracts/competencies/views';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import type { Reading } from '../db/context';
import { EntryLines } from '../entries/entry-lines';
import { EntryRow } from '../entries/entry.row';
import { listedEntries } from '../entries/listed-entries';
import { problem } from '../platform/problem';
import { namesIn } from '../programs/names';
import { chartedOf } from './charted';
import { competenceLight } from './competence-light';
import { chartRuleView } from './curve-view';
import { requirementSetView, ruleView } from './standing-views';
import { contextOf, Standings, type Standing } from './standings';

/** The entries behind a fellow's numbers in one competency, rule by rule. */
@Injectable()
export class ReadEvidence {
  constructor(
    @Inject(Standings) private readonly standings: Standings,
    @Inject(EntryLines) private readonly lines: EntryLines,
  ) {}

  async run(
    view: Reading,
    key: { programId: string; fellowId: string; competencyId: string },
  ): Promise<EvidenceView> {
    return this.behind(view, await this.standings.of(view, key), key.competencyId);
  }

  /** The evidence behind a standing, for a caller who has made sure that the reader may know it. */
  async behind(view: Reading, standing: Standing, competencyId: string): Promise<EvidenceView> {
    const { set, facts, fellow, asOfOn, readsRatings } = standing;
    const competency = set.competencies.find(({ id }) => id === competencyId);
    if (!competency) throw problem('access/not-found');
    const assessed = assessCompetency(set, competency, facts, contextOf(standing));
    const explained = assessed.rules.map((outcome) => explain(outcome, standing));
    const charted = chartedOf(competency, standing);
    const names = await namesIn(view, standing.program.id);
    const lines = await this.linesOf(view, standing, explained);
    return {
      asOfOn,
      fellow: names.person(fellow.id),
      competencyId: competency.id,
      title: competency.title,
      requirementSet: requirementSetView(standing),
      rules: explained.map((rule, index) => ruleEvidence(rule, index, { standing, lines, names })),
      competence: competenceLight(charted, readsRatings),
      competenceRule: chartRuleView(charted, { program: standing.program, names }),
    };
  }

  /** The lines of the entries behind the rules, by fact. */
  private async linesOf(
    view: Reading,
    { program, facts }: Standing,
    explained: readonly Explained[],
  ): Promise<ReadonlyMap<string, EntryLineView>> {
    const shown = new Set(
      explained.flatMap((rule) => [...rule.counted, ...rule.waiting, ...rule.notCounted.map(({ id }) => id)]),
    );
    const behind = facts.filter(({ id }) => shown.has(id));
    if (behind.length === 0) return new Map();
    const ids = [...new Set(behind.map(({ entryId }) => entryId))];
    const entries = view.manager
      .createQueryBuilder(EntryRow, 'entry')
      .where('entry.programId = :programId AND entry.id IN (:...ids)', { programId: program.id, ids });
    const { found } = await listedEntries(view, entries);
    const listed = await this.lines.of(view, found);
    const lines = new Map(listed.map((line) => [line.id, line]));
    return new Map(
      behind.flatMap(({ id, entryId }) => {
        const line = lines.get(entryId);
        return line ? [[id, line]] : [];
      }),
    );
  }
}

/** A rule with the facts to look at. */
interface Explained {
  readonly outcome: RuleOutcome;
  readonly counted: readonly string[];
  readonly waiting: readonly string[];
  readonly notCounted: readonly NotCounted[];
  readonly ratingsHidden: boolean;
}

/**
 * Facts of another procedure are not evidence to look at, so they are left out. Which facts a rule about ratings counts
 * would tell the ratings, so that whoever may not read them gets the number alone.
 */
function explain(outcome: RuleOutcome, { readsRatings }: Standing): Explained {
  const ratingsHidden = !readsRatings && restsOnRatings(outcome.rule);
  if (ratingsHidden) return { outcome, counted: [], waiting: [], notCounted: [], ratingsHidden };
  const { counted, waiting } = outcome;
  const waits = new Set(waiting);
  const notCounted = outcome.notCounted.filter(
    ({ id, reasons }) => !reasons.includes('other-procedure') && !waits.has(id),
  );
  return { outcome, counted, waiting, notCounted, ratingsHidden };
}

function ruleEvidence(
  { outcome, counted, waiting, notCounted, ratingsHidden }: Explained,
  index: number,
  around: {
    standing: Standing;
    lines: ReadonlyMap<string, EntryLineView>;
    names: ReadonlyMap<string, string>;
  },
): RuleEvidenceView {
  const { standing, lines, names } = around;
  const { rule, distinctValues } = outcome;
  const levels = new Map(standing.facts.map((fact) => [fact.id, fact.levels]));
  const counting = outcome.branch === undefined ? rule : outcome.parts?.[0]?.rule;
  const perLevel = counting?.kind === 'count' && counting.per === 'level';
  const adds = (id: string) => (perLevel ? (levels.get(id) ?? 1) : 1);
  const line = (id: string, part: { counts: number; reasons: NotCounted['reasons'] }): EvidenceLineView[] => {
    const entry = lines.get(id);
    return entry ? [{ entry, counts: part.counts, reasons: [...part.reasons] }] : [];
  };
  return {
    ...ruleView(outcome, index, standing.set),
    ...(distinctValues
      ? {
          distinctNames: distinctValues.map((id) => names.get(id) ?? standing.catalogue.item(id)?.name ?? ''),
        }
      : {}),
    ...(ratingsHidden ? { ratingsHidden } : {}),
    counted: counted.flatMap((id) => line(id, { counts: adds(id), reasons: [] })),
    waitingEntries: waiting.flatMap((id) => line(id, { counts: adds(id), reasons: [] })),
    notCounted: notCounted.flatMap(({ id, reasons }) => line(id, { counts: 0, reasons })),
  };
}
