import { Inject, Injectable } from '@nestjs/common';
import { checkContent, type ContentStage, type DraftContent } from '@countersign/domain/entry';
import { refused, type Refused } from '@countersign/domain/refusal';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { mustAll } from '../platform/problem';
import { placingOf } from '../programs/placing';
import { neededDetailsOf, todayAt } from '../programs/programs';
import type { EntrySurroundings } from './version-writer';

/** Checks an entry's content against the rule book and against the program. */
@Injectable()
export class EntryRules {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** What the program says of the day, the place and the supervisor of a content, with its catalogue. */
  async around(
    view: Reading,
    { programId, fellowId }: { readonly programId: string; readonly fellowId: string },
    { performedOn: on, siteId, supervisorId }: DraftContent,
  ): Promise<EntrySurroundings> {
    const placing = await placingOf(view, { programId, fellowId, on, siteId, supervisorId });
    return { ...placing, catalogue: this.catalogues.index(placing.program.catalogueEdition) };
  }

  /**
   * Ends the request with every field that needs attention.
   * @throws ProblemException `request/invalid` with pointers.
   */
  check(
    view: Reading,
    content: DraftContent,
    { around, stage, fellowId }: { around: EntrySurroundings; stage: ContentStage; fellowId: string },
  ): void {
    const { program, catalogue, training, knowsSite, knowsSupervisor } = around;
    const { siteId, supervisorId } = content;
    const refusals: Refused[] = [
      ...checkContent(content, {
        ...{ catalogue, training, stage },
        today: todayAt(program, view),
        neededDetails: neededDetailsOf(program),
      }),
    ];
    if (siteId !== undefined && !knowsSite) refusals.push(refused('entry/unknown-site', '/siteId'));
    if (supervisorId !== undefined && (!knowsSupervisor || supervisorId === fellowId))
      refusals.push(refused('entry/unknown-supervisor', '/supervisorId'));
    if (stage === 'submitted' && around.supervisorLeft && deciderFor(fellowId, around) === null)
      refusals.push(refused('entry/supervisor-left', '/supervisorId'));
    mustAll(refusals);
  }
}

/** Who decides in the place of a named supervisor who has left: the program's fallback; null where that is nobody. */
export function deciderFor(
  fellowId: string,
  { supervisorLeft, fallbackId }: Pick<EntrySurroundings, 'supervisorLeft' | 'fallbackId'>,
): string | null {
  return supervisorLeft && fallbackId !== fellowId ? fallbackId : null;
}
