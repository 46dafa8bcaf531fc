import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChartSettingsView } from '@countersign/contracts/curves/views';
import { pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { competenceRule } from '../testing/program';
import { ChartsPage } from './charts-page';
import { progress } from './testing';

const view: ChartSettingsView = {
  requirementSet: progress.requirementSet,
  charts: [
    {
      ...{
        competencyId: 'tfesi',
        title: 'Lumbar transforaminal',
        rule: competenceRule,
        keptBy: [],
        begun: 2,
      },
      setting: { adequatePercent: 10, inadequatePercent: 30, horizon: 50, falsePercent: 5 },
    },
  ],
};

let server: SpecServer;
let fixture: ComponentFixture<ChartsPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;

async function open(role: 'director' | 'coordinator'): Promise<void> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/chart-settings': view });
  await signIn(role);
  fixture = TestBed.createComponent(ChartsPage);
  await server.settle();
}

it('prints the numbers of each chart with who set them; a coordinator sets none', async () => {
  await open('coordinator');
  expect(textIn(page().querySelector('li'))).toContain('default, not yet set by the program');
  expect(page().querySelector('button')).toBeNull();
});

it('sends what a director sets, and says who keeps what the chart was begun with', async () => {
  await open('director');
  page().querySelector<HTMLButtonElement>('.head button')?.click();
  await server.settle();
  expect(textIn(page().querySelector('form'))).toContain('2 fellows have a judged case and keep');
  const [adequate] = page().querySelectorAll<HTMLInputElement>('form input');
  if (adequate) adequate.value = '40';
  page().querySelector('form')?.dispatchEvent(new Event('submit'));
  await server.settle();
  const sent = server.expect('POST', '/chart-settings');
  expect(sent.request.body).toMatchObject({
    ...{ competencyId: 'tfesi', adequatePercent: 40, inadequatePercent: 30, horizon: 50, falsePercent: 5 },
  });
  const errors = [
    {
      pointer: '/inadequatePercent',
      code: 'chart/rates-reversed',
      message: 'The adequate rate is the lower one.',
    },
  ];
  sent.flush(problem('chart/rates-reversed', 400, errors as never), { status: 400, statusText: 'no' });
  await server.settle();
  expect(textIn(page().querySelector('form'))).toContain('The adequate rate is the lower one.');
});
