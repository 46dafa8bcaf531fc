import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { can, type Actor } from '@countersign/domain/access';
import {
  assess,
  type CompetencyAssessment,
  type RequirementSet,
  type RuleOutcome,
} from '@countersign/domain/competency';
import type {
  CompetencyProgressView,
  ProgressView,
  RequirementSetView,
  RuleView,
} from '@countersign/contracts/dashboards/views';
import { Catalogues } from '../catalogue/catalogues';
import { Db } from '../db/db';
import { EntryRow } from '../entries/entry.row';
import { problem } from '../platform/problem';
import type { ProgramRow } from '../programs/program.row';
import { Programs, type NamedPerson } from '../programs/programs';
import { competenceLight, competenceRuleText } from './competence-light';
import { groupCount } from './group-count';
import { ProgramFacts, type ProgramFact } from './program-facts';
import { groupTitles, ruleSentence } from './rule-sentence';

/** The set as numbers must name it. */
export function requirementSetView(set: RequirementSet): RequirementSetView {
  const { id, title, version, source, effectiveOn, example } = set;
  return { id, title, version, source, effectiveOn, example };
}

/** One rule with where the fellow stands. */
export function ruleView(outcome: RuleOutcome, index: number, set: RequirementSet): RuleView {
  const titleOf = (id: string) => set.competencies.find((competency) => competency.id === id)?.title ?? id;
  const { rule, value, need, met, waiting } = outcome;
  return { index, sentence: ruleSentence(rule, titleOf), value, need, met, waiting: waiting.length };
}

/** The volume that a dashboard shows: the first count rule of a competency. */
export function volumeOf(assessment: CompetencyAssessment): {
  approved: number;
  waiting: number;
  need: number;
} {
  const outcome = assessment.rules.find(({ rule }) => rule.kind === 'count') ?? assessment.rules[0];
  return { approved: outcome?.value ?? 0, waiting: outcome?.waiting.length ?? 0, need: outcome?.need ?? 1 };
}

/** A fellow of the program with everything that numbers about that fellow rest on. */
export interface FellowStanding {
  readonly program: ProgramRow;
  readonly fellow: NamedPerson;
  readonly set: RequirementSet;
  readonly facts: readonly ProgramFact[];
  readonly asOfOn: string;
}

/** A fellow's progress page, and the standing that the evidence page opens. */
@Injectable()
export class ProgressPage {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Programs) private readonly programs: Programs,
    @Inject(ProgramFacts) private readonly facts: ProgramFacts,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  async run(actor: Actor, programId: string, fellowId: string): Promise<ProgressView> {
    return this.db.read(async (manager) => {
      const standing = await this.standing(manager, actor, { programId, fellowId });
      const { fellow, set, facts, asOfOn, program } = standing;
      const catalogue = this.catalogues.index(program.catalogueEdition);
      const assessment = assess(set, facts, { asOf: asOfOn });
      const counts = await this.entryCounts(manager, programId, fellowId);
      return {
        asOf: this.programs.now(),
        asOfOn,
        fellow: { id: fellow.id, name: fellow.name },
        baseSpecialty: fellow.baseSpecialty,
        requirementSet: requirementSetView(set),
        ...counts,
        competencies: assessment.competencies.map((competency, position) =>
          competencyView(competency, position, standing),
        ),
        groups: groupTitles(catalogue).map(({ id, title, kind }) => ({
          groupId: id,
          title,
          kind,
          ...groupCount(facts, id),
        })),
        competenceRule: competenceRuleText,
      };
    });
  }

  /** Loads a fellow's standing after asking whether the actor may read it. */
  async standing(
    manager: EntityManager,
    actor: Actor,
    key: { programId: string; fellowId: string },
  ): Promise<FellowStanding> {
    const { programId, fellowId } = key;
    // A fellow whom the reader may not see and a fellow who does not exist are the same to the reader.
    if (!can.readProgress(actor, programId, fellowId).ok) throw problem('access/not-found');
    const program = await this.programs.load(manager, programId);
    const asOfOn = this.programs.today(program);
    const fellow = (await this.programs.fellows(manager, programId)).find(({ id }) => id === fellowId);
    if (!fellow) throw problem('access/not-found');
    const set = await this.programs.requirements(manager, programId);
    return { program, fellow, set, asOfOn, facts: await this.facts.load(manager, program, fellowId) };
  }

  private async entryCounts(
    manager: EntityManager,
    programId: string,
    fellowId: string,
  ): Promise<{ approved: number; waiting: number; returned: number; drafts: number }> {
    const rows = await manager
      .createQueryBuilder(EntryRow, 'entry')
      .where('entry.programId = :programId AND entry.fellowId = :fellowId', { programId, fellowId })
      .select('entry.state', 'state')
      .addSelect('COUNT(*)', 'entries')
      .groupBy('entry.state')
      .getRawMany<{ state: string; entries: string | number }>();
    const count = (...states: string[]) =>
      rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + Number(row.entries), 0);
    return {
      approved: count('approved', 'amended'),
      waiting: count('submitted'),
      returned: count('returned'),
      drafts: count('draft'),
    };
  }
}

function competencyView(
  assessed: CompetencyAssessment,
  position: number,
  { set, facts }: FellowStanding,
): CompetencyProgressView {
  const competency = set.competencies[position];
  if (!competency) throw new Error('assess answers one result per competency');
  return {
    id: competency.id,
    title: competency.title,
    met: assessed.met,
    ...volumeOf(assessed),
    rules: assessed.rules.map((outcome, index) => ruleView(outcome, index, set)),
    competence: competenceLight(competency.about, facts),
  };
}
