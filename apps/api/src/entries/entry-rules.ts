import { Inject, Injectable } from '@nestjs/common';
import { checkContent, type ContentStage, type DraftContent } from '@countersign/domain/entry';
import { refused, type Refused } from '@countersign/domain/refusal';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { mustAll } from '../platform/problem';
import { People } from '../people/people';
import { Programs, todayAt } from '../programs/programs';
import type { EntrySurroundings } from './version-writer';

/** Checks an entry's content against the rule book and against the program. */
@Injectable()
export class EntryRules {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  /** The program with its catalogue. */
  async around(view: Reading, programId: string): Promise<EntrySurroundings> {
    const program = await this.programs.load(view, programId);
    return { program, catalogue: this.catalogues.index(program.catalogueEdition) };
  }

  /**
   * Ends the request with every field that needs attention.
   * @throws ProblemException `request/invalid` with pointers.
   */
  async check(
    view: Reading,
    content: DraftContent,
    { around, stage, fellowId }: { around: EntrySurroundings; stage: ContentStage; fellowId: string },
  ): Promise<void> {
    const { program, catalogue } = around;
    const refusals: Refused[] = [
      ...checkContent(content, { catalogue, today: todayAt(program, view), stage }),
    ];
    if (content.siteId !== undefined) {
      const sites = await this.programs.sites(view, program.id);
      if (!sites.some((site) => site.id === content.siteId))
        refusals.push(refused('entry/unknown-site', '/siteId'));
    }
    if (content.supervisorId !== undefined) {
      const where = { programId: program.id, role: 'supervisor', on: content.performedOn } as const;
      const supervisors = await this.people.withRole(view, where);
      const known = supervisors.some(({ id }) => id === content.supervisorId && id !== fellowId);
      if (!known) refusals.push(refused('entry/unknown-supervisor', '/supervisorId'));
    }
    mustAll(refusals);
  }
}
