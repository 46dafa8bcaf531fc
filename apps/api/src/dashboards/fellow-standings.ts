import { Inject, Injectable } from '@nestjs/common';
import { can, reaches, type Actor } from '@countersign/domain/access';
import type { RequirementSet } from '@countersign/domain/competency';
import type { Reading } from '../db/context';
import { problem } from '../platform/problem';
import type { ProgramRow } from '../programs/program.row';
import { People, type NamedPerson } from '../people/people';
import { Programs, todayAt } from '../programs/programs';
import { ProgramFacts, type ProgramFact } from './program-facts';

/** A fellow of the program with everything that numbers about that fellow rest on. */
export interface FellowStanding {
  readonly program: ProgramRow;
  readonly fellow: NamedPerson;
  readonly set: RequirementSet;
  readonly facts: readonly ProgramFact[];
  readonly asOfOn: string;
  /** Whether the reader may see what rests on single ratings; a coordinator may not. */
  readonly readsRatings: boolean;
}

/** Whether somebody may see what rests on single ratings of a fellow. */
export function readsRatings(actor: Actor, programId: string, fellowId?: string): boolean {
  return reaches('rating.read', actor, { programId, ...(fellowId === undefined ? {} : { ofId: fellowId }) });
}

/** Reads where a fellow stands, for those who may know. */
@Injectable()
export class FellowStandings {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
    @Inject(ProgramFacts) private readonly facts: ProgramFacts,
  ) {}

  /** @throws ProblemException `access/not-found` for a fellow whom the reader may not see, or who does not exist. */
  async of(
    view: Reading,
    { programId, fellowId }: { programId: string; fellowId: string },
  ): Promise<FellowStanding> {
    // The two are the same to the reader.
    const { actor } = view;
    if (!can.readProgress(actor, programId, fellowId).ok) throw problem('access/not-found');
    const program = await this.programs.load(view, programId);
    const asOfOn = todayAt(program, view);
    const fellow = (await this.people.fellows(view, programId)).find(({ id }) => id === fellowId);
    if (!fellow) throw problem('access/not-found');
    const set = await this.programs.requirements(view, programId);
    const facts = await this.facts.load(view, program, [fellowId]);
    return { program, fellow, set, asOfOn, facts, readsRatings: readsRatings(actor, programId, fellowId) };
  }
}
