import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { EntryView } from '@countersign/contracts/entries/views';
import { control, problem, signIn } from '../testing/page';
import { entryView } from '../testing/program';
import { Privacy } from '../platform/privacy';
import { actsShown, create, open, page, press, server, submitDialog, textOf, startPage } from './testing';

beforeEach(startPage);

it('says the entry in facts, with how each procedure counts', async () => {
  await open(entryView({ acts: { withdraw: true, void: true } }));
  expect(textOf('h2')).toBe('Transforaminal epidural, lumbar');
  expect(textOf('.facts')).toContain('Fri, Nov 20 · Northgate ASC · Dr. Lindqvist');
  expect(textOf('.procedure')).toBe(
    'L4 left Performed · Direct, in the room · Fluoroscopy · Success · No complication Counts as 1 session, 1 level',
  );
  expect(page().textContent).toContain('Waits for Dr. Lindqvist. It counts once approved.');
});

it.each<[EntryView['state'], Partial<EntryView['acts']>, string[]]>([
  ['draft', { edit: true, submit: true, void: true }, ['Submit', 'Edit', 'Duplicate', 'Void']],
  ['submitted', { withdraw: true, void: true }, ['Withdraw', 'Duplicate', 'Void']],
  ['returned', { edit: true, void: true }, ['Change and submit', 'Duplicate', 'Void']],
  ['approved', { amend: true }, ['Amend', 'Duplicate']],
  ['amended', { withdraw: true }, ['Drop the amendment', 'Duplicate']],
  ['void', {}, ['Duplicate']],
])('offers the fellow with a %s entry what may be done now', async (state, acts, expected) => {
  await open(entryView({ state, acts }));
  expect(actsShown()).toEqual(expected);
});

it('offers the director only what a director may do', async () => {
  await open(entryView({ state: 'approved', acts: { void: true } }), 'director');
  expect(actsShown()).toEqual(['Void']);
  expect(textOf('.facts')).toContain('M. Tanaka');
});

it('lets the director remove words, and says what was removed', async () => {
  const content = { ...entryView().content, caseLabel: 'Mr Smith' };
  await open(
    entryView({ state: 'approved', approvedNumber: 1, content, acts: { redact: true } }),
    'director',
  );
  expect(actsShown()).toEqual(['Remove words']);
  await press('Remove words');
  expect(textOf('cs-redact-dialog blockquote')).toBe('Mr Smith');
  await press('Remove the words');
  expect(textOf('cs-redact-dialog')).toContain('Say in a few words why.');
  const reason = control<HTMLTextAreaElement>(page(), 'cs-redact-dialog textarea', 'Reason');
  reason.value = 'Names a patient';
  reason.dispatchEvent(new Event('input'));
  await press('Remove the words');
  const call = server.expect('POST', '/entries/e1/redactions');
  expect(call.request.body).toEqual({
    ...{ number: 1, pointer: '/content/caseLabel', reason: 'Names a patient' },
  });
  const { caseLabel: _gone, ...left } = content;
  const removed = [{ pointer: '/caseLabel', at: Date.UTC(2026, 10, 23, 18) }];
  call.flush(entryView({ state: 'approved', content: { ...left, removed }, acts: { redact: true } }));
  await server.settle();
  expect(textOf('.done')).toBe('The words are removed.');
  expect(textOf('[aria-label="Removed words"]')).toContain('Case label: removed by the director on');
  expect(actsShown()).toEqual([]);
});

it('offers nobody to remove words who may not, and where there are none', async () => {
  const content = { ...entryView().content, caseLabel: 'Mr Smith' };
  await open(entryView({ state: 'approved', content }), 'director');
  expect(actsShown()).toEqual([]);
});

