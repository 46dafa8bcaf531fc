import type { DashboardView } from '../dashboards/views';
import { cellSentence, competencyFinding, groupFinding } from './dashboard';

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
    requirementSet: { title: 'Set, example', version: 3, source: 'Nobody' },
    competencies: [column('pump', 'Intrathecal pump', 4), column('tfesi', 'Lumbar transforaminal', 20)],
    fellows,
  }) as unknown as DashboardView;

it('says a cell as a sentence', () => {
  const dashboard = view(fellow('A. Okafor', [1, 17]));
  const [row] = dashboard.fellows;
  const [pump] = dashboard.competencies;
  expect(row && pump && cellSentence(row, pump, row.competencies[0]!)).toBe(
    'A. Okafor, Intrathecal pump: 1 of 4 approved, 2 waiting; learning; 1 of 4 rules met',
  );
});

it('finds where most fellows are far from the target, and says so only then', () => {
  expect(competencyFinding(view(fellow('A', [0, 19]), fellow('B', [1, 20])))).toBe(
    'Intrathecal pump: most fellows are below 40 % of the target',
  );
  expect(competencyFinding(view(fellow('A', [4, 19])))).toBe(
    'Every competency is on its way for most fellows',
  );
  expect(competencyFinding(view())).toBe('No fellows in this program today');
});

it('finds the groups in which a fellow has nothing yet', () => {
  const groups = ['Epidurals', 'Stimulation', 'Pumps'].map((title) => ({ id: title, title }));
  const row = (name: string, counts: number[]) => ({
    ...fellow(name, []),
    groups: counts.map((approved, at) => ({ groupId: groups[at]?.title, approved, waiting: 1 })),
  });
  const shown = (...counts: number[][]) =>
    ({ asOfOn: '2026-11-23', groups, fellows: counts.map((list, at) => row(`F${at}`, list)) }) as never;
  expect(groupFinding(shown([1, 2, 3]))).toBe('Every fellow has approved procedures in every group');
  expect(groupFinding(shown([1, 2, 3], [1, 0, 3]))).toBe(
    'Stimulation: at least one fellow has no approved procedure',
  );
  expect(groupFinding(shown([1, 0, 3], [1, 1]))).toBe(
    'Stimulation and Pumps: at least one fellow has no approved procedure',
  );
  expect(groupFinding(shown([0, 0, 0]))).toBe('3 of 3 groups: at least one fellow has no approved procedure');
  expect(groupFinding(shown())).toBe('No fellows in this program today');
});
