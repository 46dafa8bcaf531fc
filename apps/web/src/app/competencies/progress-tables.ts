import type { CompetencyProgressView, ProgressView } from '@countersign/contracts/competencies/views';
import { competenceWords } from '@countersign/contracts/words/competence';
import { personInWords } from '@countersign/contracts/words/person';
import { rounded } from '../platform/numbers';
import type { Cell, Tables } from '../platform/tables';

const day = (on: string | undefined): Cell => (on === undefined ? undefined : { on });

function competencyRow({
  title,
  met,
  approved,
  waiting,
  need,
  competence,
  forecast,
}: CompetencyProgressView) {
  const { earlyOn, likelyOn, lateOn, byEnd } = forecast ?? {};
  return [
    ...[title, approved, waiting, need, met ? 'yes' : 'no', competenceWords[competence.state], competence.n],
    ...[day(earlyOn), day(likelyOn), day(lateOn), byEnd === undefined ? byEnd : rounded(byEnd, 2)],
  ];
}

/** A fellow's competencies with when their numbers are reached, and the procedures by group. */
export function progressTables({
  asOfOn,
  fellow,
  requirementSet: set,
  competencies,
  groups,
}: ProgressView): Tables {
  return {
    about: [
      ['As of', { on: asOfOn }],
      ['Fellow', personInWords(fellow)],
      ['Requirements', set.title],
      ['Version of the requirements', set.version],
      ['In force from', { on: set.effectiveOn }],
      ['Source of the requirements', set.source],
    ],
    tables: [
      {
        name: 'Competencies',
        head: [
          ...['Competency', 'Approved', 'Waiting', 'Target', 'Rules met', 'Competence', 'Judged cases'],
          ...['Reached by, 10 %', 'Reached by, 50 %', 'Reached by, 90 %', 'Chance by the end'],
        ],
        rows: competencies.map(competencyRow),
      },
      {
        name: 'Groups',
        head: ['Group', 'Approved', 'In entries', 'Waiting', 'In entries that wait'],
        rows: groups.map(({ title, approved, approvedEntries, waiting, waitingEntries }) => [
          ...[title, approved, approvedEntries, waiting, waitingEntries],
        ]),
      },
    ],
  };
}
