import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assess, type RequirementSet } from '@countersign/domain/competency';
import type {
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';
import { Catalogues } from '../catalogue/catalogues';
import { Db } from '../db/db';
import { EntryRow } from '../entries/entry.row';
import { Programs, type NamedPerson } from '../programs/programs';
import { ApprovalHealth } from './approval-health';
import { competenceLight, competenceRuleText } from './competence-light';
import { groupCount } from './group-count';
import { ProgramFacts, type ProgramFact } from './program-facts';
import { requirementSetView, volumeOf } from './progress-page';
import { groupTitles } from './rule-sentence';

type EntryCounts = ReadonlyMap<string, Pick<FellowRowView, 'approved' | 'waiting' | 'returned'>>;

/** The director's page: fellows by competency and by procedure group. */
@Injectable()
export class DashboardPage {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Programs) private readonly programs: Programs,
    @Inject(ProgramFacts) private readonly facts: ProgramFacts,
    @Inject(ApprovalHealth) private readonly approvals: ApprovalHealth,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  async run(programId: string): Promise<DashboardView> {
    return this.db.read(async (manager) => {
      const program = await this.programs.load(manager, programId);
      const asOfOn = this.programs.today(program);
      const set = await this.programs.requirements(manager, programId);
      const fellows = await this.programs.peopleWithRole(manager, { programId, role: 'fellow', on: asOfOn });
      const facts = await this.facts.load(manager, program);
      const groups = groupTitles(this.catalogues.index(program.catalogueEdition));
      const counts = await this.entryCounts(manager, programId);
      const rows = fellows.map((fellow) =>
        fellowRow(fellow, {
          facts: facts.filter((fact) => fact.fellowId === fellow.id),
          set,
          asOfOn,
          groups,
          counts,
        }),
      );
      return {
        asOf: this.programs.now(),
        asOfOn,
        programName: program.name,
        requirementSet: requirementSetView(set),
        competencies: columns(set, rows),
        groups: groups.map(({ id, title }) => ({ id, title })),
        fellows: rows,
        approvals: await this.approvals.health(manager, programId),
        waitingFor: await this.approvals.waitingFor(
          manager,
          programId,
          await this.programs.everybody(manager, programId),
        ),
        competenceRule: competenceRuleText,
      };
    });
  }

  private async entryCounts(manager: EntityManager, programId: string): Promise<EntryCounts> {
    const rows = await manager
      .createQueryBuilder(EntryRow, 'entry')
      .where('entry.programId = :programId', { programId })
      .select(['entry.fellowId AS fellowId', 'entry.state AS state', 'COUNT(*) AS entries'])
      .groupBy('entry.fellowId')
      .addGroupBy('entry.state')
      .getRawMany<{ fellowId: string; state: string; entries: string | number }>();
    const sum = (fellowId: string, states: readonly string[]) =>
      rows
        .filter((row) => row.fellowId === fellowId && states.includes(row.state))
        .reduce((total, row) => total + Number(row.entries), 0);
    return new Map(
      rows.map(({ fellowId }) => [
        fellowId,
        {
          approved: sum(fellowId, ['approved', 'amended']),
          waiting: sum(fellowId, ['submitted']),
          returned: sum(fellowId, ['returned']),
        },
      ]),
    );
  }
}

function fellowRow(
  fellow: NamedPerson,
  on: {
    facts: readonly ProgramFact[];
    set: RequirementSet;
    asOfOn: string;
    groups: readonly { id: string }[];
    counts: EntryCounts;
  },
): FellowRowView {
  const assessed = assess(on.set, on.facts, { asOf: on.asOfOn });
  return {
    fellow: { id: fellow.id, name: fellow.name },
    baseSpecialty: fellow.baseSpecialty,
    ...(on.counts.get(fellow.id) ?? { approved: 0, waiting: 0, returned: 0 }),
    competencies: on.set.competencies.map((competency, position) => {
      const result = assessed.competencies[position];
      if (!result) throw new Error('assess answers one result per competency');
      const { approved, waiting } = volumeOf(result);
      return {
        competencyId: competency.id,
        approved,
        waiting,
        met: result.met,
        competence: competenceLight(competency.about, on.facts),
      };
    }),
    groups: on.groups.map(({ id }) => ({ groupId: id, ...groupCount(on.facts, id) })),
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
