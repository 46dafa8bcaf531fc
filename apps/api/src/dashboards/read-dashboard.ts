import { Inject, Injectable } from '@nestjs/common';
import type { RequirementSet } from '@countersign/domain/competency';
import type {
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';
import { competenceRule } from '../competencies/competence-light';
import { competencyNumbers, groupNumbers } from '../competencies/fellow-numbers';
import { requirementSetView } from '../competencies/standing-views';
import { Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { ApprovalHealth } from './approval-health';

/** The director's page: fellows by competency and by procedure group. */
@Injectable()
export class ReadDashboard {
  constructor(
    @Inject(Standings) private readonly standings: Standings,
    @Inject(ApprovalHealth) private readonly approvals: ApprovalHealth,
  ) {}

  async run(view: Reading, programId: string): Promise<DashboardView> {
    const { program, set, catalogue, asOfOn, fellows } = await this.standings.ofProgram(view, programId);
    const rows = fellows.map(fellowRow);
    return {
      asOf: view.now,
      asOfOn,
      programName: program.name,
      requirementSet: requirementSetView(set),
      competencies: columns(set, rows),
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
    fellow: { id: fellow.id, name: fellow.name },
    baseSpecialty: fellow.baseSpecialty,
    approved: counts.approved,
    waiting: counts.waiting,
    returned: counts.returned,
    competencies: competencyNumbers(standing).map(({ competency, assessed, volume, competence }) => ({
      competencyId: competency.id,
      approved: volume.approved,
      waiting: volume.waiting,
      met: assessed.met,
      competence,
    })),
    groups: groupNumbers(standing).map(({ group, ...counted }) => ({ groupId: group.id, ...counted })),
  };
}

/** Columns of the heat map, emptiest first: by the share of the target that the fellows have together. */
function columns(set: RequirementSet, rows: readonly FellowRowView[]): CompetencyColumnView[] {
  const shares = set.competencies.map(({ id, title, shortTitle, rules }, position) => {
    const count = rules.find((rule) => rule.kind === 'count');
    const need = count?.kind === 'count' ? count.need : 1;
    const share = rows.reduce(
      (sum, row) => sum + Math.min(1, (row.competencies[position]?.approved ?? 0) / need),
      0,
    );
    return { share, column: { id, title, shortTitle, need } };
  });
  return shares.sort((one, other) => one.share - other.share).map(({ column }) => column);
}
