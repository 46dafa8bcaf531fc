import { Inject, Injectable } from '@nestjs/common';
import {
  assessCompetency,
  continuedAs,
  isHeld,
  signOffReadiness,
  standingOf,
  type Competency,
  type CompetencyAssessment,
  type Lapse,
  type SignOffReadiness,
  type Waiver,
} from '@countersign/domain/competency';
import { refused, type Result } from '@countersign/domain/refusal';
import { contextOf, Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import type { SignOffRow } from './sign-off.row';

/** What a sign-off rests on: where the fellow stands in the competency, as the fellow knows it. */
export interface Grounds {
  readonly standing: Standing;
  readonly competency: Competency;
  readonly assessed: CompetencyAssessment;
}

/** Where a sign-off stands under the requirements by which its fellow is counted today. */
export interface SignOffToday {
  /** Competencies of today for which it stands; none where nothing continues what was signed. */
  readonly standsAs: readonly Competency[];
  /** When practice ends, of what is signed: of several competencies, of the one that lapses first. */
  readonly lapse: Lapse | null;
}

/** Reads what sign-offs rest on. */
@Injectable()
export class SignOffGrounds {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /**
   * Where a fellow stands in a competency; null where the fellow's requirements do not have it.
   * @param asOfOn the day it is for, where that is not today
   * @throws ProblemException `access/not-found` for nobody who was ever a fellow of the program
   */
  async of(
    view: Reading,
    key: { readonly programId: string; readonly fellowId: string; readonly competencyId: string },
    asOfOn?: string,
  ): Promise<Grounds | null> {
    const standings = await this.standings.asFellows(view, key.programId, [key.fellowId], asOfOn);
    const standing = standings.get(key.fellowId);
    if (!standing) throw new Error('a fellow has one standing');
    return groundsIn(standing, key.competencyId);
  }

  /** Where each of these, signed or ended since, stands today, by the id of the sign-off. */
  async today(
    view: Reading,
    programId: string,
    rows: readonly SignOffRow[],
  ): Promise<ReadonlyMap<string, SignOffToday>> {
    if (rows.length === 0) return new Map();
    const fellowIds = rows.map(({ fellowId }) => fellowId);
    const standings = await this.standings.asFellows(view, programId, fellowIds);
    return new Map(
      rows.flatMap((row) => {
        const standing = standings.get(row.fellowId);
        return standing ? [[row.id, todayOf(standing, row)] as const] : [];
      }),
    );
  }
}

function todayOf(standing: Standing, row: SignOffRow): SignOffToday {
  const competencies = standsAs(standing, row);
  if (row.state !== 'signed') return { standsAs: competencies, lapse: null };
  const lapses = competencies
    .flatMap(({ id }) => groundsIn(standing, id)?.assessed.lapse ?? [])
    .sort((one, other) => (one.currentThroughOn ?? '').localeCompare(other.currentThroughOn ?? ''));
  return { standsAs: competencies, lapse: lapses[0] ?? null };
}

/**
 * The competencies of the fellow's set for which a sign-off stands, in its order: its own, or where steps from version to
 * version lead. One that is signed anew under the version itself, or of which not every part is signed, it is not.
 */
export function standsAs(
  { set, steps, signOffs, held }: Standing,
  { setId, setVersion, competencyId, state }: SignOffRow,
): readonly Competency[] {
  const to = { requirementSetId: set.id, version: set.version };
  const from = { requirementSetId: setId, version: setVersion };
  const ids = continuedAs(to, { ...from, competencyId }, steps);
  const own = set.competencies.filter(({ id }) => ids.includes(id));
  if (setId === set.id && setVersion === set.version) return own;
  const anew = signOffs.filter(
    (one) => isHeld(one) && one.setId === set.id && one.setVersion === set.version,
  );
  return own.filter(
    ({ id }) =>
      !anew.some((one) => one.competencyId === id) &&
      (state !== 'signed' || held.some((one) => one.competencyId === id)),
  );
}

function groundsIn(standing: Standing, competencyId: string): Grounds | null {
  const { set, facts } = standing;
  const competency = set.competencies.find(({ id }) => id === competencyId);
  if (!competency) return null;
  const assessed = assessCompetency(set, competency, facts, contextOf(standing));
  return { standing, competency, assessed };
}

/** Whether a competency may be signed on these grounds. Refusals: those of `signOffReadiness`, and `sign-off/set-unverified` where no set binds the fellow. */
export function readinessOf(
  { standing, assessed }: Grounds,
  waiver: Waiver | null,
): Result<SignOffReadiness> {
  const { set, asOfOn, binds } = standing;
  if (!binds) return refused('sign-off/set-unverified');
  const assessment = {
    ...{ requirementSetId: set.id, version: set.version, standing: standingOf(set), asOf: asOfOn },
    competencies: [assessed],
  };
  return signOffReadiness(assessment, assessed.competencyId, waiver);
}
