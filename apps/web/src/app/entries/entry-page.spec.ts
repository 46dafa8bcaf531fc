import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { EntryView } from '@countersign/contracts/entries/views';
import { control, fakeDialogs, pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, context, entryView } from '../testing/program';
import { Privacy } from '../platform/privacy';
import { EntryPage } from './entry-page';

@Component({ template: '' })
class Elsewhere {}

let server: SpecServer;
let fixture: ComponentFixture<EntryPage>;

beforeEach(() => {
  fakeDialogs();
  TestBed.configureTestingModule({
    providers: [...pageProviders, provideRouter([{ path: '**', component: Elsewhere }])],
  });
  server = new SpecServer({ '/catalogue': catalogue, '/log-context': context });
});

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

it('puts the reason of a return first', async () => {
  await open(
    entryView({
      state: 'returned',
      acts: { edit: true },
      versions: [
        version([returned({ undone: true, reasonText: 'taken back' }), returned({ reasonText: 'Side?' })]),
      ],
    }),
  );
  expect(textOf('cs-return-note')).toContain('Dr. Lindqvist returned it');
  expect(textOf('cs-return-note')).toContain('Detail to change. Side?');
  expect(textOf('cs-return-note')).not.toContain('taken back');
});

it('keeps the reason of a return whose words were removed', async () => {
  const { reasonText: _text, ...wordless } = returned({ reasonText: 'x' });
  await open(entryView({ state: 'returned', versions: [version([wordless])] }));
  expect(textOf('cs-return-note')).toMatch(/^Dr\. Lindqvist returned it on .*: Detail to change\.$/);
});

it('puts the reason first where an amendment came back, and says nothing once a later version was sent', async () => {
  const back = { ...version([returned({ reasonText: 'Which side?' })]), number: 2 };
  const entry = { state: 'approved' as const, number: 2, approvedNumber: 1, acts: { amend: true } };
  await open(entryView({ ...entry, versions: [version([]), back] }));
  expect(textOf('cs-return-note')).toContain('Dr. Lindqvist returned the amendment');
  expect(textOf('cs-return-note')).toContain('Which side?');
  server.answers['/entries/e2'] = entryView({
    ...entry,
    id: 'e2',
    number: 3,
    versions: [version([]), back, { ...version([]), number: 3 }],
  });
  fixture.componentRef.setInput('entryId', 'e2');
  await server.settle();
  expect(textOf('cs-return-note')).toBe('');
});

it('tells of a decision that was taken back no more than that', async () => {
  const undone = { ...returned({ undone: true, reasonText: 'x' }) };
  const { reasonText: _text, reasonCode: _code, ...bare } = undone;
  await open(entryView({ versions: [version([bare])] }));
  expect(textOf('.decision')).toMatch(/^Returned by Dr\. Lindqvist \(taken back\) · /);
  expect(page().querySelectorAll('.decision p')).toHaveLength(1);
});

it('says between versions what changed, in the words of the form', async () => {
  const changes = [
    { pointer: '/procedures/0/role', values: { before: 'performed', after: 'performed-part' } },
    { pointer: '/procedures/0/levels', values: { before: [{ level: 'L3', side: 'left' }], after: [] } },
    { pointer: '/supervisorId', values: { before: 'osei', after: 'lindqvist' } },
    { pointer: '/ageBand', values: { before: null, after: '65-89' } },
  ];
  await open(entryView({ number: 2, versions: [version([]), { ...version([]), number: 2, changes }] }));
  const said = [...page().querySelectorAll('.changes > div')].map((one) => textIn(one));
  expect(said).toEqual([
    'Role Performed → Performed part',
    'Levels L3 left → nothing',
    'Supervisor another one → Dr. Lindqvist',
    'Age band nothing → 65 to 89 years',
  ]);
});

it('shows the rating of an approval in the fellow’s words', async () => {
  const approval = {
    kind: 'approved' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at: 5,
    ratings: [{ position: 0, help: 1 as const, nextTime: 2 as const, scope: 'all' as const }],
    nextTimeText: 'Steeper oblique.',
    undone: false,
  };
  await open(entryView({ state: 'approved', approvedNumber: 1, versions: [version([approval])] }));
  const text = textOf('cs-entry-versions');
  expect(text).toContain('Approved by Dr. Lindqvist');
  expect(text).toContain('Help 1: supervisor did it');
  expect(text).toContain('Next time: with direct supervision');
  expect(text).toContain('Do differently: Steeper oblique.');
});

