import type { Stretch } from '@countersign/domain/calendar';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { problem } from '../platform/problem';
import { ProgramRow, RotationRow, SiteRow } from './program.row';

/** Where and with whom a fellow says to have worked on a day. */
export interface PlaceAsked {
  readonly programId: string;
  readonly fellowId: string;
  /** Civil date. */
  readonly on: string;
  readonly siteId: string | undefined;
  readonly supervisorId: string | undefined;
}

/** What the program says to that. */
export interface Placing {
  readonly program: Pick<
    ProgramRow,
    'id' | 'timeZone' | 'catalogueEdition' | 'lateAfterDays' | 'neededDetails'
  >;
  readonly knowsSite: boolean;
  /** The person is a supervisor of the program on that day. */
  readonly knowsSupervisor: boolean;
  /** That person has left by now and decides on nothing any more. */
  readonly supervisorLeft: boolean;
  /** The program's fallback, where that is a supervisor today: who decides where the named one has left. */
  readonly fallbackId: string | null;
  /** When the fellow is in training in the program. */
  readonly training: readonly Stretch[];
  /** Name of the rotation that the schedule gives the fellow on that day; the newest where two overlap. */
  readonly rotation: string | null;
}

/** A placing as it comes raw: what was not found is null. */
interface PlacingLine {
  readonly id: string;
  readonly timeZone: string;
  readonly catalogueEdition: string;
  readonly lateAfterDays: number;
  readonly neededDetails: string | null;
  readonly siteId: string | null;
  readonly heldId: string | null;
  readonly rotation: string | null;
  readonly trainedFrom: string | null;
  readonly trainedTo: string | null;
  readonly supervisesUntil: string | null;
  readonly fallbackId: string | null;
  readonly fallbackUntil: string | null;
}

/** What a {@link PlacingLine} is read from. */
const columns = [
  'program.id AS id',
  'program.timeZone AS timeZone',
  'program.catalogueEdition AS catalogueEdition',
  'program.lateAfterDays AS lateAfterDays',
  'program.neededDetails AS neededDetails',
  'site.id AS siteId',
  'held.id AS heldId',
  'rotation.name AS rotation',
  'trained.fromOn AS trainedFrom',
  'trained.toOn AS trainedTo',
  'later.toOn AS supervisesUntil',
  'program.fallbackPersonId AS fallbackId',
  'stands.toOn AS fallbackUntil',
];

/** The lines of the program with what is asked of it; a role that was held twice comes twice. */
function linesOf(manager: Reading['manager'], asked: PlaceAsked): Promise<PlacingLine[]> {
  const { siteId = '', supervisorId = '' } = asked;
  return manager
    .createQueryBuilder(ProgramRow, 'program')
    .leftJoin(SiteRow, 'site', 'site.programId = program.id AND site.id = :siteId')
    .leftJoin(
      RoleRow,
      'held',
      "held.programId = program.id AND held.personId = :supervisorId AND held.role = 'supervisor' AND held.fromOn <= :on AND held.toOn >= :on",
    )
    .leftJoin(
      RotationRow,
      'rotation',
      'rotation.programId = program.id AND rotation.fellowId = :fellowId AND rotation.fromOn <= :on AND rotation.toOn >= :on',
    )
    .leftJoin(
      RoleRow,
      'trained',
      "trained.programId = program.id AND trained.personId = :fellowId AND trained.role = 'fellow'",
    )
    .leftJoin(
      RoleRow,
      'later',
      "later.programId = program.id AND later.personId = :supervisorId AND later.role = 'supervisor'",
    )
    .leftJoin(
      RoleRow,
      'stands',
      "stands.programId = program.id AND stands.personId = program.fallbackPersonId AND stands.role = 'supervisor'",
    )
    .where('program.id = :programId', { ...asked, siteId, supervisorId })
    .orderBy('rotation.fromOn', 'DESC')
    .select([...columns])
    .getRawMany<PlacingLine>();
}

/** Looks up all that an entry of that day rests on, in one statement. @throws ProblemException `access/not-found` */
export async function placingOf({ manager, now }: Reading, asked: PlaceAsked): Promise<Placing> {
  const lines = await linesOf(manager, asked);
  const [line] = lines;
  if (!line) throw problem('access/not-found');
  const { id, timeZone, catalogueEdition, lateAfterDays, neededDetails } = line;
  const program = { id, timeZone, catalogueEdition, lateAfterDays, neededDetails };
  const today = civilDateAt(now, timeZone);
  const isOver = (until: string | null): boolean => until === null || until < today;
  const training = uniqueStretches(
    lines.flatMap(({ trainedFrom: fromOn, trainedTo: toOn }) =>
      fromOn === null || toOn === null ? [] : [{ fromOn, toOn }],
    ),
  );
  return {
    ...{ program, rotation: line.rotation, training },
    knowsSite: line.siteId !== null,
    knowsSupervisor: line.heldId !== null,
    supervisorLeft: line.heldId !== null && lines.every(({ supervisesUntil }) => isOver(supervisesUntil)),
    fallbackId: lines.some(({ fallbackUntil }) => !isOver(fallbackUntil)) ? line.fallbackId : null,
  };
}

/** Each once: a person who held a role twice is joined twice. */
function uniqueStretches(stretches: readonly Stretch[]): Stretch[] {
  return [...new Map(stretches.map((one) => [`${one.fromOn} ${one.toOn}`, one])).values()];
}
