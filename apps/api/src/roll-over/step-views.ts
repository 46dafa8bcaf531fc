import { isOpenEnd } from '@countersign/domain/calendar';
import {
  rollOverSteps,
  type rollOver,
  type RollOverLine,
  type RollOverPart,
  type RollOverStep,
  type RollOverTask,
} from '@countersign/domain/people';
import type { RollOverLineView, RollOverStepView } from '@countersign/contracts/roll-over/views';
import type { Names } from '../programs/names';
import type { ComingSet } from './read-coming';

type About = Omit<RollOverLineView, 'tasks'>;
type Parts = ReturnType<typeof rollOver<ComingSet>>;

/** The steps as they are sent, people by name. */
export function stepViews(parts: Parts, names: Names): RollOverStepView[] {
  const person = (id: string) => ({ person: names.person(id) });
  const lines: Readonly<Record<RollOverStep, RollOverLineView[]>> = {
    leaving: peopleOf(parts.leaving, ({ personId, toOn }) => ({
      ...person(personId),
      ...(!isOpenEnd(toOn) && { day: toOn }),
    })),
    newcomers: peopleOf(parts.newcomers, ({ personId, fromOn, cohort }) => ({
      ...person(personId),
      day: fromOn,
      ...(cohort !== null && { cohort }),
    })),
    requirements: parts.requirements.lines.map(viewOf(setOf)),
    rotations: peopleOf(parts.rotations, ({ personId, fromOn }) => ({ ...person(personId), day: fromOn })),
    catalogue: parts.catalogue.lines.map(viewOf((of) => of)),
    supervisors: peopleOf(parts.supervisors, ({ personId, lastOn }) => ({
      ...person(personId),
      day: lastOn,
    })),
  };
  return rollOverSteps.map((key) => ({ key, state: parts[key].state, lines: lines[key] }));
}

function viewOf<T>(aboutOf: (of: T) => About) {
  return ({ of, tasks }: RollOverLine<T>): RollOverLineView => ({
    ...aboutOf(of),
    tasks: tasks.map((task: RollOverTask) => ({ ...task })),
  });
}

function peopleOf<T>({ lines }: RollOverPart<T>, aboutOf: (of: T) => About): RollOverLineView[] {
  const nameOf = ({ person }: RollOverLineView) => person?.name ?? '';
  return lines.map(viewOf(aboutOf)).sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'en'));
}

function setOf({ cohort, newcomers, set }: ComingSet): About {
  return {
    ...(cohort !== null && { cohort }),
    ...(newcomers > 0 && { newcomers }),
    ...(set !== null && { set }),
  };
}
