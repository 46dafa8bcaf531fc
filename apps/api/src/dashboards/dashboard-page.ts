import { Inject, Injectable } from '@nestjs/common';
import { assess, type RequirementSet } from '@countersign/domain/competency';
import type {
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { People, type NamedPerson } from '../people/people';
import { Programs, todayAt } from '../programs/programs';
import { ApprovalHealth } from './approval-health';
import { competenceLight, competenceRuleText } from './competence-light';
import { entryCounts, noEntries, type EntryCounts } from './entry-counts';
import { readsRatings } from './fellow-standings';
import { groupCount } from './group-count';
import { ProgramFacts, type ProgramFact } from './program-facts';
import { groupTitles } from './rule-sentence';
import { requirementSetView, volumeOf } from './standing-views';

/** The director's page: fellows by competency and by procedure group. */
@Injectable()
export class DashboardPage {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
    @Inject(ProgramFacts) private readonly facts: ProgramFacts,
    @Inject(ApprovalHealth) private readonly approvals: ApprovalHealth,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  async run(view: Reading, programId: string): Promise<DashboardView> {
    const program = await this.programs.load(view, programId);
    const asOfOn = todayAt(program, view);
    const set = await this.programs.requirements(view, programId);
    const fellows = await this.people.withRole(view, { programId, role: 'fellow', on: asOfOn });
    const facts = await this.facts.load(
      view,
      program,
      fellows.map(({ id }) => id),
    );
    const groups = groupTitles(this.catalogues.index(program.catalogueEdition));
    const counts = await entryCounts(view.manager, programId);
    const rows = fellows.map((fellow) =>
      fellowRow(fellow, {
        facts: facts.filter((fact) => fact.fellowId === fellow.id),
        set,
        asOfOn,
        groups,
        counts: counts.get(fellow.id) ?? noEntries,
        readsRatings: readsRatings(view.actor, programId, fellow.id),
      }),
    );
    return {
      asOf: view.now,
      asOfOn,
      programName: program.name,
      requirementSet: requirementSetView(set),
      competencies: columns(set, rows),
      groups: groups.map(({ id, title }) => ({ id, title })),
      fellows: rows,
      ...(await this.approvals.of(view, programId)),
      competenceRule: competenceRuleText,
    };
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
    readsRatings: boolean;
  },
): FellowRowView {
  const { approved, waiting, returned } = on.counts;
  const assessed = assess(on.set, on.facts, { asOf: on.asOfOn });
  return {
    fellow: { id: fellow.id, name: fellow.name },
    baseSpecialty: fellow.baseSpecialty,
    approved,
    waiting,
    returned,
    competencies: on.set.competencies.map((competency, position) => {
      const result = assessed.competencies[position];
      if (!result) throw new Error('assess answers one result per competency');
      const volume = volumeOf(result);
      return {
        competencyId: competency.id,
        approved: volume.approved,
        waiting: volume.waiting,
        met: result.met,
        competence: competenceLight(competency.about, on),
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
