import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ApprovalHabitsView, SupervisorHabitsView } from '@countersign/contracts/reviews/habits-views';
import { csvOf } from '../platform/csv-file';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { approvalsTables } from './approvals-tables';
import { ApprovalsPage } from './approvals-page';

const row = (id: string, name: string, change: Partial<SupervisorHabitsView> = {}): SupervisorHabitsView => ({
  supervisor: { id, name },
  ...{ decided: 40, approved: 30, returned: 10, corrected: 3 },
  batchSize: { median: 4, n: 2, largest: 6 },
  secondsAnEntry: { median: 21.25, n: 39 },
  daysToApproval: { median: 2, n: 30 },
  ...change,
});
const none = { n: 0 };
const view: ApprovalHabitsView = {
  asOf: Date.parse('2026-11-23T18:00:00Z'),
  days: 90,
  fewCases: 10,
  supervisors: [
    row('amundsen', 'Dr. Amundsen'),
    row('osei', 'Dr. Osei', {
      ...{ decided: 3, approved: 3, returned: 0, corrected: 0 },
      ...{ batchSize: { n: 0, largest: 0 }, secondsAnEntry: none, daysToApproval: { median: 1, n: 3 } },
    }),
  ],
};

async function open(role: 'supervisor' | 'director'): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/approval-habits': view });
  await signIn(role);
  const fixture = TestBed.createComponent(ApprovalsPage);
  await server.settle();
  return fixture.nativeElement as HTMLElement;
}
const cells = (page: HTMLElement) =>
  [...page.querySelectorAll('tbody tr')].map((line) => [...line.children].map(textIn));

it('says each number with what it rests on, and which rest on few, by name and for all alike', async () => {
  const page = await open('director');
  expect(cells(page)).toEqual([
    [
      'Dr. Amundsen',
      '40',
      '4 in 2 batches, largest 6',
      '21.3 of 39 entries',
      '2 days of 30 approvals',
      '10 %, 3 of 30',
      '25 %, 10 of 40',
    ],
    [
      'Dr. Osei',
      '3',
      'no batches',
      'none of 0 entries',
      '1 day of 3 approvals few',
      '0 %, 0 of 3 few',
      '0 %, 0 of 3 few',
    ],
  ]);
  expect(textIn(page)).toContain('It is no league');
});

it('shows somebody who works as a supervisor the own row', async () => {
  const page = await open('supervisor');
  expect(cells(page).map(([name]) => name)).toEqual(['Dr. Amundsen']);
  expect(textIn(page)).toContain('How you decided');
});

it('is saved with the period, the meaning of each measure, and numbers apart', () => {
  const lines = csvOf(approvalsTables(view)).split('\r\n');
  expect(lines[1]).toBe('Days,90');
  expect(lines.at(-2)).toBe('Dr. Amundsen,40,30,10,3,2,4,6,21.25,39,2,30');
  expect(lines.at(-1)).toBe('Dr. Osei,3,3,0,0,0,,0,,0,1,3');
});
