import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutcomeFact } from '@countersign/domain/competency';
import type {
  DraftContent,
  EntryState,
  Help,
  Outcome,
  ProcedureRole,
  SupervisionLevel,
} from '@countersign/domain/entry';
import { Catalogues } from '../catalogue/catalogues';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow } from '../entries/entry.row';
import type { ProgramRow } from '../programs/program.row';

/** A logged procedure as the rules see it, with whose it is. */
export interface ProgramFact extends OutcomeFact {
  readonly fellowId: string;
}

interface RawFact {
  readonly entryId: string;
  readonly fellowId: string;
  readonly state: EntryState;
  readonly supervisorId: string | null;
  readonly position: number;
  readonly itemId: string;
  readonly groupId: string;
  readonly role: ProcedureRole;
  readonly supervision: SupervisionLevel;
  readonly outcome: Outcome | null;
  readonly levels: number;
  readonly content: string;
  readonly help: number | null;
}

/** Lays out entries as facts for the requirement rules: one version of each, the approved one where there is one. */
@Injectable()
export class ProgramFacts {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** Facts of the program's submitted, returned and counting entries; of one fellow when named. */
  async load(manager: EntityManager, program: ProgramRow, fellowId?: string): Promise<ProgramFact[]> {
    const catalogue = this.catalogues.index(program.catalogueEdition);
    const same = (alias: string) => `${alias}.programId = entry.programId AND ${alias}.entryId = entry.id`;
    const number = 'COALESCE(entry.approvedNumber, entry.number)';
    const query = manager
      .createQueryBuilder(EntryRow, 'entry')
      .innerJoin(EntryVersionRow, 'version', `${same('version')} AND version.number = ${number}`)
      .innerJoin(EntryProcedureRow, 'procedure', `${same('procedure')} AND procedure.number = ${number}`)
      .leftJoin(
        DecisionRow,
        'decision',
        `${same('decision')} AND decision.number = ${number} AND decision.live = 1 AND decision.kind = 'approved'`,
      )
      .where('entry.programId = :programId AND entry.state IN (:...states)', {
        programId: program.id,
        states: ['submitted', 'returned', 'approved', 'amended'],
      })
      .select([
        'entry.id AS entryId',
        'entry.fellowId AS fellowId',
        'entry.state AS state',
        'entry.supervisorId AS supervisorId',
      ])
      .addSelect(['version.content AS content', 'decision.help AS help'])
      .addSelect(
        ['position', 'itemId', 'groupId', 'role', 'supervision', 'outcome', 'levels'].map(
          (name) => `procedure.${name} AS ${name}`,
        ),
      );
    if (fellowId !== undefined) query.andWhere('entry.fellowId = :fellowId', { fellowId });
    const raw = await query.getRawMany<RawFact>();
    return raw.map((row) => factOf(row, catalogue.item(row.itemId)?.kind ?? 'procedure'));
  }
}

function factOf(row: RawFact, kind: 'procedure' | 'experience'): ProgramFact {
  const content = JSON.parse(row.content) as DraftContent;
  return {
    id: `${row.entryId}:${row.position}`,
    entryId: row.entryId,
    fellowId: row.fellowId,
    itemId: row.itemId,
    group: row.groupId,
    kind,
    performedOn: content.performedOn,
    role: row.role,
    supervision: row.supervision,
    outcome: row.outcome,
    help: row.help as Help | null,
    supervisorId: row.supervisorId ?? '',
    siteId: content.siteId ?? '',
    status: row.state,
    simulation: content.simulation,
    painCategory: content.painCategory ?? null,
    setting: content.setting ?? null,
    levels: Math.max(1, row.levels),
  };
}
