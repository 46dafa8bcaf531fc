import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  countsToShow,
  holds,
  officeColumnIds,
  officeColumns,
  type ShownCounts,
} from '@countersign/domain/access';
import { isWithin, windowStart } from '@countersign/domain/calendar';
import { countingSet, rulesOfToday, type RequirementSet } from '@countersign/domain/competency';
import type { RequirementSetView } from '@countersign/contracts/competencies/views';
import type {
  InstitutionCountsView,
  OfficeCountView,
  ProgramCountsView,
} from '@countersign/contracts/institution/views';
import { requirementSetView } from '../competencies/standing-views';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { ProgramRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';
import { RequirementSetRow } from '../requirements/requirement-set.row';
import { countEntries, countSignOffs } from './office-counts';

/** A program with what is counted of it. */
interface Counted {
  readonly program: ProgramRow;
  readonly today: string;
  /** Who is a fellow there today. */
  readonly fellows: readonly RoleRow[];
}

/** What an institution's education office sees: numbers of its programs, and no small one. */
@Injectable()
export class ReadInstitutionCounts {
  constructor(@Inject(Programs) private readonly programs: Programs) {}

  /** Of the programs of the institution in which whoever asks is its education office today; in as many statements, however many. */
  async run(view: Reading, programId: string): Promise<InstitutionCountsView> {
    const { institution } = await this.programs.load(view, programId);
    const programs = await programsOf(view, institution);
    const fellows = grouped(
      await view.manager.findBy(RoleRow, { programId: In(programs.map(({ id }) => id)), role: 'fellow' }),
      (role) => role.programId,
    );
    const all = programs.map((program): Counted => {
      const today = todayAt(program, view);
      const held = fellows.get(program.id) ?? [];
      return { program, today, fellows: held.filter((role) => isWithin(today, role)) };
    });
    const shown = countsToShow(officeColumns, await rowsOf(view, all));
    const requirements = await requirementsOf(view, all);
    return {
      institution,
      asOfOn: all.find(({ program }) => program.id === programId)?.today ?? '',
      programs: all.map(({ program, today }, place): ProgramCountsView => ({
        ...{ id: program.id, name: program.name, fromOn: windowStart(today, 12), asOfOn: today },
        counts: countViews(shown.rows[place] ?? {}),
        requirements: requirements.get(program.id) ?? [],
        catalogueEdition: program.catalogueEdition,
      })),
      ...(shown.total && { all: countViews(shown.total) }),
    };
  }
}

/** By name. An institution is what its programs call it, however it is written. */
async function programsOf({ manager, actor }: Reading, institution: string): Promise<ProgramRow[]> {
  const held = new Set(actor.roles.map(({ programId }) => programId));
  const programs = await manager.findBy(ProgramRow, {
    id: In([...held].filter((id) => holds(actor, id, ['institution']))),
  });
  const same = (name: string): string => name.trim().toLowerCase();
  return programs
    .filter((program) => same(program.institution) === same(institution))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The counts of each program, in the order of the programs. */
async function rowsOf(view: Reading, all: readonly Counted[]): Promise<Record<string, number>[]> {
  const entries = await countEntries(view, new Map(all.map(({ program, today }) => [program.id, today])));
  const signOffs = await countSignOffs(
    view,
    new Map(
      all.map(({ program, fellows }) => [program.id, new Set(fellows.map(({ personId }) => personId))]),
    ),
  );
  return all.map(({ program: { id }, fellows }) => ({
    fellows: new Set(fellows.map(({ personId }) => personId)).size,
    ...entries.get(id),
    ...signOffs.get(id),
  }));
}

/** By which sets the fellows of each program are counted, each set once; where there are none, whoever came now. */
async function requirementsOf(
  { manager }: Reading,
  all: readonly Counted[],
): Promise<ReadonlyMap<string, RequirementSetView[]>> {
  const rows = await manager.find(RequirementSetRow, {
    where: { programId: In(all.map(({ program }) => program.id)) },
    order: { publishedAt: 'DESC', id: 'DESC' },
  });
  const published = grouped(rows, ({ programId }) => programId);
  return new Map(
    all.map(({ program, today, fellows }) => {
      const sets = (published.get(program.id) ?? []).map(({ body }) => rulesOfToday(body as RequirementSet));
      const cohorts = fellows.length === 0 ? [null] : [...new Set(fellows.map(({ cohort }) => cohort))];
      const views = cohorts.flatMap((cohort) => {
        const found = countingSet(sets, { cohort, asOf: today });
        return found ? [requirementSetView(found)] : [];
      });
      const once = new Map(views.map((one) => [`${one.id} ${one.version} ${one.binds}`, one]));
      return [program.id, [...once.values()]];
    }),
  );
}

function countViews(counts: ShownCounts): OfficeCountView[] {
  return officeColumnIds.map((column) => {
    const count = counts[column] ?? null;
    return count === null ? { column } : { column, count };
  });
}
