import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import type { CatalogueView } from '@countersign/contracts/catalogue/views';
import { control } from '../testing/page';
import { catalogue, context } from '../testing/program';
import {
  errors,
  fillOrdinary,
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

const [epidural, ...others] = catalogue.items;
const detailed: CatalogueView = {
  ...catalogue,
  items: [
    {
      ...(epidural as CatalogueView['items'][number]),
      notes: 'Level = nerve root treated.',
      techniques: ['hf-10khz'],
      details: [
        {
          ...{ id: 'steroid', name: 'Steroid', kind: 'choice', perLevel: false },
          choices: [
            { id: 'none', name: 'No steroid' },
            { id: 'non-particulate', name: 'Non-particulate (dexamethasone)' },
          ],
        },
        { id: 'volume', name: 'Volume', kind: 'number', perLevel: false, unit: 'mL', min: 1, max: 60 },
        {
          ...{ id: 'response', name: 'Response', kind: 'choice', perLevel: true },
          choices: [
            { id: 'none', name: 'None' },
            { id: 'concordant', name: 'Concordant' },
          ],
        },
      ],
    },
    ...others.map((item) => ({ ...item, meeting: item.kind === 'experience' })),
  ],
  words: [
    { id: 'hf-10khz', name: 'High frequency, 10 kHz' },
    { id: 'lumbar', name: 'Lumbar' },
  ],
};

beforeEach(async () => {
  await startForm();
  server.answers['/catalogue'] = detailed;
});

function select(label: string): HTMLSelectElement {
  return control<HTMLSelectElement>(page(), 'select', label);
}

async function say(label: string, value: string): Promise<void> {
  const field = select(label);
  field.value = value;
  field.dispatchEvent(new Event('change'));
  await server.settle();
}

async function amount(label: string, typed: string): Promise<void> {
  const field = control<HTMLInputElement>(page(), 'input[type=number]', label);
  field.value = typed;
  field.dispatchEvent(new Event('input'));
  await server.settle();
}

it('shows the note of the item where it is logged, and techniques in the words of the edition', async () => {
  await open();
  await press('Transforaminal epidural, lumbar');
  expect(textOf('cs-procedure-fields .note')).toBe('Level = nerve root treated.');
  expect(textOf('.technique')).toContain('High frequency, 10 kHz');
});

it('asks details under More, once and of each level, and sends what was said', async () => {
  await open();
  await fillOrdinary();
  await say('Steroid', 'non-particulate');
  await amount('Volume, mL', '2.5');
  await say('Response, L4', 'concordant');
  await press('Submit');
  const sent = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(sent.procedures[0]?.details).toEqual([
    { id: 'steroid', value: 'non-particulate' },
    { id: 'volume', amount: 2.5 },
    { id: 'response', level: 'L4', value: 'concordant' },
  ]);
});

it('sends no details where none was said, and none that was taken back', async () => {
  await open();
  await fillOrdinary();
  await say('Steroid', 'none');
  await say('Steroid', '');
  await press('Submit');
  const sent = server.expect('POST', '/entries').request.body as LogEntryBody;
  expect(sent.procedures[0]).not.toHaveProperty('details');
});

it('says at the number that it is out of range', async () => {
  await open();
  await fillOrdinary();
  await amount('Volume, mL', '600');
  await press('Submit');
  server.expectNone('POST');
  expect(errors()).toContain('Volume: a number from 1 to 60 mL.');
});

it('names a detail that the program needs', async () => {
  server.answers['/log-context'] = { ...context, neededDetails: ['steroid'] };
  await open();
  await fillOrdinary();
  await press('Submit');
  server.expectNone('POST');
  expect(errors()).toContain('Steroid: your program needs this before the entry is sent.');
});

it('asks of a meeting the part in it and no supervision', async () => {
  await open();
  await search('new patient');
  await pickFirstHit();
  expect(textOf('cs-procedure-fields')).toContain('Presented');
  expect(legends()).not.toContain('Supervision');
});
