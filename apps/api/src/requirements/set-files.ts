import { Inject, Injectable } from '@nestjs/common';
import {
  checkRequirementSet,
  setOfFile,
  standingOf,
  textsOfSet,
  type RequirementSet,
} from '@countersign/domain/competency';
import { refused, type Refused } from '@countersign/domain/refusal';
import type { RequirementFileBody } from '@countersign/contracts/requirements/bodies';
import { Catalogues } from '../catalogue/catalogues';
import { passTexts } from '../platform/privacy';
import { ProblemException } from '../platform/problem';
import type { ProgramRow } from '../programs/program.row';

/** Faults of a file named in one answer at most. */
const MOST_FAULTS = 50;

/** What a file says, and everything that keeps it from being used in a program. */
export interface ReadFile {
  readonly set: RequirementSet;
  readonly faults: readonly Refused[];
}

/** Reads requirement sets from files and holds them against a program. */
@Injectable()
export class SetFiles {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /**
   * The set of a file under a version, with its faults; where there are none its texts have passed the privacy guard.
   * @throws ProblemException `privacy/identifies`, `privacy/may-identify`
   */
  read(program: ProgramRow, body: RequirementFileBody, version = 1): ReadFile {
    const set = setOfFile(body.set, version) as RequirementSet;
    const faults = this.faultsOf(program, set);
    if (faults.length === 0)
      passTexts(
        textsOfSet(set).map(({ pointer, text }) => ({ pointer: `/set${pointer}`, text })),
        body,
      );
    return { set, faults };
  }

  /**
   * Fails where a set has faults in a program.
   * @throws ProblemException `requirement/demonstration-elsewhere`, `requirement/set-invalid` with a pointer for each
   */
  assertFit(program: ProgramRow, set: RequirementSet): void {
    assertFaultless(this.faultsOf(program, set));
  }

  private faultsOf({ catalogueEdition, demo }: ProgramRow, set: RequirementSet): readonly Refused[] {
    const { items, groups } = this.catalogues.index(catalogueEdition).catalogue;
    const faults = checkRequirementSet(set, { items, groups });
    if (faults.length > 0 || demo || standingOf(set) !== 'demonstration') return faults.slice(0, MOST_FAULTS);
    return [refused('requirement/demonstration-elsewhere', '/demonstration')];
  }
}

/** @throws ProblemException for the faults of a file, each with its pointer into the body */
export function assertFaultless(faults: readonly Refused[]): void {
  const [first] = faults;
  if (!first) return;
  const isElsewhere = first.code === 'requirement/demonstration-elsewhere';
  throw new ProblemException(
    isElsewhere ? first.code : 'requirement/set-invalid',
    faults.map(({ code, field = '', detail }) => ({ pointer: `/set${field}`, code, detail })),
  );
}
