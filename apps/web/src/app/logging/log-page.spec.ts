import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import { control, problem, textIn } from '../testing/page';
import { entryView } from '../testing/program';
import { Privacy } from '../platform/privacy';
import {
  button,
  choose,
  errors,
  fillOrdinary,
  fixture,
  legends,
  open,
  page,
  pickFirstHit,
  press,
  search,
  server,
  startForm,
  textOf,
} from './testing';

beforeEach(() => startForm());

it('submits an ordinary entry of two levels within nine taps', async () => {
  await open();
  const taps = [
    () => search('transforaminal l4 l5 left'),
    () => pickFirstHit(),
    () => choose('Performed I did'),
    () => choose('Direct, in the room'),
    () => choose('Success'),
    () => choose('No complication'),
    () => choose('Chronic, non-cancer'),
    () => choose('Radicular'),
    () => press('Submit and next'),
  ];
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
  expect(page().querySelector<HTMLDetailsElement>('cs-case-fields details')?.open).toBe(true);
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
