import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceView } from '@countersign/contracts/competencies/views';
import type { TrialEvidenceBody } from '@countersign/contracts/requirements/bodies';
import { ReadEvidence } from '../competencies/read-evidence';
import { Standings } from '../competencies/standings';
import type { Reading } from '../db/context';
import { problem } from '../platform/problem';
import { Programs } from '../programs/programs';
import { assertFaultless, SetFiles } from './set-files';
import { dayAsked } from './try-requirement-set';

/** Tells which cases of a fellow a file would count, and writes nothing. */
@Injectable()
export class TrialEvidence {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(SetFiles) private readonly files: SetFiles,
    @Inject(Standings) private readonly standings: Standings,
    @Inject(ReadEvidence) private readonly evidence: ReadEvidence,
  ) {}

  /**
   * @throws ProblemException with the faults of the file, `access/not-found` for whom or what is not there, and as `dayAsked`
   */
  async run(view: Reading, programId: string, body: TrialEvidenceBody): Promise<EvidenceView> {
    const { set, faults } = this.files.read(await this.programs.load(view, programId), body);
    assertFaultless(faults);
    const { fellows } = await this.standings.ofProgram(view, programId, dayAsked(body.asOfOn));
    const standing = fellows.find(({ fellow }) => fellow.id === body.fellowId);
    if (!standing) throw problem('access/not-found');
    return this.evidence.behind(view, { ...standing, set, binds: false }, body.competencyId);
  }
}
