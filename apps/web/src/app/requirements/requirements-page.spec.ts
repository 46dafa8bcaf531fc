import { TextDecoder, TextEncoder } from 'node:util';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import {
  bufferOf,
  control,
  fakeDialogs,
  pageProviders,
  problem,
  signIn,
  SpecServer,
  textIn,
} from '../testing/page';
import { catalogue } from '../testing/program';
import { ImportPage } from './import-page';
import { RequirementsPage } from './requirements-page';
import { SetPage } from './set-page';
import { competency, published, sets, trial } from './testing';

// What every browser has and jsdom has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

let server: SpecServer;
let page: HTMLElement;

async function open<Page>(
  component: new () => Page,
  role: 'fellow' | 'director',
  answers: Record<string, unknown>,
  inputs: Record<string, unknown> = {},
): Promise<ComponentFixture<Page>> {
  TestBed.configureTestingModule({
    providers: [...pageProviders, provideRouter([{ path: '**', children: [] }])],
  });
  server = new SpecServer({ '/catalogue': catalogue, ...answers });
  await signIn(role);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  page = fixture.nativeElement as HTMLElement;
  await server.settle();
  return fixture;
}

const press = (name: string) => control<HTMLButtonElement>(page, 'button', name).click();

describe('The requirements of a program', () => {
  beforeEach(fakeDialogs);

  it('say of each version how far it can be relied on and whom it binds', async () => {
    await open(RequirementsPage, 'director', { '/requirement-sets': sets });
    expect(textIn(page.querySelector('cs-set-line'))).toMatch(
      /Own rules, version 1 verified Against Program requirements .* by Dr. Amundsen on Nov 20, 2026 .* cohort 2026–27, from Jul 1, 2026 Binds 2 fellows today/,
    );
    expect(textIn(page)).toContain('A. Okafor Own rules, version 1: binds (verified)');
  });

  it('are only looked at by a fellow', async () => {
    await open(RequirementsPage, 'fellow', {
      '/requirement-sets': { asOfOn: sets.asOfOn, published: [published] },
    });
    expect([...page.querySelectorAll('main, button, .cs-page > section')].map(textIn)).toHaveLength(3);
    expect(textIn(page)).not.toMatch(/Import a set|Drafts|Cohort of/);
  });

  it('are published by the director with the document, the day and the state that was seen', async () => {
    await open(RequirementsPage, 'director', { '/requirement-sets': sets });
    press('Publish Own rules');
    TestBed.tick();
    const against = control<HTMLInputElement>(page, 'input', 'Document and edition');
    against.value = 'Program requirements, July 2026';
    against.dispatchEvent(new Event('input'));
    press('Publish as verified');
    TestBed.tick();
    const call = server.expect('POST', '/requirement-drafts/d1/publication');
    expect(call.request.headers.get('If-Match')).toBe('"3"');
    expect(call.request.body).toEqual({
      verified: { on: '2026-11-23', against: 'Program requirements, July 2026' },
    });
    call.flush({ ...sets, drafts: [] });
    await server.settle();
    expect(textIn(page)).not.toContain('Drafts');
  });

  it('are published unverified without a document, and a stale draft says so', async () => {
    await open(RequirementsPage, 'director', { '/requirement-sets': sets });
    press('Publish Own rules');
    TestBed.tick();
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
    TestBed.tick();
    press('Publish unverified');
    TestBed.tick();
    const call = server.expect('POST', '/requirement-drafts/d1/publication');
    expect(call.request.body).toEqual({});
    call.flush(problem('requirement/draft-changed', 412), { status: 412, statusText: '' });
    await server.settle();
    expect(textIn(page.querySelector('[role=alert]'))).toContain('Somebody changed this draft');
  });

  it('say what becomes of each old competency, and send it where it is not the usual', async () => {
    await open(RequirementsPage, 'director', { '/requirement-sets': sets });
    press('Publish Own rules');
    await server.settle();
    const file = bufferOf('{ "id": "own", "verifiedBy": null }');
    server.expect('GET', '/requirement-sets/d1/file').flush(file);
    await server.settle();
    const asked = server.expect('POST', '/requirement-trials');
    expect(asked.request.body).toEqual({ set: { id: 'own' } });
    const renamed = { ...competency, id: 'lumbar', title: 'Lumbar' };
    const [line] = trial.competencies;
    const competencies = [
      { ...line, difference: 'removed', after: undefined },
      { ...line, difference: 'added', before: undefined, after: renamed },
    ];
    asked.flush(JSON.parse(JSON.stringify({ ...trial, competencies })));
    await server.settle();
    const part = () => textIn(page.querySelector('cs-continued-competencies'));
    expect(part()).toMatch(/None goes on under its own id\. .* Nothing continues Lumbar transforaminal\./);
    press('Add');
    await server.settle();
    expect(part()).toContain('Lumbar transforaminal goes on as Lumbar');
    expect(part()).not.toContain('Nothing continues');
    press('Show what it changes');
    await server.settle();
    const again = server.expect('POST', '/requirement-trials');
    const mapping = [{ from: 'tfesi', to: 'lumbar' }];
    expect(again.request.body).toEqual({ set: { id: 'own' }, mapping });
    again.flush({ ...trial, mapping });
    await server.settle();
    expect(textIn(page.querySelector('cs-trial-result'))).toContain('1 difference to Own rules, version 1');
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
    TestBed.tick();
    press('Publish unverified');
    TestBed.tick();
    expect(server.expect('POST', '/requirement-drafts/d1/publication').request.body).toEqual({ mapping });
  });

  it('remove a draft only when that is meant', async () => {
    await open(RequirementsPage, 'director', { '/requirement-sets': sets });
    press('Remove the draft Own rules');
    press('Keep it');
    await server.settle();
    server.expectNone('DELETE');
  });

  it('give a fellow a cohort', async () => {
    await open(RequirementsPage, 'director', { '/requirement-sets': sets });
    const input = control<HTMLInputElement>(page, 'input', 'Cohort of A. Okafor');
    input.value = ' 2026–27 ';
    press('Save the cohort of A. Okafor');
    TestBed.tick();
    const call = server.expect('PUT', '/trainings/r1/cohort');
    expect(call.request.body).toEqual({ cohort: '2026–27' });
    call.flush(sets);
    await server.settle();
    expect(textIn(page.querySelector('[role=status]'))).toBe('Saved.');
  });
});

