import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import { control, problem } from '../testing/page';
import { entryView, returnedEntry } from '../testing/program';
import { button, choose, fillOrdinary, open, page, press, server, startForm, textOf } from './testing';

beforeEach(() => startForm());

it('keeps what was typed when the network fails, and sends the same id again', async () => {
  await open();
  await fillOrdinary();
  await press('Submit');
  const first = server.expect('POST', '/entries');
  first.error(new ProgressEvent('error'));
  await server.settle();
  expect(textOf('cs-problem')).toContain('it is not known whether this was saved');
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

it('edits a returned entry with the reason in sight and the version that was read', async () => {
  server.answers['/entries/e1'] = returnedEntry();
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

it('offers the newest version when somebody changed the entry meanwhile', async () => {
  server.answers['/entries/e1'] = returnedEntry();
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

it('Counting (o): amends an approved entry by a new version, and says where nothing changed', async () => {
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
