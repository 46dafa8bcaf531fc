import { Inject, Injectable } from '@nestjs/common';
import { filledShare, type CountingSet, type RequirementSet } from '@countersign/domain/competency';
import type {
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';
import { competenceRule } from '../competencies/competence-light';
import { competencyNumbers, groupNumbers, needOf } from '../competencies/fellow-numbers';
import { asOnDay } from '../competencies/past-day';
import { requirementSetView } from '../competencies/standing-views';
import { Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { personView } from '../people/people';
import { ApprovalHealth } from './approval-health';

/** The director's page: fellows by competency and by procedure group. */
@Injectable()
export class ReadDashboard {
  constructor(
    @Inject(Standings) private readonly standings: Standings,
    @Inject(ApprovalHealth) private readonly approvals: ApprovalHealth,
  ) {}

  /** @param asked the day it is for, with the fellows of that day, where that is not today */
  async run(view: Reading, programId: string, asked?: string): Promise<DashboardView> {
    const past = await this.standings.pastDay(view, programId, asked);
    const standings = await this.standings.ofProgram(view, programId, past, past);
    const { program, catalogue, asOfOn } = standings;
    const fellows = past === undefined ? standings.fellows : standings.fellows.map(asOnDay);
    const rows = fellows.map(fellowRow);
    const [most, ...others] = setsInUse(fellows.length === 0 ? [standings] : fellows);
    return {
      asOf: view.now,
      asOfOn,
      programName: program.name,
      requirementSet: requirementSetView(most),
      otherSets: others.map((one) => ({ ...requirementSetView(one), fellows: one.fellows })),
      competencies: columns(
        [most, ...others].map(({ set }) => set),
        rows,
      ),
      groups: catalogue.catalogue.groups.map(({ id, name }) => ({ id, title: name })),
      fellows: rows,
      ...(await this.approvals.of(view, programId)),
      competenceRule,
    };
  }
}

function fellowRow(standing: Standing): FellowRowView {
  const { fellow, counts } = standing;
  return {
    fellow: personView(fellow),
    baseSpecialty: fellow.baseSpecialty,
    ...(fellow.cohort === null ? {} : { cohort: fellow.cohort }),
    approved: counts.approved,
    waiting: counts.waiting,
    returned: counts.returned,
    competencies: competencyNumbers(standing).map(({ competency, assessed, volume, competence }) => ({
      competencyId: competency.id,
      approved: volume.approved,
      waiting: volume.waiting,
      need: volume.need,
      met: assessed.met,
      rulesMet: assessed.rules.filter(({ met }) => met).length,
      rules: assessed.rules.length,
      competence,
    })),
    groups: groupNumbers(standing).map(({ group, ...counted }) => ({ groupId: group.id, ...counted })),
  };
}

/** The sets by which fellows are counted, with how many each, those of most fellows first. */
function setsInUse(standings: readonly CountingSet[]): [CountedBy, ...CountedBy[]] {
  const found = new Map<string, CountedBy>();
  for (const { set, binds } of standings) {
    const key = `${set.id} ${set.version} ${binds}`;
    found.set(key, { set, binds, fellows: (found.get(key)?.fellows ?? 0) + 1 });
  }
  const [most, ...others] = [...found.values()].sort((one, other) => other.fellows - one.fellows);
  if (!most) throw new Error('somebody is counted by something');
  return [most, ...others];
}

interface CountedBy extends CountingSet {
  readonly fellows: number;
}

/** Columns of the heat map, emptiest first: by the share of the target that the fellows have together, then as in the sets. */
function columns(sets: readonly RequirementSet[], rows: readonly FellowRowView[]): CompetencyColumnView[] {
  const competencies = new Map(
    sets.flatMap((set) => set.competencies.map((one) => [one.id, one] as const)).toReversed(),
  );
  const inOrder = new Set(sets.flatMap((set) => set.competencies.map(({ id }) => id)));
  const shares = [...inOrder].flatMap((competencyId, place) => {
    const competency = competencies.get(competencyId);
    if (!competency) return [];
    const { id, title, shortTitle } = competency;
    const cells = rows.flatMap((row) => row.competencies.filter((cell) => cell.competencyId === id));
    const need = Math.max(...cells.map((cell) => cell.need), needOf(competency));
    return [{ share: filledShare(cells), column: { id, title, shortTitle, need, place } }];
  });
  return shares.sort((one, other) => one.share - other.share).map(({ column }) => column);
}
