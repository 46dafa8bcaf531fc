import { control, textIn } from '../testing/page';
import { entryView } from '../testing/program';
import { fixture, open, page, press, returned, server, textOf, version, startPage } from './testing';

beforeEach(startPage);

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
    // It is long ago: nobody may say anything any more, and the page says what that means.
    expect(textOf('cs-entry-versions')).toContain('Nobody answered it within 14 days: it stands since');
  });
});
