import { Inject, Injectable } from '@nestjs/common';
import { can, reaches, type Actor } from '@countersign/domain/access';
import { isCivilDate } from '@countersign/domain/calendar';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  type AssessmentContext,
  type CountingSet,
  type HeldSignOff,
  type RequirementSet,
  type SetStep,
} from '@countersign/domain/competency';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { People, type NamedPerson } from '../people/people';
import { problem } from '../platform/problem';
import type { ProgramRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';
import { Requirements, setOf, stepsOf } from '../requirements/requirements';
import type { Circumstances } from './circumstances';
import type { EntryCounts } from './entry-counts';
import type { SignOffRow } from '../sign-offs/sign-off.row';
import { heldUnder } from '../sign-offs/sign-off-rows';
import { KeptFacts } from './kept-facts';
import type { ProgramFact } from './program-facts';
import { seenFacts } from './seen-facts';

/** What the numbers about every fellow of a program are made by. */
export interface Basis {
  readonly program: ProgramRow;
  /** The edition of the catalogue that the program uses. */
  readonly catalogue: CatalogueIndex;
  /** The civil date at the program for which the numbers are. */
  readonly asOfOn: string;
}

/** What the numbers about one fellow are made by. */
export interface FellowBasis extends Basis, CountingSet {}

/** A fellow with everything that numbers about that fellow rest on, as far as the reader may know it. */
export interface Standing extends FellowBasis {
  readonly fellow: NamedPerson;
  readonly facts: readonly ProgramFact[];
  readonly counts: EntryCounts;
  /** Whatever was asked for and became of it, the oldest first. */
  readonly signOffs: readonly SignOffRow[];
  /** Those of them that were signed and stand under the fellow's set, also where an earlier version of it was signed. */
  readonly held: readonly HeldSignOff[];
  /** Training, schedule, settings and reviews of charts, and how forecasts came out. */
  readonly circumstances: Circumstances;
  /** How the versions of the program follow one another. */
  readonly steps: readonly SetStep[];
  /** Whether the reader may see what rests on single ratings; a coordinator may not. */
  readonly readsRatings: boolean;
}

/** What an assessment of a fellow knows besides the facts. */
export function contextOf({ asOfOn, fellow, held }: Standing): AssessmentContext {
  return { asOf: asOfOn, baseSpecialty: fellow.baseSpecialty, signOffs: held };
}

/** With what the program has published, from which each fellow's set is found. */
interface PublishedBasis extends Basis {
  readonly published: readonly RequirementSet[];
  readonly steps: readonly SetStep[];
}

/** Reads where fellows stand. */
@Injectable()
export class Standings {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Requirements) private readonly requirements: Requirements,
    @Inject(People) private readonly people: People,
    @Inject(KeptFacts) private readonly kept: KeptFacts,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  /**
   * Where one fellow stands, also one who has left.
   * @throws ProblemException `access/not-found` for a fellow whom the reader may not see, or who does not exist: the
   * two are the same to the reader.
   * @param may whether the reader may see the fellow; as for progress, unless told otherwise
   * @param asOfOn the day it is for, where that is not today
   */
  async of(
    view: Reading,
    key: { programId: string; fellowId: string },
    may: typeof can.readProgress = can.readProgress,
    asOfOn?: string,
  ): Promise<Standing> {
    const { programId, fellowId } = key;
    if (!may(view.actor, programId, fellowId).ok) throw problem('access/not-found');
    const today = await this.basis(view, programId);
    const basis = { ...today, asOfOn: asOfOn ?? today.asOfOn };
    const fellow = (await this.people.fellows(view, programId)).find(({ id }) => id === fellowId);
    if (!fellow) throw problem('access/not-found');
    const [standing] = await this.withFacts(view, basis, [fellow]);
    if (!standing) throw new Error('a fellow has one standing');
    return standing;
  }

  /**
   * Where fellows stand as each sees it, whoever asks: with the ratings that are open to the fellow, and no others. What
   * is signed rests on this, so that it shows nobody more than its fellow knows. Whether the reader may know that much is
   * the caller's business.
   * @param asOfOn the day it is for, where that is not today
   * @throws ProblemException `access/not-found` where one of them was never a fellow of the program
   */
  async asFellows(
    view: Reading,
    programId: string,
    fellowIds: readonly string[],
    asOfOn?: string,
  ): Promise<ReadonlyMap<string, Standing>> {
    return this.ofSome(view, programId, { fellowIds, ...(asOfOn !== undefined && { asOfOn }) }, (id) => ({
      personId: id,
      roles: [{ programId, role: 'fellow' }],
    }));
  }

  /**
   * Where these fellows stand today, also those who have left; for readers of the whole program.
   * @throws ProblemException `access/not-found` where one of them was never a fellow of the program
   */
  async ofFellows(
    view: Reading,
    programId: string,
    fellowIds: readonly string[],
  ): Promise<ReadonlyMap<string, Standing>> {
    return this.ofSome(view, programId, { fellowIds }, () => view.actor);
  }

  /**
   * Where the fellows of today stand, by name, and what binds everybody; for readers of the whole program.
   * @param asOfOn the day it is for, where that is not today
   * @param fellowsOn whose fellows they are, where these are not those of today
   */
  async ofProgram(
    view: Reading,
    programId: string,
    asOfOn?: string,
    fellowsOn?: string,
  ): Promise<FellowBasis & { readonly fellows: readonly Standing[] }> {
    const today = await this.basis(view, programId);
    const basis = { ...today, asOfOn: asOfOn ?? today.asOfOn };
    const on = fellowsOn ?? today.asOfOn;
    const fellows = await this.people.withRole(view, { programId, role: 'fellow', on });
    const everybody = setOf(basis.published, { cohort: null, asOf: basis.asOfOn });
    return { ...basis, ...everybody, fellows: await this.withFacts(view, basis, fellows) };
  }

  /**
   * The day that is asked for, where it lies behind today; undefined for today. Nobody stands anywhere tomorrow, so that a
   * later day is today.
   * @throws ProblemException `requirement/date-impossible` for a day that no calendar has
   */
  async pastDay(view: Reading, programId: string, asked: string | undefined): Promise<string | undefined> {
    if (asked !== undefined && !isCivilDate(asked)) throw problem('requirement/date-impossible');
    return asked === undefined || asked >= (await this.today(view, programId)) ? undefined : asked;
  }

  /** The civil date at a program now. */
  async today(view: Reading, programId: string): Promise<string> {
    return todayAt(await this.programs.load(view, programId), view);
  }

  private async ofSome(
    view: Reading,
    programId: string,
    of: { readonly fellowIds: readonly string[]; readonly asOfOn?: string },
    readerOf: (fellowId: string) => Actor,
  ): Promise<ReadonlyMap<string, Standing>> {
    const today = await this.basis(view, programId);
    const basis = { ...today, asOfOn: of.asOfOn ?? today.asOfOn };
    const known = new Map((await this.people.fellows(view, programId)).map((one) => [one.id, one]));
    const fellows = [...new Set(of.fellowIds)].map((id) => {
      const fellow = known.get(id);
      if (!fellow) throw problem('access/not-found');
      return fellow;
    });
    const standings = await this.withFacts(view, basis, fellows, readerOf);
    return new Map(standings.map((standing) => [standing.fellow.id, standing]));
  }

  private async basis(view: Reading, programId: string): Promise<PublishedBasis> {
    const program = await this.programs.load(view, programId);
    const versions = await this.requirements.versions(view, programId);
    const published = versions.map(({ set }) => set);
    const catalogue = this.catalogues.index(program.catalogueEdition);
    return { program, published, steps: stepsOf(versions), catalogue, asOfOn: todayAt(program, view) };
  }

  private async withFacts(
    view: Reading,
    { published, steps, ...basis }: PublishedBasis,
    fellows: readonly NamedPerson[],
    readerOf: (fellowId: string) => Actor = () => view.actor,
  ): Promise<readonly Standing[]> {
    const { program, catalogue, asOfOn } = basis;
    const fellowIds = fellows.map(({ id }) => id);
    const known = await this.kept.of(view, program.id, fellowIds);
    return fellows.map((fellow) => {
      const own = known.get(fellow.id);
      if (!own) throw new Error('every fellow is answered for');
      const reader = readerOf(fellow.id);
      const counting = setOf(published, { cohort: fellow.cohort, asOf: asOfOn });
      const { id: requirementSetId, version } = counting.set;
      return {
        ...basis,
        ...counting,
        fellow,
        facts: seenFacts({ actor: reader, now: view.now }, own.facts, catalogue),
        counts: own.counts,
        circumstances: own.circumstances,
        signOffs: own.signOffs,
        held: heldUnder({ requirementSetId, version }, own.signOffs, { steps, asOf: asOfOn }),
        steps,
        readsRatings: reaches('rating.read', reader, { programId: program.id, ofId: fellow.id }),
      };
    });
  }
}
