import { Inject, Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import {
  boardLine,
  presenceOn,
  proceduresOf,
  type BoardLine,
  type BoardSignOff,
  type Presence,
} from '@countersign/domain/board';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { Competency } from '@countersign/domain/competency';
import type {
  BoardCompetencyView,
  BoardFellowView,
  BoardLineView,
  BoardView,
} from '@countersign/contracts/board/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { namesIn } from '../programs/names';
import { LeaveRow, RotationRow, SiteRow, type ProgramRow } from '../programs/program.row';
import { todayAt } from '../programs/programs';
import { Requirements } from '../requirements/requirements';
import { SignOffs, type SignedCompetency } from '../sign-offs/sign-offs';

/** What a board is read of. */
export type BoardProgram = Pick<ProgramRow, 'id' | 'name' | 'timeZone' | 'catalogueEdition'>;

/** A fellow of today. */
interface FellowOfToday {
  readonly id: string;
  readonly name: string;
  /** Last day of the role, of several the latest. */
  readonly lastOn: string;
  readonly cohort: string | null;
  readonly presence: Presence;
}

/** Puts the supervision board of a program together: who may do what today. */
@Injectable()
export class ReadBoard {
  constructor(
    @Inject(Requirements) private readonly requirements: Requirements,
    @Inject(SignOffs) private readonly signOffs: SignOffs,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  /** A line for each fellow of today and each competency that has a procedure. */
  async run(view: Reading, program: BoardProgram): Promise<BoardView> {
    const today = todayAt(program, view);
    const fellows = await fellowsOf(view, program.id, today);
    const sets = await this.requirements.bindingFor(view, program.id, { fellows, asOf: today });
    const held = await this.signOffs.held(view, program.id);
    const signOffs = grouped(held, ({ fellowId }) => fellowId);
    const shown = new ShownCompetencies(this.catalogues.index(program.catalogueEdition));
    const lines = fellows.map(({ id, name, lastOn, presence }): BoardFellowView => {
      const known = (signOffs.get(id) ?? []).flatMap(boardSignOffs);
      const competencies = sets.get(id)?.set.competencies ?? [];
      return {
        name,
        presence,
        lines: shown.of(competencies).map(({ competency, position }) => {
          return lineView(boardLine(competency, known, { today, lastOn }), position, competencies);
        }),
      };
    });
    const sites = await view.manager.find(SiteRow, {
      where: { programId: program.id },
      order: { name: 'ASC', id: 'ASC' },
    });
    return {
      ...{ program: program.name, timeZone: program.timeZone, today, asOf: view.now },
      sites: sites.map(({ id, name }) => ({ id, name })),
      competencies: shown.views,
      fellows: lines,
    };
  }
}

/** A sign-off for each competency of today that it stands for. */
function boardSignOffs({ signatures, standsAs, ...signOff }: SignedCompetency): BoardSignOff[] {
  const signers = signatures.map(({ printedName }) => printedName);
  return standsAs.map((competencyId) => ({ ...signOff, competencyId, signers }));
}

/** Who is a fellow today, by name, and where. */
async function fellowsOf(view: Reading, programId: string, today: string): Promise<readonly FellowOfToday[]> {
  const onDay = { programId, fromOn: LessThanOrEqual(today), toOn: MoreThanOrEqual(today) };
  const roles = await view.manager.findBy(RoleRow, { ...onDay, role: 'fellow' });
  const rotations = grouped(await view.manager.findBy(RotationRow, onDay), ({ fellowId }) => fellowId);
  const leave = grouped(await view.manager.findBy(LeaveRow, onDay), ({ fellowId }) => fellowId);
  const names = await namesIn(view, programId);
  const last = new Map<string, RoleRow>();
  for (const role of roles) {
    if (role.toOn > (last.get(role.personId)?.toOn ?? '')) last.set(role.personId, role);
  }
  const fellows = [...last].map(([id, { toOn: lastOn, cohort }]) => {
    const schedule = { rotations: rotations.get(id) ?? [], leave: leave.get(id) ?? [] };
    return { id, name: names.get(id) ?? '', lastOn, cohort, presence: presenceOn(today, schedule) };
  });
  return fellows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The competencies that are on the board, each once however many fellows it binds. */
class ShownCompetencies {
  readonly views: BoardCompetencyView[] = [];
  private readonly positions = new Map<Competency, number | null>();

  constructor(private readonly catalogue: CatalogueIndex) {}

  /** Those of a set that have a procedure, in its order, with their place among all. */
  of(competencies: readonly Competency[]): { readonly competency: Competency; readonly position: number }[] {
    return competencies.flatMap((competency) => {
      const position = this.positionOf(competency);
      return position === null ? [] : [{ competency, position }];
    });
  }

  private positionOf(competency: Competency): number | null {
    const known = this.positions.get(competency);
    if (known !== undefined) return known;
    const position = this.placeOf(competency);
    this.positions.set(competency, position);
    return position;
  }

  /** Two versions of a set that call a competency the same share its place. */
  private placeOf(competency: Competency): number | null {
    const procedures = proceduresOf(competency, this.catalogue);
    if (procedures.length === 0) return null;
    const view: BoardCompetencyView = {
      title: competency.title,
      includes: procedures.map(({ name }) => name),
      words: [...new Set(procedures.flatMap(({ synonyms }) => synonyms))],
    };
    const known = this.views.findIndex((one) => JSON.stringify(one) === JSON.stringify(view));
    return known === -1 ? this.views.push(view) - 1 : known;
  }
}

/** The wire form of a line: what is empty stays away, since most of a board is direct and says nothing else. */
function lineView(line: BoardLine, competency: number, set: readonly Competency[]): BoardLineView {
  const { reason, supervision, untilOn, sinceOn, signers, waitsFor, demonstration } = line;
  const titles = waitsFor.map((id) => set.find((one) => one.id === id)?.title ?? id);
  return {
    ...{ competency, reason },
    ...(supervision === null ? {} : { supervision }),
    ...(untilOn === null ? {} : { untilOn }),
    ...(sinceOn === null ? {} : { sinceOn }),
    ...(signers.length === 0 ? {} : { signers: [...signers] }),
    ...(titles.length === 0 ? {} : { waitsFor: titles }),
    ...(demonstration ? { demonstration } : {}),
  };
}
