import { Controller, Inject } from '@nestjs/common';
import { fileOfSet } from '@countersign/domain/competency';
import { PublishBody, RequirementFileBody } from '@countersign/contracts/requirements/bodies';
import {
  draftRequirementSet,
  exportRequirementSet,
  publishRequirementSet,
  readRequirementSet,
  readRequirementSets,
  redraftRequirementSet,
  removeRequirementDraft,
} from '@countersign/contracts/requirements/endpoints';
import { RequirementSetDetailView, RequirementSetsView } from '@countersign/contracts/requirements/views';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import type { Writer } from '../platform/privacy';
import { PublishRequirements } from './publish-requirements';
import { ReadRequirementSets } from './read-requirement-sets';
import { RequirementDrafts } from './requirement-drafts';

@Controller()
export class RequirementsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadRequirementSets) private readonly sets: ReadRequirementSets,
    @Inject(RequirementDrafts) private readonly drafts: RequirementDrafts,
    @Inject(PublishRequirements) private readonly publishing: PublishRequirements,
  ) {}

  @Handle(readRequirementSets, { view: RequirementSetsView })
  all({ actor, params }: Handled<typeof readRequirementSets>): Promise<RequirementSetsView> {
    return this.db.read(actor, (view) => this.sets.all(view, params.programId));
  }

  @Handle(readRequirementSet, { view: RequirementSetDetailView })
  one({ actor, params }: Handled<typeof readRequirementSet>): Promise<RequirementSetDetailView> {
    return this.db.read(actor, (view) => this.sets.one(view, params));
  }

  @Handle(exportRequirementSet, {})
  async file({ actor, params }: Handled<typeof exportRequirementSet>): Promise<Uint8Array> {
    const set = await this.db.read(actor, (view) => this.sets.setOf(view, params));
    return Buffer.from(`${JSON.stringify(fileOfSet(set), null, 2)}\n`);
  }

  @Handle(draftRequirementSet, { body: RequirementFileBody, view: RequirementSetsView })
  draft({ actor, params, body }: Handled<typeof draftRequirementSet>): Promise<RequirementSetsView> {
    return this.change(actor, params, (tx) => this.drafts.add(tx, params.programId, body));
  }

  @Handle(redraftRequirementSet, { body: RequirementFileBody, view: RequirementSetsView })
  redraft({
    actor,
    params,
    body,
    revision,
  }: Handled<typeof redraftRequirementSet>): Promise<RequirementSetsView> {
    return this.change(actor, params, (tx) => this.drafts.replace(tx, { ...params, revision }, body));
  }

  @Handle(removeRequirementDraft, { view: RequirementSetsView })
  remove({ actor, params, revision }: Handled<typeof removeRequirementDraft>): Promise<RequirementSetsView> {
    return this.change(actor, params, (tx) => this.drafts.remove(tx, { ...params, revision }));
  }

  @Handle(publishRequirementSet, { body: PublishBody, view: RequirementSetsView })
  publish({
    actor,
    params,
    body,
    revision,
  }: Handled<typeof publishRequirementSet>): Promise<RequirementSetsView> {
    return this.change(actor, params, (tx) => this.publishing.run(tx, { ...params, revision }, body));
  }

  /** A command, and what the page shows after it. */
  private change(
    actor: Writer,
    { programId }: { readonly programId: string },
    work: (tx: Tx) => Promise<void>,
  ): Promise<RequirementSetsView> {
    return this.db.write(actor, async (tx) => {
      await work(tx);
      return this.sets.all(tx, programId);
    });
  }
}