describe('a correction', () => {
  const corrected = {
    kind: 'approved' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at: 5,
    corrections: [{ position: 0, role: { recorded: 'performed' as const, corrected: 'assisted' as const } }],
    reasonText: 'I held the needle.',
    undone: false,
  };
  const contest = { ...corrected, kind: 'contested' as const, reasonText: 'I placed both.' };
  const { corrections: _none, ...contested } = contest;
  const approved = { state: 'approved' as const, approvedNumber: 1 };
  const type = async (label: string, text: string): Promise<void> => {
    const field = control<HTMLTextAreaElement>(page(), 'textarea', label);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await server.settle();
  };

  it('shows both values to its fellow, who accepts it', async () => {
    await open(entryView({ ...approved, versions: [version([corrected])], acts: { answerUntil: 9 } }));
    const text = textOf('cs-correction-answer');
    expect(text).toContain('Dr. Lindqvist corrected this entry');
    expect(text).toContain('Role corrected: Performed → Assisted');
    expect(text).toContain('Why: I held the needle.');
    await press('Accept');
    const call = server.expect('POST', '/entries/e1/answer');
    expect(call.request.body).toEqual({ kind: 'accepted' });
    call.flush(entryView({ ...approved, versions: [version([corrected])] }));
    await server.settle();
    expect(page().querySelector('cs-correction-answer')).toBeNull();
    expect(textOf('.done')).toBe('You accepted the correction.');
  });

  it('is contested with a reason, never without', async () => {
    await open(entryView({ ...approved, versions: [version([corrected])], acts: { answerUntil: 9 } }));
    await press('Contest');
    await press('Contest');
    server.expectNone('POST');
    await type('Why do you contest it?', 'I placed both.');
    await press('Contest');
    expect(server.expect('POST', '/entries/e1/answer').request.body).toEqual({
      kind: 'contested',
      text: 'I placed both.',
    });
  });

  it('that was contested is decided by the director', async () => {
    const versions = [version([corrected, contested])];
    await open(entryView({ ...approved, versions, acts: { resolve: true } }), 'director');
    expect(textOf('cs-correction-answer')).toContain('contests it: I placed both.');
    await press('Reverse it');
    server.expectNone('POST');
    await type('Why do you decide so?', 'Seen on the images.');
    await press('Reverse it');
    expect(server.expect('POST', '/entries/e1/resolution').request.body).toEqual({
      kind: 'reversed',
      text: 'Seen on the images.',
    });
  });

  it('is not offered to whoever may say nothing to it', async () => {
    await open(entryView({ ...approved, versions: [version([corrected])] }));
    expect(page().querySelector('cs-correction-answer')).toBeNull();
    expect(textOf('cs-entry-versions')).toContain('Role corrected: Performed → Assisted');
  });
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

function version(decisions: EntryView['versions'][number]['decisions']): EntryView['versions'][number] {
  return { number: 1, at: 1, submittedAt: 1, itemNames: ['Epidural'], decisions, changes: [] };
}

function returned(part: { undone?: boolean; reasonText: string }) {
  return {
    kind: 'returned' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at: part.undone ? 9 : 2,
    reasonCode: 'wrong-details' as const,
    undone: false,
    ...part,
  };
}

async function open(entry: EntryView, role: 'fellow' | 'director' = 'fellow'): Promise<void> {
  server.answers['/entries/e1'] = entry;
  await signIn(role);
  create();
  await server.settle();
}

function create(): void {
  fixture = TestBed.createComponent(EntryPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentRef.setInput('entryId', 'e1');
}

function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

async function press(name: string): Promise<void> {
  control<HTMLButtonElement>(page(), 'button', name).click();
  await server.settle();
}

function submitDialog(): void {
  page()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
}

function actsShown(): string[] {
  return [...page().querySelectorAll('.cs-acts > :is(a, button)')].map((one) => textIn(one));
}

function textOf(selector: string): string {
  return textIn(page().querySelector(selector));
}