it('withdraws the version that was read, and shows what came of it', async () => {
  await open(entryView({ acts: { withdraw: true } }));
  await press('Withdraw');
  const call = server.expect('POST', '/entries/e1/withdrawal');
  expect(call.request.headers.get('If-Match')).toBe('"3"');
  call.flush(entryView({ state: 'draft', revision: 4, acts: { edit: true, submit: true } }));
  await server.settle();
  expect(textOf('.done')).toBe('Withdrawn. It is a draft again.');
  expect(actsShown()).toEqual(['Submit', 'Edit', 'Duplicate']);
});

it('shows the newest version when somebody changed the entry meanwhile', async () => {
  await open(entryView({ acts: { withdraw: true } }));
  await press('Withdraw');
  const stale = problem('entry/stale-version', 412);
  server
    .expect('POST', '/entries/e1/withdrawal')
    .flush(stale, { status: 412, statusText: 'Precondition Failed' });
  await server.settle();
  server.answers['/entries/e1'] = entryView({ state: 'approved', revision: 4, acts: { amend: true } });
  await press('Show the newest version');
  expect(actsShown()).toEqual(['Amend', 'Duplicate']);
  expect(page().querySelector('cs-problem [role=alert]')).toBeNull();
});

it('submits a complete draft as it is', async () => {
  await open(entryView({ state: 'draft', acts: { edit: true, submit: true } }));
  await press('Submit');
  const call = server.expect('PUT', '/entries/e1');
  expect(call.request.body).toMatchObject({ then: 'submit', painCategory: 'chronic-non-cancer' });
});

it('asks the program which day it is before it submits, wherever this device is', async () => {
  const { content } = entryView();
  await open(
    entryView({
      state: 'draft',
      acts: { edit: true, submit: true },
      content: { ...content, performedOn: '2026-11-24' },
    }),
  );
  await press('Submit');
  server.expectNone('PUT');
  expect(TestBed.inject(Router).url).toBe('/entries/e1/edit?check=1');
});

it('opens the form where a draft is not complete, instead of sending it', async () => {
  const { content } = entryView();
  const { painCategory: _open, ...rest } = content;
  await open(entryView({ state: 'draft', acts: { edit: true, submit: true }, content: rest }));
  await press('Submit');
  server.expectNone('PUT');
  expect(TestBed.inject(Router).url).toBe('/entries/e1/edit?check=1');
});

it('makes an entry void only with a reason', async () => {
  await open(entryView({ acts: { void: true } }));
  await press('Void');
  submitDialog();
  await server.settle();
  server.expectNone('POST');
  expect(textOf('cs-void-dialog')).toContain('Say in a few words why.');
  const reason = page().querySelector('textarea');
  if (reason) reason.value = ' Logged twice ';
  reason?.dispatchEvent(new Event('input'));
  submitDialog();
  await server.settle();
  const call = server.expect('POST', '/entries/e1/void');
  expect(call.request.body).toEqual({ reason: 'Logged twice' });
  expect(call.request.headers.get('If-Match')).toBe('"3"');
});

it('keeps the dialog open with a reason that tells who a patient is', async () => {
  await TestBed.inject(Privacy).load();
  await open(entryView({ acts: { void: true } }));
  await press('Void');
  const reason = control<HTMLTextAreaElement>(page(), 'cs-void-dialog textarea', 'Reason');
  reason.value = 'Logged for Mrs Ramirez';
  reason.dispatchEvent(new Event('input'));
  reason.dispatchEvent(new Event('blur'));
  submitDialog();
  await server.settle();
  server.expectNone('POST');
  expect(textOf('cs-void-dialog')).toContain('Take out “Mrs Ramirez”.');
  expect([reason.value, page().querySelector('cs-void-dialog dialog')?.hasAttribute('open')]).toEqual([
    ...['Logged for Mrs Ramirez', true],
  ]);
});
it('says so when the entry cannot be read', async () => {
  await signIn();
  create();
  await server.settle();
  server
    .expect('GET', '/entries/e1')
    .flush(problem('access/not-found', 404), { status: 404, statusText: 'Not Found' });
  await server.settle();
  expect(textOf('cs-problem')).toContain('it is not yours to see');
});
