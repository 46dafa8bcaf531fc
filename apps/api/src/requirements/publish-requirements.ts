import { Inject, Injectable } from '@nestjs/common';
import { isCivilDate } from '@countersign/domain/calendar';
import {
  checkMapping,
  followedSet,
  mappingById,
  nextVersion,
  type RequirementSet,
} from '@countersign/domain/competency';
import type { PublishBody, VerificationBody } from '@countersign/contracts/requirements/bodies';
import type { Tx } from '../db/context';
import { must, ProblemException } from '../platform/problem';
import { Programs, todayAt } from '../programs/programs';
import { draftOf, takeAway, type SeenDraft } from './requirement-drafts';
import { RequirementSetRow } from './requirement-set.row';
import { Requirements } from './requirements';
import { SetFiles } from './set-files';

/** Publishes a draft as the next version of its set. */
@Injectable()
export class PublishRequirements {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Requirements) private readonly requirements: Requirements,
    @Inject(SetFiles) private readonly files: SetFiles,
  ) {}

  /**
   * An act of the director. The draft becomes the version, under the next number, for good. With a verification it binds
   * its cohort from its first day on; without one it is there to be looked at.
   * @throws ProblemException as `draftOf` and `SetFiles.assertFit`, `requirement/verified-later`,
   * `requirement/mapping-unknown`, `requirement/mapping-twice`
   */
  async run(tx: Tx, seen: SeenDraft, { mapping: asked, verified }: PublishBody): Promise<void> {
    const { programId, draftId: id } = seen;
    const draft = (await draftOf(tx, seen)).body as RequirementSet;
    const program = await this.programs.load(tx, programId);
    if (verified) assertMade(verified, todayAt(program, tx));
    const published = await this.requirements.published(tx, programId);
    const version = nextVersion(published, draft.id);
    const set: RequirementSet = { ...draft, version, ...verification(tx, verified) };
    this.files.assertFit(program, set);
    const before = followedSet(published, set);
    const mapping = asked?.map(({ from, to }) => ({ from, to })) ?? mappingById(before, set);
    const wrong = checkMapping({ from: before ?? { ...set, competencies: [] }, to: set, mapping });
    if (wrong) must(wrong);
    await takeAway(tx, seen);
    await tx.insert(RequirementSetRow, {
      ...{ programId, id, setId: set.id, version, body: set },
      ...{ publishedAt: tx.now, replacedAt: null, publishedById: tx.actor.personId },
      follows: before && { requirementSetId: before.id, version: before.version, mapping },
    });
    tx.record('requirements.published', { programId, id }, {});
  }
}

function assertMade({ on }: VerificationBody, today: string): void {
  if (!isCivilDate(on))
    throw new ProblemException('requirement/date-impossible', [
      { pointer: '/verified/on', code: 'requirement/date-impossible' },
    ]);
  if (on > today)
    throw new ProblemException('requirement/verified-later', [
      { pointer: '/verified/on', code: 'requirement/verified-later' },
    ]);
}

function verification(
  { actor }: Tx,
  verified: VerificationBody | undefined,
): Pick<RequirementSet, 'verifiedBy' | 'verifiedOn' | 'verifiedAgainst'> {
  return verified
    ? { verifiedBy: actor.personId, verifiedOn: verified.on, verifiedAgainst: verified.against }
    : { verifiedBy: null, verifiedOn: null };
}
