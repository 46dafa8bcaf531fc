import { Inject, Injectable } from '@nestjs/common';
import {
  assessCompetency,
  signOffReadiness,
  standingOf,
  type Competency,
  type CompetencyAssessment,
  type Lapse,
  type SignOffReadiness,
  type Waiver,
} from '@countersign/domain/competency';
import { refused, type Result } from '@countersign/domain/refusal';
import { Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';

/** What a sign-off rests on: where the fellow stands in the competency, as the fellow knows it. */
export interface Grounds {
  readonly standing: Standing;
  readonly competency: Competency;
  readonly assessed: CompetencyAssessment;
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

  /** When practice ends, for each of these that is signed and lapses at all, by the id of the sign-off. */
  async lapses(
    view: Reading,
    programId: string,
    signed: readonly { readonly id: string; readonly fellowId: string; readonly competencyId: string }[],
  ): Promise<ReadonlyMap<string, Lapse>> {
    if (signed.length === 0) return new Map();
    const fellowIds = signed.map(({ fellowId }) => fellowId);
    const standings = await this.standings.asFellows(view, programId, fellowIds);
    return new Map(
      signed.flatMap(({ id, fellowId, competencyId }) => {
        const standing = standings.get(fellowId);
        const lapse = standing && groundsIn(standing, competencyId)?.assessed.lapse;
        return lapse ? [[id, lapse] as const] : [];
      }),
    );
  }
}

function groundsIn(standing: Standing, competencyId: string): Grounds | null {
  const { set, facts, asOfOn, held } = standing;
  const competency = set.competencies.find(({ id }) => id === competencyId);
  if (!competency) return null;
  const context = { asOf: asOfOn, signOffs: held };
  return { standing, competency, assessed: assessCompetency(set, competency, facts, context) };
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
