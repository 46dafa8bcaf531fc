import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Component, input } from '@angular/core';
import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { competency } from '../competencies/testing';
import { pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { CommitteeCurve } from './committee-curve';

const charted = (id: string, n: number) => ({ id, title: `Title of ${id}`, competence: { n } });
const view = {
  fellow: competency.fellow,
  competencies: [charted('mbb', 34), charted('tfesi', 12), charted('pump', 0)],
  concerns: [{ competencyId: 'tfesi', competence: { n: 12 } }],
  people: [{ id: 'o', name: 'Dr. Osei' }],
} as unknown as CommitteeView;
const reviewed = {
  ...competency,
  curve: {
    ...competency.curve,
    stretches: (competency.curve?.stretches ?? []).map((stretch) => ({
      ...stretch,
      review: {
        at: 1,
        on: '2026-11-01',
        afterCase: 9,
        by: { id: 'o', name: 'Dr. Osei' },
        note: 'As Osei said.',
      },
    })),
  },
};

@Component({
  imports: [CommitteeCurve],
  template: '<cs-committee-curve [view]="view" [namesHidden]="hides() === \'yes\'" />',
})
class Host {
  readonly hides = input<string>();
  protected readonly view = view;
}

let server: SpecServer;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;

async function open(address = '/committee'): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      ...pageProviders,
      provideRouter([{ path: 'committee', component: Host }], withComponentInputBinding()),
    ],
  });
  const of = (id: string) => `/fellows/${competency.fellow.id}/competencies/${id}`;
  server = new SpecServer({ [of('tfesi')]: reviewed, [of('mbb')]: { ...competency, title: 'Blocks' } });
  await signIn('director');
  harness = await RouterTestingHarness.create(address);
  await server.settle();
}

it('draws the curve of what asks for a look, and of what is chosen, which the address keeps', async () => {
  await open();
  expect(textIn(page().querySelector('h3'))).toBe(competency.title);
  const select = page().querySelector<HTMLSelectElement>('select');
  expect([...(select?.options ?? [])].map(textIn)).toEqual(['Title of mbb', 'Title of tfesi']);
  if (select) {
    select.value = 'mbb';
    select.dispatchEvent(new Event('change'));
  }
  await server.settle();
  expect(TestBed.inject(Router).url).toBe('/committee?curveOf=mbb');
  await server.settle();
  expect(textIn(page().querySelector('h3'))).toBe('Blocks');
});

it('names no reviewer while raters’ names are hidden', async () => {
  await open();
  expect(textIn(page().querySelector('.review'))).toContain('by Dr. Osei');
  TestBed.resetTestingModule();
  await open('/committee?hides=yes');
  expect(textIn(page())).not.toContain('Osei');
  expect(textIn(page().querySelector('.review'))).toContain('by a supervisor');
});
