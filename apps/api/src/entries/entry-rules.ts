import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkContent, type ContentStage, type DraftContent } from '@countersign/domain/entry';
import { refused, type Refused } from '@countersign/domain/refusal';
import { Catalogues } from '../catalogue/catalogues';
import { mustAll } from '../platform/problem';
import { Programs } from '../programs/programs';
import type { EntrySurroundings } from './version-writer';

/** Checks an entry's content against the rule book and against the program. */
@Injectable()
export class EntryRules {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  /** The program with its catalogue; read before the transaction, neither changes while it runs. */
  async around(programId: string): Promise<EntrySurroundings> {
    const program = await this.programs.find(programId);
    return { program, catalogue: this.catalogues.index(program.catalogueEdition) };
  }

  /**
   * Ends the request with every field that needs attention.
   * @throws ProblemException `request/invalid` with pointers.
   */
  async check(
    manager: EntityManager,
    content: DraftContent,
    { around, stage, fellowId }: { around: EntrySurroundings; stage: ContentStage; fellowId: string },
  ): Promise<void> {
    const { program, catalogue } = around;
    const refusals: Refused[] = [
      ...checkContent(content, { catalogue, today: this.programs.today(program), stage }),
    ];
    if (content.siteId !== undefined) {
      const sites = await this.programs.sites(manager, program.id);
      if (!sites.some((site) => site.id === content.siteId))
        refusals.push(refused('entry/unknown-site', '/siteId'));
    }
    if (content.supervisorId !== undefined) {
      const where = { programId: program.id, role: 'supervisor', on: content.performedOn } as const;
      const supervisors = await this.programs.peopleWithRole(manager, where);
      const known = supervisors.some(({ id }) => id === content.supervisorId && id !== fellowId);
      if (!known) refusals.push(refused('entry/unknown-supervisor', '/supervisorId'));
    }
    mustAll(refusals);
  }
}
