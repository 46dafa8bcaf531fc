import type { SiteYieldView, YieldView } from '../dashboards/yield-views';
import { groupFinding, partInWords, rateInWords, yieldFinding } from './yield';

const site = (name: string, groups: SiteYieldView['groups']): SiteYieldView => ({
  source: { id: name, name },
  entries: groups.reduce((sum, { entries }) => sum + entries, 0),
  ...{ waiting: 0, fellows: 1, procedures: 0, firstOperator: 0, endedOtherwise: 0, simulations: 0, groups },
});
const titles = ['Epidurals', 'Facet', 'Pumps', 'Stimulation'];
const view = (sites: readonly SiteYieldView[]): YieldView => ({
  ...{ asOfOn: '2026-11-23', fromOn: '2026-01-12', toOn: '2026-11-23' },
  groups: titles.map((title) => ({ id: title, title })),
  ...{ sites: [...sites], supervisors: [] },
  unlogged: { fellows: [], sites: [] },
});
const of = (group: string, entries: number, isMostlyHere = true) => ({ group, entries, isMostlyHere });

it('says shares and rates only of enough', () => {
  expect([partInWords(3, 9), partInWords(212, 240)]).toEqual(['3 of 9', '212 of 240, 88 %']);
  expect([rateInWords(9, 4), rateInWords(42, 10)]).toEqual(['too few to say', '4.2']);
});

it('names what is done mostly at one source, and counts a long list', () => {
  expect(yieldFinding(view([]), 'sites')).toBe('No approved entries in these days');
  expect(yieldFinding(view([site('North', [of('Facet', 12, false)])]), 'sites')).toBe(
    'No group is done mostly at one site',
  );
  expect(
    yieldFinding(view([site('North', [of('Facet', 12)]), site('South', [of('Epidurals', 12)])]), 'sites'),
  ).toBe('Done mostly at one site: Epidurals and Facet');
  const all = titles.map((title) => of(title, 10));
  expect(
    yieldFinding({ ...view([]), supervisors: [{ ...site('Dr. A', all), months: 3 }] }, 'supervisors'),
  ).toBe('4 of 4 groups are done mostly with one supervisor');
});

it('says where a group is found', () => {
  const sites = [site('North', [of('Pumps', 1)]), site('South', [])];
  expect(groupFinding(view(sites), { id: 'Pumps', title: 'Pumps' })).toBe('Pumps: 1 entry, at 1 of 2 sites');
  expect(groupFinding(view(sites), { id: 'Facet', title: 'Facet' })).toBe('Facet: none in these days');
});
