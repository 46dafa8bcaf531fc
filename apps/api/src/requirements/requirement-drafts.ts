import { Inject, Injectable } from '@nestjs/common';
import type { RequirementFileBody } from '@countersign/contracts/requirements/bodies';
import type { Tx } from '../db/context';
import { problem, ProblemException } from '../platform/problem';
import { Programs } from '../programs/programs';
import { RequirementDraftRow, RequirementSetRow } from './requirement-set.row';
import { assertFaultless, SetFiles } from './set-files';

/** Drafts of a program at most. */
const MOST_DRAFTS = 30;

/** A draft in the state that the caller saw. */
export interface SeenDraft {
  readonly programId: string;
  readonly draftId: string;
  readonly revision: number;
}

/** Keeps requirement sets that are not published yet. What is published is never changed by any of this. */
@Injectable()
export class RequirementDrafts {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(SetFiles) private readonly files: SetFiles,
  ) {}

  /** Keeps a file as a new draft. @throws ProblemException as `SetFiles.read`, or with the faults of the file */
  async add(tx: Tx, programId: string, body: RequirementFileBody): Promise<void> {
    const set = await this.read(tx, programId, body);
    if ((await tx.manager.countBy(RequirementDraftRow, { programId })) >= MOST_DRAFTS)
      throw new ProblemException('requirement/too-many', [], { most: MOST_DRAFTS });
    const id = tx.newId();
    await tx.insert(RequirementDraftRow, { programId, id, ...saved(tx, set), revision: 1 });
    tx.record('requirements.drafted', { programId, id }, {});
  }

  /** Puts a file in the place of a draft. @throws ProblemException as `add` and `draftOf` */
  async replace(tx: Tx, seen: SeenDraft, body: RequirementFileBody): Promise<void> {
    const { programId, draftId: id, revision } = seen;
    await draftOf(tx, seen);
    const set = await this.read(tx, programId, body);
    await tx.change(RequirementDraftRow, { programId, id, revision }, saved(tx, set));
    tx.record('requirements.drafted', { programId, id }, {});
  }

  /** Takes a draft away. @throws ProblemException as `draftOf` */
  async remove(tx: Tx, seen: SeenDraft): Promise<void> {
    await draftOf(tx, seen);
    await takeAway(tx, seen);
    tx.record('requirements.draft-removed', { programId: seen.programId, id: seen.draftId }, {});
  }

  private async read(tx: Tx, programId: string, body: RequirementFileBody): Promise<object> {
    const { set, faults } = this.files.read(await this.programs.load(tx, programId), body);
    assertFaultless(faults);
    return set;
  }
}

/**
 * The draft as the caller saw it.
 * @throws ProblemException `requirement/published` where it was published, `requirement/draft-changed` where somebody
 * changed it, `access/not-found`
 */
export async function draftOf(
  tx: Tx,
  { programId, draftId: id, revision }: SeenDraft,
): Promise<RequirementDraftRow> {
  const draft = await tx.manager.findOneBy(RequirementDraftRow, { programId, id });
  if (!draft) {
    const isPublished = await tx.manager.existsBy(RequirementSetRow, { programId, id });
    throw problem(isPublished ? 'requirement/published' : 'access/not-found');
  }
  if (draft.revision !== revision) throw problem('requirement/draft-changed');
  return draft;
}

/** Removes a draft if nobody was faster. @throws ProblemException `requirement/draft-changed` */
export async function takeAway(tx: Tx, { programId, draftId: id, revision }: SeenDraft): Promise<void> {
  const gone = await tx.remove(RequirementDraftRow, { programId, id, revision });
  if (gone !== 1) throw problem('requirement/draft-changed');
}

function saved(tx: Tx, body: object): Pick<RequirementDraftRow, 'body' | 'savedAt' | 'savedById'> {
  return { body, savedAt: tx.now, savedById: tx.actor.personId };
}
