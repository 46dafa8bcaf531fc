import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import { control, textIn } from '../testing/page';
import { entryLine, entryView } from '../testing/program';
import { choose, errors, fillOrdinary, open, page, press, server, startForm, textOf } from './testing';

beforeEach(() => startForm());

it('Counting (k): asks the rules of the dashboard what the entry will count for: competency, target, and why not', async () => {
  await open();
  await press('Transforaminal epidural, lumbar');
  const title = 'Lumbar transforaminal epidural';
  expect(textOf('cs-will-count')).toBe(`${title}: depends on your part 17 of 20`);
  await choose('Performed I did');
  expect(textOf('cs-will-count')).toBe(
    `Will count: ${title} 17 → to 18 of 20 Once Dr. Lindqvist approves · 2 more wait`,
  );
  await choose('Observed Supervisor; I watched');
  expect(textOf('cs-will-count')).toBe(`${title}: not counted, observed 17 of 20`);
  await choose('Performed I did');
  await choose('Aborted');
  expect(textOf('cs-will-count')).toBe(`${title}: not counted, aborted 17 of 20`);
  await choose('Success');
  await choose('Simulation no patient; counted apart');
  expect(textOf('cs-will-count')).toBe(`${title}: not counted, simulation is counted apart 17 of 20`);
});

it('says where no competency counts what is logged', async () => {
  await open();
  await press('Sacroiliac joint injection');
  expect(textOf('cs-will-count')).toBe('No competency counts this; it stays in your log.');
});

it('Counting (j): names what contradicts itself at its field, and lets a draft have it for a while', async () => {
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

it('Counting (i): says at a row that it is there twice', async () => {
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

it('Counting (l): never copies the kind of pain, the diagnosis or the age from another patient', async () => {
  server.answers['/entries'] = { entries: [entryLine({ id: 'before' })], total: 1 };
  server.answers['/entries/before'] = entryView({ id: 'before' });
  await open();
  await press('Transforaminal epidural, lumbar');
  const answered = () => page().querySelectorAll('cs-case-fields > cs-choice-chips input:checked').length;
  expect(answered()).toBe(0);
  await press('Change');
  await fillOrdinary();
  await press('Submit and next');
  server.expect('POST', '/entries').flush(entryView({ id: 'first' }));
  await server.settle();
  await press('Transforaminal epidural, lumbar');
  expect(answered()).toBe(0);
});

it('Counting (l): keeps nothing that belongs to one patient of the entry that is logged once more', async () => {
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
  await press('Save draft');
  const body = server.expect('POST', '/entries').request.body as LogEntryBody;
  const ofPatient = ['painCategory', 'diagnosisGroup', 'diagnosisId', 'ageBand', 'caseLabel', 'reflection'];
  for (const own of ofPatient) expect(body).not.toHaveProperty(own);
  expect(body.procedures[0]).toMatchObject({ levels: [{ level: 'L4', side: 'left' }], complications: [] });
  expect(body.procedures[0]).not.toHaveProperty('selfHelp');
});
