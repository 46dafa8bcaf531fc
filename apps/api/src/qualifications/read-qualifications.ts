import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { can } from '@countersign/domain/access';
import { byExpiry, qualificationState } from '@countersign/domain/qualification';
import type {
  ProgramQualificationsView,
  QualificationLineView,
  QualificationsView,
} from '@countersign/contracts/qualifications/views';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import { People, personView } from '../people/people';
import { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { problem } from '../platform/problem';
import { namesIn } from '../programs/names';
import { Programs, todayAt } from '../programs/programs';
import { factsOf } from './held-qualifications';
import type { OfFellow } from './keep-qualifications';
import { QualificationRow } from './qualification.row';

/** Reads what fellows are qualified by, with where it stands today. */
@Injectable()
export class ReadQualifications {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** Those of one fellow, also one who has left. @throws ProblemException `access/not-found` also where the reader may not */
  async ofFellow(view: Reading, { programId, fellowId }: OfFellow): Promise<QualificationsView> {
    const { actor, manager } = view;
    if (!can.readQualifications(actor, programId, fellowId).ok) throw problem('access/not-found');
    const today = todayAt(await this.programs.load(view, programId), view);
    const fellow = (await this.people.fellows(view, programId)).find(({ id }) => id === fellowId);
    if (!fellow) throw problem('access/not-found');
    const rows = await manager.find(QualificationRow, {
      where: { programId, personId: fellowId },
      order: { changedAt: 'DESC', id: 'ASC' },
    });
    const notes = rows.map(({ note }) => note);
    const [names, texts] = [await namesIn(view, programId), await readTexts(view, programId, notes)];
    return {
      today,
      fellow: personView(fellow),
      mayKeep: can.keepQualifications(actor, programId, fellowId).ok,
      qualifications: rows.toSorted(byFacts).map((row) => {
        const note = texts.words(row.note);
        return {
          ...lineView(row, today),
          ...{ revision: row.revision, changedAt: row.changedAt, changedBy: names.person(row.changedById) },
          ...(note === undefined ? {} : { note }),
        };
      }),
    };
  }

  /** Those of the fellows of today and to come; for readers of the whole program. */
  async ofProgram(view: Reading, programId: string): Promise<ProgramQualificationsView> {
    const { manager } = view;
    const today = todayAt(await this.programs.load(view, programId), view);
    const held = await manager.findBy(RoleRow, {
      ...{ programId, role: 'fellow' as const },
      toOn: MoreThanOrEqual(today),
    });
    const rows = await manager.find(QualificationRow, {
      where: { programId, endedAt: IsNull() },
      order: { id: 'ASC' },
    });
    const own = grouped(rows.toSorted(byFacts), ({ personId }) => personId);
    const names = await namesIn(view, programId);
    const ids = [...new Set(held.map(({ personId }) => personId))];
    const fellows = ids
      .map((id) => ({ fellow: names.person(id), rows: own.get(id) ?? [] }))
      .sort((one, other) => one.fellow.name.localeCompare(other.fellow.name, 'en'))
      .sort((one, other) => first(one.rows, other.rows));
    return {
      today,
      fellows: fellows.map(({ fellow, rows: mine }) => ({
        fellow,
        qualifications: mine.map((row) => lineView(row, today)),
      })),
    };
  }
}

function byFacts(one: QualificationRow, other: QualificationRow): number {
  return byExpiry(factsOf(one), factsOf(other));
}

/** Who has something that expires first comes first, who has nothing comes last. */
function first(one: readonly QualificationRow[], other: readonly QualificationRow[]): number {
  const [mine, theirs] = [one[0], other[0]];
  if (!mine || !theirs) return (mine ? 0 : 1) - (theirs ? 0 : 1);
  return byFacts(mine, theirs);
}

function lineView(row: QualificationRow, today: string): QualificationLineView {
  const { id, kind, specialty, title, issuer, jurisdiction, standing, fromOn, expiresOn } = row;
  const state = qualificationState(factsOf(row), today);
  return {
    ...{ id, kind, issuer, standing, state: state.name },
    ...(specialty !== null && { specialty }),
    ...(title !== null && { title }),
    ...(jurisdiction !== null && { jurisdiction }),
    ...(fromOn !== null && { fromOn }),
    ...(expiresOn !== null && { expiresOn }),
    ...('days' in state && { days: state.days }),
  };
}
