import type { MemberRoleView, MembersView } from '@countersign/contracts/people/views';
import { isOpenEnd } from '@countersign/domain/calendar';
import { personInWords, personRoles } from '@countersign/contracts/words/person';
import type { Tables } from '../platform/tables';

const tenures: Readonly<Record<MemberRoleView['tenure'], string>> = {
  'to-come': 'to come',
  'in-force': 'in force',
  closing: 'ended, log still open',
  over: 'ended',
};

/** Everybody by name, a row for each role; a role without a last day has none. */
export function peopleTables({ today, people }: MembersView): Tables {
  return {
    about: [['As of', { on: today }]],
    tables: [
      {
        name: 'People',
        head: [
          ...['Name', 'Email', 'Base specialty', 'Role', 'Cohort', 'From', 'Through', 'Tenure'],
          ...['Entries that wait', 'Account closed'],
        ],
        rows: people.flatMap(({ baseSpecialty, roles, waiting, disabled, ...one }) =>
          roles.map(({ role, cohort, fromOn, toOn, tenure }) => [
            ...[personInWords(one), one.email, baseSpecialty, personRoles[role], cohort, { on: fromOn }],
            ...[isOpenEnd(toOn) ? undefined : { on: toOn }, tenures[tenure]],
            ...[waiting, disabled ? 'yes' : 'no'],
          ]),
        ),
      },
    ],
  };
}
