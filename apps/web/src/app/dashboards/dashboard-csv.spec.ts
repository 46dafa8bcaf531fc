import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { competencyCsv, groupCsv } from './dashboard-csv';

const competence = { state: 'learning', n: 12, successes: 9, target: 0.8 } as const;
const column = (id: string, title: string, need: number) => ({ id, title, shortTitle: title, need });
const cell = (competencyId: string, approved: number, waiting = 0) => ({
  competencyId,
  approved,
  waiting,
  met: false,
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
    requirementSet: { title: 'Set, example', version: 3, source: 'Nobody' },
    competencies: [column('pump', 'Intrathecal pump', 4), column('tfesi', 'Lumbar transforaminal', 20)],
    fellows,
  }) as unknown as DashboardView;

it('writes the numbers as a file that no spreadsheet takes for formulas', () => {
  const lines = competencyCsv(view(fellow('=cmd, "x"', [1, 2]))).split('\r\n');
  expect(lines[0]).toBe(
    'Fellow,Base specialty,Intrathecal pump (of 4),waiting,competence,judged cases,Lumbar transforaminal (of 20),waiting,competence,judged cases',
  );
  expect(lines[1]).toBe('"\'=cmd, ""x""",Neurology,1,2,learning,12,2,0,learning,12');
  expect(lines[2]).toBe('"As of 2026-11-23; Set, example, version 3; Nobody"');
});

it('writes the groups as a file', () => {
  const groups = ['Epidurals', 'Stimulation', 'Pumps'].map((title) => ({ id: title, title }));
  const row = {
    ...fellow('F0', []),
    groups: [4, 0].map((approved, at) => ({ groupId: groups[at]?.title, approved, waiting: 1 })),
  };
  expect(groupCsv({ asOfOn: '2026-11-23', groups, fellows: [row] } as never)).toBe(
    'Fellow,Base specialty,Epidurals,waiting,Stimulation,waiting,Pumps,waiting\r\nF0,Neurology,4,1,0,1,0,0\r\nAs of 2026-11-23',
  );
});
