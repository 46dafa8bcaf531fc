import type { WaitingListView } from '@countersign/contracts/reviews/waiting-views';
import { personInWords } from '@countersign/contracts/words/person';
import { ageInDays } from '../platform/dates';
import type { Tables } from '../platform/tables';

/** Every entry that waits, under the supervisor for whom it waits; `now` is a UTC instant in ms. */
export function waitingTables({ groups }: WaitingListView, now: number): Tables {
  return {
    about: [['As of (UTC)', { at: now }]],
    tables: [
      {
        name: 'Waiting entries',
        head: [
          ...['Waits for', 'Left the program', 'Fellow', 'Procedures', 'Performed on', 'Sent (UTC)'],
          ...['Days waiting', 'Handed over from', 'Entry'],
        ],
        rows: groups.flatMap(({ supervisor, left, entries }) =>
          entries.map(({ id, fellow, named, performedOn, itemNames, submittedAt }) => [
            ...[supervisor.name, left ? 'yes' : 'no', personInWords(fellow), itemNames.join('; ')],
            ...[{ on: performedOn }, { at: submittedAt }, ageInDays(submittedAt, now)],
            ...[named && personInWords(named), id],
          ]),
        ),
      },
    ],
  };
}
