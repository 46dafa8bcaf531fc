import Papa from 'papaparse';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { csvOf } from '../platform/csv-file';
import { competencyTables, groupTables } from './dashboard-tables';

const competence = { state: 'learning', n: 12, successes: 9, target: 0.8 } as const;
const column = (id: string, title: string, need: number) => ({
  id,
  title,
  shortTitle: title,
  need,
  place: 0,
});
const cell = (competencyId: string, approved: number, waiting = 0) => ({
  competencyId,
  approved,
  waiting,
  need: competencyId === 'pump' ? 4 : 20,
  met: false,
  rulesMet: 1,
  rules: 4,
  competence,
});
const fellow = (name: string, approved: number[]) => ({
  fellow: { id: name, name },
  baseSpecialty: 'Neurology',
  approved: 1,
  waiting: 0,
  returned: 0,
  competencies: [cell('pump', approved[0] ?? 0, 2), cell('tfesi', approved[1] ?? 0)],
  groups: [],
});
const view = (...fellows: ReturnType<typeof fellow>[]): DashboardView =>
  ({
    asOfOn: '2026-11-23',
    programName: 'Demo, North',
    requirementSet: { title: 'Set, example', version: 3, effectiveOn: '2026-07-01', source: 'Nobody' },
    competencies: [column('pump', 'Intrathecal pump', 4), column('tfesi', 'Lumbar transforaminal', 20)],
    fellows,
  }) as unknown as DashboardView;

/** A file as a spreadsheet opens it. */
const opened = (file: string) => {
  expect(file.startsWith('\ufeff')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(file.slice(1));
  expect(errors).toEqual([]);
  return data;
};
const about = [
  ['As of', '2026-11-23'],
  ['Program', 'Demo, North'],
  ['Requirements', 'Set, example'],
  ['Version of the requirements', '3'],
  ['In force from', '2026-07-01'],
  ['Source of the requirements', 'Nobody'],
  [''],
];

it('writes a row for each fellow and competency under what says date, program and rules', () => {
  const lines = opened(csvOf(competencyTables(view(fellow('Ana', [1, 2])))));
  expect(lines.slice(0, 7)).toEqual(about);
  expect(lines.slice(7)).toEqual([
    [
      ...['Fellow', 'Base specialty', 'Competency', 'Approved', 'Waiting', 'Target', 'Rules met', 'Rules'],
      ...['Competence', 'Judged cases', 'Sign-off', 'Signed on'],
    ],
    ['Ana', 'Neurology', 'Intrathecal pump', '1', '2', '4', '1', '4', 'learning', '12', '', ''],
    ['Ana', 'Neurology', 'Lumbar transforaminal', '2', '0', '20', '1', '4', 'learning', '12', '', ''],
  ]);
});

it('says who signed and on which day, and that it does not hold any more', () => {
  const held = {
    ...{
      fellow: { id: 'Ana' },
      competencyId: 'pump',
      state: 'suspended',
      standsAs: [{ competencyId: 'pump', title: 'Intrathecal pump' }],
      demonstration: false,
    },
    signatures: [{ printedName: 'Dr. A' }, { printedName: 'Dr. B', at: Date.UTC(2026, 10, 20) }],
  };
  const { tables } = competencyTables(view(fellow('Ana', [1, 2])), [held] as never);
  expect(tables[0]?.rows[0]?.slice(-2)).toEqual([
    'suspended, was signed by Dr. A and Dr. B, Nov 20, 2026',
    { on: '2026-11-20' },
  ]);
});

it('writes the groups under the same head', () => {
  const groups = ['Epidurals', 'Stimulation'].map((title) => ({ id: title, title }));
  const row = {
    ...fellow('F0', []),
    groups: [{ groupId: 'Epidurals', approved: 4, waiting: 1 }],
  };
  expect(opened(csvOf(groupTables({ ...view(row as never), groups }))).slice(7)).toEqual([
    [
      'Fellow',
      'Base specialty',
      'Epidurals: approved',
      'Epidurals: waiting',
      'Stimulation: approved',
      'Stimulation: waiting',
    ],
    ['F0', 'Neurology', '4', '1', '0', '0'],
  ]);
});