it('A version shows its rules as sentences, and its file', async () => {
  const answers = { '/requirement-sets/v1': { ...published, competencies: [competency] } };
  await open(SetPage, 'fellow', answers, { setRowId: 'v1' });
  expect(textIn(page.querySelector('cs-competency-rules'))).toMatch(
    /Lumbar transforaminal high risk: two supervisors At least 20 sessions\s?\. A sign-off lapses after 12 months/,
  );
  expect(page.querySelector('a[download]')?.getAttribute('href')).toBe(
    '/api/programs/p/requirement-sets/v1/file',
  );
});

describe('An import', () => {
  async function paste(text: string): Promise<void> {
    await open(ImportPage, 'director', {});
    const area = control<HTMLTextAreaElement>(page, 'textarea', 'Or paste its text');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    press('Show what it changes');
    TestBed.tick();
  }

  it('shows what changes rule by rule and for each fellow, and becomes a draft', async () => {
    await paste('{ "id": "own", "verifiedBy": null }');
    const asked = server.expect('POST', '/requirement-trials');
    expect(asked.request.body).toEqual({ set: { id: 'own' } });
    asked.flush(trial);
    await server.settle();
    expect(textIn(page)).toMatch(/1 difference to Own rules, version 1 Lumbar transforaminal changed/);
    expect([...page.querySelectorAll('del, ins')].map(textIn)).toEqual([
      'At least 20 sessions',
      'At least 25 sessions',
    ]);
    expect(textIn(page)).toMatch(/A. Okafor 0 competencies met, 1 before. .* 21 of 20, met → 21 of 25/);
    expect(textIn(page)).toContain('Not marked as high risk: Cervical transforaminal.');
    const go = jest.spyOn(TestBed.inject(Router), 'navigate');
    press('Keep as a draft');
    TestBed.tick();
    server.expect('POST', '/requirement-drafts').flush(sets);
    await server.settle();
    expect(go).toHaveBeenCalledWith(['/requirements']);
  });

  it('of a file comes in the place of a draft, which is shown as it is kept, in the state that was seen', async () => {
    await open(ImportPage, 'director', { '/requirement-sets': sets }, { draft: 'd1' });
    const kept = '{ "id": "own", "title": "Own rules" }';
    server.expect('GET', '/requirement-sets/d1/file').flush(bufferOf(kept));
    await server.settle();
    expect(textIn(page)).toContain('This is Own rules as it is kept.');
    expect(control<HTMLTextAreaElement>(page, 'textarea', 'Or paste its text').value).toBe(kept);
    press('Show what it changes');
    TestBed.tick();
    server.expect('POST', '/requirement-trials').flush(trial);
    await server.settle();
    press('Keep in the place of the draft');
    TestBed.tick();
    const call = server.expect('PUT', '/requirement-drafts/d1');
    expect(call.request.headers.get('If-Match')).toBe('"3"');
    expect(call.request.body).toEqual({ set: { id: 'own', title: 'Own rules' } });
  });

  it('names every place that cannot be, and is not kept then', async () => {
    await paste('{ "id": "own" }');
    const fault = { pointer: '/competencies', code: 'requirement/not-a-list', title: 'This must be a list.' };
    server
      .expect('POST', '/requirement-trials')
      .flush({ ...trial, competencies: [], fellows: [], faults: [fault] });
    await server.settle();
    expect(textIn(page)).toContain('1 place to set right /competencies This must be a list.');
    expect(textIn(page)).not.toContain('Keep as a draft');
  });

  it.each(['{ "need": NaN }', '[]', 'null'])('of %s is no set, and is not sent', async (text) => {
    await paste(text);
    expect(textIn(page.querySelector('.cs-field-error'))).toMatch(/This is not JSON|one JSON object/);
    server.expectNone('POST');
  });
});
