import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import { control, fakeDialogs, pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, context, entryLine, entryView } from '../testing/program';
import { Privacy } from '../platform/privacy';
import { LogPage } from './log-page';

@Component({ template: '' })
class Elsewhere {}

let server: SpecServer;
let fixture: ComponentFixture<LogPage>;

const progress = {
  groups: [
    { groupId: 'epidural', title: 'Epidural injections', kind: 'procedure', approved: 17, waiting: 2 },
  ],
};

beforeEach(async () => {
  fakeDialogs();
  TestBed.configureTestingModule({
    providers: [...pageProviders, provideRouter([{ path: '**', component: Elsewhere }])],
  });
  server = new SpecServer({
    '/catalogue': catalogue,
    '/log-context': context,
    '/entries': { entries: [], total: 0 },
    '/fellows/tanaka/progress': progress,
  });
  await signIn();
});

it('submits an ordinary entry of two levels within nine taps', async () => {
  await open();
  const taps = [
    () => press('Transforaminal epidural, lumbar'),
    () => press('L4 left'),
    () => press('L5 left'),
    () => choose('Performed I did'),
    () => choose('Direct, in the room'),
    () => choose('Success'),
    () => choose('No complication'),
    () => press('Submit and next'),
  ];
  server.answers['/entries'] = { entries: [entryLine({ id: 'before' })], total: 1 };
  server.answers['/entries/before'] = entryView({ id: 'before' });
  for (const tap of taps) await tap();
  expect(taps.length).toBeLessThanOrEqual(9);

  const sent = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(sent.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(sent).toMatchObject({
    performedOn: '2026-11-23',
    siteId: 'northgate',
    supervisorId: 'lindqvist',
    setting: 'asc',
    painCategory: 'chronic-non-cancer',
    diagnosisGroup: 'radicular',
    then: 'submit',
    procedures: [
      {
        itemId: 'esi-tf-lumbar',
        levels: [
          { level: 'L4', side: 'left' },
          { level: 'L5', side: 'left' },
        ],
        guidance: 'fluoroscopy',
        role: 'performed',
        complications: ['none'],
      },
    ],
  });
});

it('preselects nothing that is a judgment', async () => {
  await open();
  await press('Transforaminal epidural, lumbar');
  expect(page().querySelectorAll('cs-procedure-fields input:checked')).toHaveLength(0);
});

it('says what the entry will count for, and that it waits for the supervisor', async () => {
  await open();
  await press('Transforaminal epidural, lumbar');
  expect(textOf('cs-will-count')).toBe(
    'Will count: Epidural injections 17 → to 18 Once Dr. Lindqvist approves · 2 more wait',
  );
  await choose('Simulation no patient; counted apart');
  expect(textOf('cs-will-count')).toContain('counted apart');
});

it('takes levels and side out of what is typed', async () => {
  await open();
  await search('transforaminal l4 l5 left');
  expect(textOf('.hits')).toContain('L4, L5 left');
  page().querySelector<HTMLElement>('li[role=option]')?.click();
  await server.settle();
  expect(button('L4 left').getAttribute('aria-pressed')).toBe('true');
  expect(button('L5 left').getAttribute('aria-pressed')).toBe('true');
});

it('says at each field what is missing, only after the first attempt, and goes to the first', async () => {
  await open();
  await press('Sacroiliac joint injection');
  expect(errors()).toEqual([]);
  await press('Submit');
  server.expectNone('POST');
  expect(errors()).toContain('Choose a side. It is needed for the count.');
  expect(errors()).toContain('Choose what happened, or “No complication”.');
  const side = control<HTMLInputElement>(page(), 'input[type=radio]', 'Left');
  expect(document.activeElement).toBe(side);
  const described = side.closest('fieldset')?.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toContain('Choose a side.');
  await choose('Left');
  expect(errors()).not.toContain('Choose a side. It is needed for the count.');
});

it('names what contradicts itself at its field, and lets a draft have it for a while', async () => {
  await open();
  await fillOrdinary();
  await choose('Supervisor took over');
  await choose('Oversight');
  await choose('Headache or facial');
  await press('Diagnosis code: not stated');
  await choose('M54.16 Lumbar radiculopathy');
  await press('Done');
  await press('Submit');
  server.expectNone('POST');
  expect(errors()).toEqual([
    'Under oversight nobody was there to take over. Choose another supervision, or another outcome.',
    'This diagnosis code does not belong to the group above it.',
  ]);
  await choose('Direct, in the room');
  await choose('Radicular');
  expect(errors()).toEqual([]);
});

it('says at a row that it is there twice', async () => {
  await open();
  await fillOrdinary();
  await press('Add another procedure');
  await press('Transforaminal epidural, lumbar');
  const [, second] = page().querySelectorAll<HTMLElement>('cs-procedure-slot');
  if (!second) throw new Error('there is a second row');
  control<HTMLButtonElement>(second, 'button', 'L4 left').click();
  await server.settle();
  for (const choice of ['Performed I did', 'Direct, in the room', 'Success', 'No complication']) {
    control<HTMLInputElement>(second, 'input', choice).click();
    await server.settle();
  }
  await press('Submit');
  server.expectNone('POST');
  const said = 'This is the same as procedure 1. Say what differs, or take it out.';
  expect(textIn(second.querySelector('cs-field-error'))).toBe(said);
  expect(textIn(document.activeElement)).toBe('Change');
});

it('keeps a draft of whatever is there', async () => {
  await open();
  await press('Sacroiliac joint injection');
  await press('Save draft');
  const call = server.expect('POST', '/entries');
  expect(call.request.body).toMatchObject({ then: 'keep', procedures: [{ itemId: 'si-joint' }] });
  call.flush(entryView({ id: 'new', state: 'draft' }));
  await server.settle();
  expect(TestBed.inject(Router).url).toBe('/entries/new');
});

it('shows what the server found at the field it points to, until that field changes', async () => {
  await open();
  await fillOrdinary();
  await press('Submit');
  const gone = [
    { pointer: '/supervisorId', code: 'entry/unknown-supervisor', title: 'from the server' },
    {
      pointer: '/procedures/0/levels/0/level',
      code: 'entry/new-rule',
      title: 'A rule that this page does not know.',
    },
  ];
  server
    .expect('POST', '/entries')
    .flush(problem('request/invalid', 400, gone), { status: 400, statusText: 'Bad Request' });
  await server.settle();
  const select = control<HTMLSelectElement>(page(), 'select', 'Supervisor');
  expect(select.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(select);
  expect(errors()).toContain('This person was not a supervisor of the program on that day. Choose another.');
  expect(errors()).toContain('A rule that this page does not know.');
  select.value = 'osei';
  select.dispatchEvent(new Event('change'));
  await server.settle();
  expect(select.getAttribute('aria-invalid')).toBeNull();
  expect(errors()).toContain('A rule that this page does not know.');
});

it('keeps what was typed when the network fails, and sends the same id again', async () => {
  await open();
  await fillOrdinary();
  await press('Submit');
  const first = server.expect('POST', '/entries');
  first.error(new ProgressEvent('error'));
  await server.settle();
  expect(textOf('cs-problem')).toContain('The server did not answer.');
  expect(button('L4 left').getAttribute('aria-pressed')).toBe('true');
  await press('Submit');
  const second = server.expect('POST', '/entries');
  expect(second.request.body).toEqual(first.request.body);
});

it('sends once however often the button is pressed', async () => {
  await open();
  await fillOrdinary();
  button('Submit').click();
  button('Submit').click();
  await server.settle();
  server.expect('POST', '/entries');
});

it('goes on with the next patient: day, place and people stay, the rest is new', async () => {
  await open();
  await fillOrdinary();
  await press('Submit and next');
  const first = server.expect('POST', '/entries');
  first.flush(entryView({ id: 'first' }));
  await server.settle();
  expect(textOf('.cs-note.done')).toContain('Transforaminal epidural, lumbar · L4 left');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Procedure or experience');
  expect(page().querySelector('cs-procedure-fields')).toBeNull();
  await fillOrdinary();
  await press('Submit');
  const second = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(second.id).not.toBe((first.request.body as LogEntryBody).id);
});

it('takes over the case that an item usually has, unless somebody chose another', async () => {
  server.answers['/entries'] = { entries: [entryLine({ id: 'before' })], total: 1 };
  server.answers['/entries/before'] = entryView({ id: 'before' });
  await open();
  await press('Transforaminal epidural, lumbar');
  const diagnosis = control<HTMLSelectElement>(page(), 'select', 'Diagnosis');
  expect(diagnosis.value).toBe('radicular');
  diagnosis.value = 'low-back';
  diagnosis.dispatchEvent(new Event('change'));
  await press('Change');
  await press('Sacroiliac joint injection');
  expect(control<HTMLSelectElement>(page(), 'select', 'Diagnosis').value).toBe('low-back');
});

it('asks an experience for the part and the supervision alone', async () => {
  await open();
  await search('new patient');
  page().querySelector<HTMLElement>('li[role=option]')?.click();
  await server.settle();
  expect(legends()).toEqual(expect.arrayContaining(['Which part did you take?', 'Supervision']));
  expect(legends()).not.toContain('Outcome');
});

it('logs several procedures of one patient in one entry', async () => {
  await open();
  await press('Transforaminal epidural, lumbar');
  await press('Add another procedure');
  await press('Sacroiliac joint injection');
  await press('Save draft');
  const { procedures } = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(procedures.map(({ itemId }) => itemId)).toEqual(['esi-tf-lumbar', 'si-joint']);
});

it('edits a returned entry with the reason in sight and the version that was read', async () => {
  server.answers['/entries/e1'] = returned();
  await open({ entryId: 'e1' });
  expect(textOf('cs-return-note')).toContain('Dr. Lindqvist returned it');
  await press('L4 right');
  await press('Submit');
  const call = server.expect('PUT', '/entries/e1');
  expect(call.request.headers.get('If-Match')).toBe('"3"');
  expect(call.request.body).toMatchObject({
    then: 'submit',
    procedures: [{ levels: [{ level: 'L4', side: 'bilateral' }] }],
  });
  expect(call.request.body).not.toHaveProperty('procedures.0.itemName');
});

it('sends no words that tell who the patient is, not as a draft either, and takes them once they are gone', async () => {
  await TestBed.inject(Privacy).load();
  await open();
  await press('Transforaminal epidural, lumbar');
  const write = async (text: string): Promise<void> => {
    const reflection = control<HTMLTextAreaElement>(page(), 'textarea', 'Reflection');
    reflection.value = text;
    reflection.dispatchEvent(new Event('input'));
    reflection.dispatchEvent(new Event('blur'));
    await server.settle();
    await press('Save draft');
    expect(reflection.value).toBe(text);
  };
  await write('Mrs Ramirez was afraid');
  server.expectNone('POST');
  expect(page().textContent).toContain('Take out “Mrs Ramirez”.');
  await write('The patient was afraid');
  const body = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect([body.reflection, body.noPatient]).toEqual(['The patient was afraid', undefined]);
});

it('offers the newest version when somebody changed the entry meanwhile', async () => {
  server.answers['/entries/e1'] = returned();
  await open({ entryId: 'e1' });
  await press('L5 left');
  await press('Submit');
  const stale = problem('entry/stale-version', 412);
  server.expect('PUT', '/entries/e1').flush(stale, { status: 412, statusText: 'Precondition Failed' });
  await server.settle();
  expect(button('L5 left').getAttribute('aria-pressed')).toBe('true');
  await press('Reload the entry');
  await server.settle();
  expect(button('L5 left').getAttribute('aria-pressed')).toBe('false');
});

it('offers the saved entry when the id is known to the server with other content', async () => {
  await open();
  await fillOrdinary();
  await press('Submit');
  const call = server.expect('POST', '/entries');
  call.flush(problem('entry/id-taken', 409), { status: 409, statusText: 'Conflict' });
  await server.settle();
  const link = control<HTMLAnchorElement>(page(), 'a', 'Open the saved entry');
  expect(link.getAttribute('href')).toBe(`/entries/${(call.request.body as LogEntryBody).id}`);
});

it('amends an approved entry by a new version', async () => {
  server.answers['/entries/e1'] = entryView({ state: 'approved', acts: { amend: true } });
  await open({ entryId: 'e1' });
  expect(textOf('h1')).toBe('Amend entry');
  await choose('Assisted Supervisor; I helped');
  await press('Submit the amendment');
  const call = server.expect('POST', '/entries/e1/amendments');
  expect(call.request.body).toMatchObject({ then: 'submit', procedures: [{ role: 'assisted' }] });
  call.flush(problem('entry/unchanged', 409), { status: 409, statusText: 'Conflict' });
  await server.settle();
  expect(textOf('cs-problem')).toContain('Nothing has changed since the approved version.');
});

it('logs the same once more without taking over any judgment', async () => {
  server.answers['/entries/e1'] = entryView();
  await open({ from: 'e1' });
  expect(button('L4 left').getAttribute('aria-pressed')).toBe('true');
  expect(page().querySelectorAll('cs-procedure-fields input[type=radio]:checked')).toHaveLength(0);
  await press('Save draft');
  const body = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(body.performedOn).toBe('2026-11-23');
  expect(body.procedures[0]).not.toHaveProperty('role');
});

it('keeps the diagnosis of the entry that is logged once more, and nothing that belongs to one patient', async () => {
  const { content, ...entry } = entryView();
  server.answers['/entries/e1'] = {
    ...entry,
    content: {
      ...content,
      diagnosisId: 'radic',
      ageBand: '65-89',
      caseLabel: 'NA-22',
      reflection: 'Slow.',
      procedures: content.procedures.map((one) => ({ ...one, selfHelp: 3 })),
    },
  };
  await open({ from: 'e1' });
  expect(button('M54.16 Lumbar radiculopathy')).toBeTruthy();
  await press('Save draft');
  const body = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(body).toMatchObject({ diagnosisId: 'radic', diagnosisGroup: 'radicular' });
  for (const own of ['ageBand', 'caseLabel', 'reflection']) expect(body).not.toHaveProperty(own);
  expect(body.procedures[0]).toMatchObject({ levels: [{ level: 'L4', side: 'left' }], complications: [] });
  expect(body.procedures[0]).not.toHaveProperty('selfHelp');
});

it('takes a diagnosis code from the list of its group, or from all by a word', async () => {
  await open();
  await fillOrdinary();
  await press('Diagnosis code: not stated');
  const codes = (): string[] =>
    [...page().querySelectorAll('cs-diagnosis-field label:has([type=radio])')].map(textIn);
  expect(codes()).toEqual(['Not stated', 'M54.16 Lumbar radiculopathy']);
  await press('Show 1 of other groups');
  expect(codes()).toHaveLength(3);
  const field = control<HTMLInputElement>(page(), 'cs-diagnosis-field input', 'ICD-10-CM code or words');
  field.value = 'carpal';
  field.dispatchEvent(new Event('input'));
  await server.settle();
  expect(codes()).toEqual(['Not stated', 'G56.0- Carpal tunnel syndrome']);
  await choose('G56.0- Carpal tunnel syndrome');
  await press('Done');
  await press('Submit');
  expect(server.expect('POST', '/entries').request.body).toMatchObject({ diagnosisId: 'cts' });
});

it('Identity (c): offers the days of the own training up to today at the program', async () => {
  await open();
  const day = control<HTMLInputElement>(page(), 'input', 'Date');
  expect([day.min, day.max]).toEqual(['2026-07-01', '2026-11-23']);
});

it('says where the catalogue comes from', async () => {
  await open();
  expect(textOf('cs-catalogue-note')).toContain(
    'our own synthesis, for review by your physicians before use',
  );
});

it('asks before something that was typed is lost', async () => {
  await open();
  expect(fixture.componentInstance.mayLeave()).toBe(true);
  await press('Sacroiliac joint injection');
  const answer = fixture.componentInstance.mayLeave();
  await press('Stay here');
  expect(await answer).toBe(false);
  const second = fixture.componentInstance.mayLeave();
  await press('Leave without saving');
  expect(await second).toBe(true);
});

async function open(inputs: Record<string, string> = {}): Promise<void> {
  fixture = TestBed.createComponent(LogPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await server.settle();
}

async function fillOrdinary(): Promise<void> {
  await press('Transforaminal epidural, lumbar');
  await press('L4 left');
  for (const choice of ['Performed I did', 'Direct, in the room', 'Success', 'No complication'])
    await choose(choice);
  if (!page().querySelector('cs-case-fields cs-chip-select[label="Kind of pain"]')) {
    await choose('Cancer');
    await choose('Radicular');
  }
}

function returned() {
  const decision = {
    kind: 'returned' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at: 2,
    reasonCode: 'wrong-details' as const,
    reasonText: 'Both sides, I think.',
    undone: false,
  };
  return entryView({
    state: 'returned',
    acts: { edit: true },
    versions: [{ number: 1, at: 1, submittedAt: 1, itemNames: [], decisions: [decision], changes: [] }],
  });
}

function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

function button(name: string): HTMLButtonElement {
  return control(page(), 'button', name);
}

async function press(name: string): Promise<void> {
  button(name).click();
  await server.settle();
}

async function choose(name: string): Promise<void> {
  control(page(), 'input:is([type=radio], [type=checkbox])', name).click();
  await server.settle();
}

async function search(query: string): Promise<void> {
  const field = control<HTMLInputElement>(page(), 'input', 'Procedure or experience');
  field.value = query;
  field.dispatchEvent(new Event('input'));
  await server.settle();
}

function errors(): string[] {
  return [...page().querySelectorAll('cs-field-error p')].map((one) => one.textContent.trim());
}

function legends(): string[] {
  return [...page().querySelectorAll('legend')].map((one) => one.textContent.trim());
}

function textOf(selector: string): string {
  return textIn(page().querySelector(selector));
}
