import { Inject, Injectable } from '@nestjs/common';
import type { OwnRatingsView, RatersView } from '@countersign/contracts/raters/views';
import type { PersonView } from '@countersign/contracts/sessions/views';
import type { Reading } from '../db/context';
import { People, personView, type NamedPerson } from '../people/people';
import { Programs, todayAt } from '../programs/programs';
import { programRatings, type ProgramRating } from './program-ratings';
import { fellowLines, modelView, pairsView, raterLines, variancesOf } from './rater-views';

/** What all that the answers are made of. */
interface Ground {
  readonly asOfOn: string;
  readonly ratings: readonly ProgramRating[];
  readonly fellows: readonly NamedPerson[];
}

/** What ratings say of those who gave them and of those who got them. */
@Injectable()
export class ReadRaters {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
  ) {}

  /** Everybody beside one another; for the director. */
  async all(view: Reading, programId: string): Promise<RatersView> {
    const { asOfOn, ratings, fellows } = await this.ground(view, programId);
    const variances = variancesOf(ratings);
    const today = { programId, role: 'supervisor', on: asOfOn } as const;
    const everybody = await this.people.everybody(view, programId);
    const now = await this.people.withRole(view, today);
    // Who has left keeps the ratings that were given.
    const past = [...new Set(ratings.map(({ raterId }) => raterId))].flatMap((id) => everybody.get(id) ?? []);
    const supervisors = new Map([...now, ...past].map((one) => [one.id, personView(one)]));
    return {
      asOfOn,
      model: modelView(ratings, variances),
      raters: raterLines(ratings, variances, byName([...supervisors.values()])),
      fellows: fellowLines(ratings, variances, byName(fellows.map(personView))),
      everybody: pairsView(ratings),
    };
  }

  /** The own note of whoever asks, and no other. */
  async own(view: Reading, programId: string): Promise<OwnRatingsView> {
    const { asOfOn, ratings } = await this.ground(view, programId);
    const variances = variancesOf(ratings);
    const self = { id: view.actor.personId, name: '' };
    const [line] = raterLines(ratings, variances, [self]);
    if (!line) throw new Error('a supervisor has a line');
    const { supervisor: _self, island: _island, ...note } = line;
    return { asOfOn, model: modelView(ratings, variances), note };
  }

  private async ground(view: Reading, programId: string): Promise<Ground> {
    const program = await this.programs.load(view, programId);
    const fellows = await this.people.fellows(view, programId);
    const ids = fellows.map(({ id }) => id);
    return { asOfOn: todayAt(program, view), fellows, ratings: await programRatings(view, programId, ids) };
  }
}

function byName(people: readonly PersonView[]): PersonView[] {
  return people.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
