import type { Stretch } from '@countersign/domain/calendar';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
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
];

/** Looks up all that an entry of that day rests on, in one statement. @throws ProblemException `access/not-found` */
export async function placingOf({ manager }: Reading, asked: PlaceAsked): Promise<Placing> {
  const { siteId = '', supervisorId = '' } = asked;
  const lines = await manager
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
    .where('program.id = :programId', { ...asked, siteId, supervisorId })
    .orderBy('rotation.fromOn', 'DESC')
    .select([...columns])
    .getRawMany<PlacingLine>();
  const [line] = lines;
  if (!line) throw problem('access/not-found');
  const { siteId: site, heldId, rotation, trainedFrom: _from, trainedTo: _to, ...program } = line;
  const training = lines.flatMap(({ trainedFrom: fromOn, trainedTo: toOn }) =>
    fromOn === null || toOn === null ? [] : [{ fromOn, toOn }],
  );
  return { program, knowsSite: site !== null, knowsSupervisor: heldId !== null, rotation, training };
}
