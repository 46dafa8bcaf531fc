import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, entryView } from '../testing/program';
import { DecidedPage } from './decided-page';
import { approved } from './testing';

const rated = approved(entryView({ id: 'e1', approvedNumber: 1 }), 0);
const [procedure] = rated.content.procedures;
const open = {
  ...rated,
  approvedNumber: 1,
  content: { ...rated.content, procedures: [{ ...procedure!, selfHelp: 3 as const }] },
};
const line = (id: string) => ({ id, kind: 'approved', at: 5_000_000, number: 1, entry: open });

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.routeNativeElement!;
const lines = (): string[] => [...page().querySelectorAll('.list li')].map(textIn);

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideLocationMocks(),
      provideRouter([{ path: 'decided', component: DecidedPage }], withComponentInputBinding()),
    ],
  });
  server = new SpecServer({
    '/catalogue': catalogue,
    '/past-decisions': { decisions: [line('d1')], fellows: [open.fellow], total: 2, next: '5000000_d1' },
  });
  await signIn('supervisor');
  harness = await RouterTestingHarness.create('/decided');
  await server.settle();
});

it('tells what was decided and said, with the rating that the fellow gave', () => {
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toContain('M. Tanaka, Transforaminal epidural, lumbar · L4 left');
  expect(lines()[0]).toContain('Approved Dec 31, 1969');
  expect(lines()[0]).toContain('Help 4: stood by, just in case');
  expect(lines()[0]).toContain('Self-rating: 3, prompted now and then');
});

it('goes on to the next page and narrows by fellow, period and kind in the address', async () => {
  server.answers['/past-decisions'] = { decisions: [line('d2')], fellows: [open.fellow], total: 2 };
  page().querySelector<HTMLButtonElement>('.more')?.click();
  await server.settle();
  expect(lines()).toHaveLength(2);
  expect(page().querySelector('.more')).toBeNull();

  const choose = async (name: string, value: string): Promise<void> => {
    const label = [...page().querySelectorAll('label')].find((one) => textIn(one).startsWith(name));
    const select = label?.querySelector('select');
    if (!select) throw new Error(`no ${name}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await server.settle();
  };
  await choose('Fellow', open.fellow.id);
  await choose('Period', '30');
  server.answers['/past-decisions'] = { decisions: [], fellows: [open.fellow], total: 0 };
  [...page().querySelectorAll('button')].find((one) => textIn(one) === 'Returned')?.click();
  await server.settle();
  expect(TestBed.inject(Router).url).toBe(`/decided?fellowId=${open.fellow.id}&days=30&kind=returned`);
  expect(textIn(page())).toContain('No decisions like this');
});

it('says what became of a correction that came with the approval', async () => {
  const [version] = open.versions;
  const [decision] = version!.decisions;
  const corrections = [
    { position: 0, role: { recorded: 'performed' as const, corrected: 'assisted' as const } },
  ];
  const contested = {
    ...{ kind: 'contested' as const, by: open.fellow, at: 6_000_000, undone: false },
    reasonText: 'I placed both needles',
  };
  const versions = [{ ...version!, decisions: [{ ...decision!, corrections }, contested] }];
  const one = { ...line('d1'), entry: { ...open, versions } };
  server.answers['/past-decisions'] = { decisions: [one], fellows: [open.fellow], total: 1 };
  await harness.navigateByUrl('/decided?kind=approved');
  await server.settle();
  expect(lines()[0]).toContain('M. Tanaka contests it, the director decides: I placed both needles');
});
