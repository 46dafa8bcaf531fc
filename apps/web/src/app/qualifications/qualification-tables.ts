import type {
  ProgramQualificationsView,
  QualificationLineView,
  QualificationsView,
} from '@countersign/contracts/qualifications/views';
import { personInWords } from '@countersign/contracts/words/person';
import {
  boardSpecialtyWords,
  qualificationKindWords,
  qualificationStateWords,
} from '@countersign/contracts/words/qualification';
import type { Cell, Tables } from '../platform/tables';

const head = ['Kind', 'Specialty', 'What it is', 'Given by', 'State or region', 'From', 'Last day', 'State'];

function cellsOf(one: QualificationLineView): Cell[] {
  const { specialty, fromOn, expiresOn } = one;
  return [
    ...[qualificationKindWords[one.kind], specialty && boardSpecialtyWords[specialty], one.title],
    ...[one.issuer, one.jurisdiction],
    ...[fromOn, expiresOn].map((on) => (on === undefined ? undefined : { on })),
    qualificationStateWords[one.state],
  ];
}

/** Those of every fellow, by what expires next; a fellow without any has a row with the name alone. */
export function programTables({ today, fellows }: ProgramQualificationsView): Tables {
  return {
    about: [['As of', { on: today }]],
    tables: [
      {
        name: 'Qualifications',
        head: ['Fellow', ...head],
        rows: fellows.flatMap(({ fellow, qualifications }) =>
          qualifications.length === 0
            ? [[personInWords(fellow), ...head.map(() => undefined)]]
            : qualifications.map((one) => [personInWords(fellow), ...cellsOf(one)]),
        ),
      },
    ],
  };
}

/** Those of one person, those that are off the list too, with the notes. */
export function ownTables({ today, fellow, qualifications }: QualificationsView): Tables {
  return {
    about: [
      ['As of', { on: today }],
      ['Fellow', personInWords(fellow)],
    ],
    tables: [
      {
        name: 'Qualifications',
        head: [...head, 'Note'],
        rows: qualifications.map((one) => [...cellsOf(one), one.note]),
      },
    ],
  };
}
