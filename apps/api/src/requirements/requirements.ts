import { Injectable } from '@nestjs/common';
import {
  countingSet,
  rulesOfToday,
  type CountingSet,
  type RequirementSet,
  type SetStep,
} from '@countersign/domain/competency';
import type { Reading } from '../db/context';
import { problem } from '../platform/problem';
import { RequirementSetRow } from './requirement-set.row';

/** A fellow as far as requirements bind: those who start together are a cohort; null for none. */
export interface CohortMember {
  readonly id: string;
  readonly cohort: string | null;
}

/** A published version, its set in the words of today's counting. */
export interface PublishedVersion extends Pick<
  RequirementSetRow,
  'id' | 'publishedAt' | 'publishedById' | 'follows'
> {
  readonly set: RequirementSet;
}

/** How each version that follows another continues its competencies. */
export function stepsOf(versions: readonly PublishedVersion[]): readonly SetStep[] {
  return versions.flatMap(({ set: { id: requirementSetId, version }, follows }) => {
    if (follows === null) return [];
    const { mapping, ...from } = follows;
    return [{ from, to: { requirementSetId, version }, mapping }];
  });
}

/** Reads which requirement sets a program has published and which of them binds whom. */
@Injectable()
export class Requirements {
  /** Every published version with how it was published, those published last first; in one statement. */
  async versions({ manager }: Reading, programId: string): Promise<readonly PublishedVersion[]> {
    const rows = await manager.find(RequirementSetRow, {
      where: { programId },
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
    return rows.map(({ body, ...row }) => ({ ...row, set: rulesOfToday(body as RequirementSet) }));
  }

  /** Every published set, those published last first; in one statement. */
  async published(view: Reading, programId: string): Promise<readonly RequirementSet[]> {
    return (await this.versions(view, programId)).map(({ set }) => set);
  }

  /**
   * By which set each of these fellows is counted on a day, and whether it binds; only under one that does anything can be
   * signed. One statement, however many fellows.
   * @throws ProblemException `access/not-found` when nothing was published.
   */
  async bindingFor(
    view: Reading,
    programId: string,
    { fellows, asOf }: { readonly fellows: readonly CohortMember[]; readonly asOf: string },
  ): Promise<ReadonlyMap<string, CountingSet>> {
    const published = await this.published(view, programId);
    return new Map(fellows.map(({ id, cohort }) => [id, setOf(published, { cohort, asOf })]));
  }
}

/**
 * The set by which somebody of a cohort is counted.
 * @throws ProblemException `access/not-found` when nothing was published.
 */
export function setOf(
  published: readonly RequirementSet[],
  of: { readonly cohort: string | null; readonly asOf: string },
): CountingSet {
  const found = countingSet(published, of);
  if (!found) throw problem('access/not-found');
  return found;
}
