import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { rollOverTasks } from '@countersign/domain/people';
import type { RollOverView } from '@countersign/contracts/roll-over/views';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { RollOverPage } from './roll-over-page';
import { linkOfTask } from './task-link';

const person = (id: string, name: string) => ({ id, name });
const view: RollOverView = {
  ...{ today: '2027-06-15', on: '2027-07-01', foundOn: '2027-07-01', closingDays: 14 },
  steps: [
    {
      ...{ key: 'leaving', state: 'open' },
      lines: [
        { person: person('a', 'A. Okafor'), day: '2027-06-30', tasks: [{ kind: 'drafts', count: 3 }] },
        { person: { ...person('b', 'L. Brandvold'), left: true }, day: '2027-05-31', tasks: [] },
      ],
    },
    { key: 'newcomers', state: 'nothing', lines: [] },
    {
      ...{ key: 'catalogue', state: 'done' },
      lines: [{ edition: '2026.3', newest: '2026.3', tasks: [] }],
    },
  ],
};

const open = async (role: 'director' | 'coordinator') => {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/roll-over': view });
  await signIn(role);
  const fixture = TestBed.createComponent(RollOverPage);
  await server.settle();
  return fixture.nativeElement as HTMLElement;
};

it('Each thing that is left leads to where it is done; who is done stands in one line', async () => {
  const page = await open('coordinator');
  expect(textIn(page)).toContain('1 of 3 steps need somebody');
  const [leaving, newcomers, catalogue] = [...page.querySelectorAll('cs-step-part')].map(textIn);
  for (const words of ['1 to do', 'A. Okafor', 'Nothing left: L. Brandvold (left the program)'])
    expect(leaving).toContain(words);
  expect(newcomers).toContain('Nobody is on the list yet');
  for (const words of ['The program uses edition 2026.3.', 'nothing left'])
    expect(catalogue).toContain(words);
  const link = page.querySelector('a[aria-label="3 drafts not sent: A. Okafor"]');
  expect(link?.getAttribute('href')).toBe('/fellows/a');
});

it('Every thing has a page; only a director is led to where letters are signed', () => {
  for (const kind of rollOverTasks) expect(linkOfTask({ kind }, 'a', true).path[0]).toMatch(/^\/[a-z]+$/);
  expect(linkOfTask({ kind: 'letter' }, 'a', true).path).toEqual(['/fellows', 'a', 'letter']);
  expect(linkOfTask({ kind: 'letter' }, 'a', false).path).toEqual(['/letters']);
  expect(linkOfTask({ kind: 'rotation' }, 'a', false)).toEqual({ path: ['/year'], query: { fellow: 'a' } });
});
