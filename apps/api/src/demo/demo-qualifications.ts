import { dayAfter } from '@countersign/domain/calendar';
import type { QualificationBody } from '@countersign/contracts/qualifications/bodies';
import type { DemoRoster } from './demo-roster';
import { DemoRandom } from './demo-random';
import { DemoTime } from './demo-time';
import type { DemoUseCases } from './demo-use-cases';
import type { Step } from './demo-year';

const DAY_MS = 86_400_000;
/** Names things apart from entries and sign-offs, which stay the same whatever is written down here. */
const OTHER_SEED = 143;

/** Bodies that do not exist, marked as such. */
const MEDICINE = 'Northland Board of Medicine (invented)';
const SUBSTANCES = 'Office of Controlled Substances (invented)';
const HEART = 'Heart and Lung Society (invented)';
const SPECIALTY = 'Council of Medical Specialties (invented)';

type Planned = Omit<QualificationBody, 'fromOn' | 'expiresOn' | 'noPatient'>;

/** A qualification of a fellow, by its place in the plan, with its last day as days after the day the demo is made. */
type Plan = readonly [fellow: number, expiresIn: number | null, what: Planned];

const license: Planned = {
  ...{ kind: 'training-license', issuer: MEDICINE, jurisdiction: 'Northland', standing: 'granted' },
};
const registration: Planned = {
  ...{ kind: 'controlled-substance', issuer: SUBSTANCES, standing: 'granted' },
};
const support: Planned = { kind: 'life-support', title: 'Advanced', issuer: HEART, standing: 'granted' };
const board = (
  kind: 'board-eligibility' | 'board-certification',
  standing: Planned['standing'],
): Planned => ({
  ...{ kind, specialty: 'base-specialty', issuer: SPECIALTY, standing },
});

/** One has expired, two will soon, some are only applied for; nobody is as another. */
const plans: readonly Plan[] = [
  ...[0, 1, 2, 3, 4, 5].map((fellow): Plan => [fellow, fellow === 4 ? 24 : 320 - fellow * 5, license]),
  ...[0, 1, 3].map((fellow): Plan => [fellow, 400 + fellow * 90, registration]),
  [0, null, board('board-certification', 'granted')],
  [1, 1200, board('board-eligibility', 'granted')],
  [2, null, board('board-certification', 'applied')],
  [3, -12, support],
  [5, 78, support],
];

/** The year in which they are written down. */
interface YearOfQualifications {
  readonly seed: number;
  readonly roster: DemoRoster;
  /** UTC instant of its first midnight. */
  readonly first: number;
  readonly now: () => number;
  readonly plan: (step: Step) => void;
}

/** Each fellow writes down in the first weeks what there is; the days are told from the day the demo is made. */
export function planQualifications(useCases: DemoUseCases, year: YearOfQualifications): void {
  const time = new DemoTime(new DemoRandom(year.seed + OTHER_SEED));
  const { roster } = year;
  const programId = roster.program.program.id;
  plans.forEach(([place, expiresIn, what], nth) => {
    const fellowId = roster.fellows[place]?.id ?? '';
    const at = year.first + (3 + nth) * DAY_MS + 16 * 3_600_000;
    const days = expiresIn === null ? {} : { expiresOn: dayAfter(roster.today, expiresIn) };
    const run = async (): Promise<void> => {
      time.at = year.now();
      const actor = { personId: fellowId, roles: [{ programId, role: 'fellow' as const }] };
      const body = { id: time.newId(), ...what, ...days };
      await useCases.db.write(
        actor,
        (tx) => useCases.fellows.qualifications.add(tx, { programId, fellowId }, body),
        {
          now: time.at,
          newId: () => time.newId(),
        },
      );
    };
    year.plan({ at, run });
  });
}
