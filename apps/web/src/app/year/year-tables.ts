import type { ScheduleView } from '@countersign/contracts/schedule/views';
import { leaveInWords } from '@countersign/contracts/words/schedule';
import type { Tables } from '../platform/tables';

/** Who is where, when: rotations, leave and trainings of the fellows, past ones too. */
export function yearTables({ today, fellows, sites }: ScheduleView): Tables {
  const siteName = (siteId: string) => sites.find(({ id }) => id === siteId)?.name;
  return {
    about: [['As of', { on: today }]],
    tables: [
      {
        name: 'Rotations',
        head: ['Fellow', 'Rotation', 'Site', 'From', 'Through', 'On service, %', 'Procedure days a week'],
        rows: fellows.flatMap(({ name, rotations }) =>
          rotations.map((one) => [
            ...[name, one.name, siteName(one.siteId), { on: one.fromOn }, { on: one.toOn }],
            ...[one.service, one.procedureDays],
          ]),
        ),
      },
      {
        name: 'Leave',
        head: ['Fellow', 'Leave', 'From', 'Through'],
        rows: fellows.flatMap(({ name, leave }) =>
          leave.map(({ kind, fromOn, toOn }) => [name, leaveInWords(kind), { on: fromOn }, { on: toOn }]),
        ),
      },
      {
        name: 'Trainings',
        head: ['Fellow', 'From', 'Through'],
        rows: fellows.map(({ name, fromOn, toOn }) => [name, { on: fromOn }, { on: toOn }]),
      },
    ],
  };
}
