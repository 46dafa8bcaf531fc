import { TestBed } from '@angular/core/testing';
import { control, textIn } from '../testing/page';
import { catalogue, entryView } from '../testing/program';
import { Privacy } from '../platform/privacy';
import {
  button,
  cards,
  first,
  notes,
  page,
  press,
  queueOf,
  rate,
  reopen,
  second,
  server,
  startQueue,
} from './testing';

beforeEach(startQueue);
afterEach(() => page().remove());

it('asks for a sentence at low help and sends nothing without it', async () => {
  await rate(cards()[0], 2);
  button(cards()[0], 'Say what to do next time').click();
  await server.settle();
  server.expectNone('POST');
  expect(notes()).toEqual(['Say what to do differently next time.']);
  const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Next time');
  expect(document.activeElement).toBe(field);
  field.value = 'Lateral view earlier';
  field.dispatchEvent(new Event('input'));
  await server.settle();
  button(cards()[0], 'Approve with 2').click();
  await server.settle();
  expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({
    help: 2,
    nextTimeText: 'Lateral view earlier',
  });
});

const nextTime = (): HTMLTextAreaElement => control<HTMLTextAreaElement>(page(), 'textarea', 'Next time');

it('goes to the text that a low help needs and says why; Escape gives the keys back', async () => {
  await press('2');
  expect(document.activeElement).toBe(nextTime());
  const why = nextTime().getAttribute('aria-describedby') ?? '';
  expect(textIn(document.getElementById(why))).toBe(
    'Help 1 or 2: the fellow needs to know what to do next time.',
  );
  await press('4');
  expect(cards()[0]?.querySelector<HTMLInputElement>('input:checked')?.value).toBe('2');
  await press('Escape');
  await press('4');
  expect(cards()[0]?.querySelector<HTMLInputElement>('input:checked')?.value).toBe('4');
});

it('goes there from a tap too, and lets the arrows walk past a low help', async () => {
  const scale = cards()[0]?.querySelector('cs-help-scale');
  scale?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  await rate(cards()[0], 1);
  expect(document.activeElement).not.toBe(nextTime());
  scale?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await rate(cards()[0], 2);
  expect(document.activeElement).toBe(nextTime());
});

it('goes to the reasons by the key r, and asks for no text where the reason says it all', async () => {
  await press('r');
  expect(document.activeElement).toBe(cards()[0]?.querySelector('.reasons input'));
  control<HTMLInputElement>(page(), 'input[type=radio]', 'Logged twice').click();
  await server.settle();
  expect(control<HTMLTextAreaElement>(page(), 'textarea', 'More to say? Optional').value).toBe('');
  button(cards()[0], 'Return to').click();
  await server.settle();
  expect(server.expect('POST', '/entries/e1/return').request.body).toEqual({ reasonCode: 'duplicate' });
});

it('returns only with a reason and a text', async () => {
  button(cards()[0], 'Return').click();
  await server.settle();
  button(cards()[0], 'Return to').click();
  await server.settle();
  server.expectNone('POST');
  expect(notes()).toEqual(['Choose a reason.', 'Say what to change.']);
  expect(document.activeElement).toBe(
    control<HTMLInputElement>(page(), 'input[type=radio]', 'Role is different'),
  );
  control<HTMLInputElement>(page(), 'input[type=radio]', 'Role is different').click();
  const text = cards()[0]?.querySelector('textarea');
  if (text) text.value = 'You assisted.';
  text?.dispatchEvent(new Event('input'));
  await server.settle();
  button(cards()[0], 'Return to').click();
  await server.settle();
  expect(server.expect('POST', '/entries/e1/return').request.body).toEqual({
    reasonCode: 'wrong-role',
    reasonText: 'You assisted.',
  });
});

it('sends no words that tell who a patient is, and others once the supervisor says that they do not', async () => {
  await TestBed.inject(Privacy).load();
  button(cards()[0], 'Return').click();
  await server.settle();
  cards()[0]?.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  const write = async (text: string): Promise<void> => {
    const area = cards()[0]?.querySelector('textarea');
    if (!area) throw new Error('no text area');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    area.dispatchEvent(new Event('blur'));
    await server.settle();
    button(cards()[0], 'Return to').click();
    await server.settle();
    expect(cards()[0]?.querySelector('textarea')?.value ?? text).toBe(text);
  };
  await write('Mrs Ramirez was on the left');
  server.expectNone('POST');
  expect(notes()).toEqual(['Take out “Mrs Ramirez”. Nothing here may tell who a patient is.']);
  await write('Kowalski did the left');
  server.expectNone('POST');
  button(cards()[0], 'This is no patient').click();
  button(cards()[0], 'Return to').click();
  expect(server.expect('POST', '/entries/e1/return').request.body).toMatchObject({
    reasonText: 'Kowalski did the left',
    noPatient: ['Kowalski'],
  });
});

it('lets what did not go as planned stand out by shape and word, and names it', async () => {
  const [procedure] = first.content.procedures;
  const odd = {
    ...procedure!,
    outcome: 'aborted' as const,
    abortedReason: 'No view',
    complications: ['pdph'],
  };
  server.answers['/review-queue'] = queueOf([
    { ...first, content: { ...first.content, procedures: [odd] } },
    second,
  ]);
  await reopen();
  const label = catalogue.complications.find(({ id }) => id === 'pdph')?.label ?? 'pdph';
  const signs = [...(cards()[0]?.querySelectorAll('.unusual li') ?? [])];
  expect(signs.map(textIn)).toEqual(['Aborted No view', `Complication ${label}`]);
  expect(signs.map((sign) => sign.querySelector('use')?.getAttribute('href'))).toEqual([
    '#cs-i-void',
    '#cs-i-warning',
  ]);
  expect(cards()[1]?.querySelector('.unusual')).toBeNull();
});

describe('an entry with two procedures', () => {
  const [epidural] = first.content.procedures;
  const injection = { ...epidural!, itemId: 'tpi', itemName: 'Trigger point injection', levels: [] };
  const two = entryView({ id: 'e1', content: { ...first.content, procedures: [epidural!, injection] } });

  beforeEach(async () => {
    server.answers['/review-queue'] = queueOf([two]);
    await reopen();
  });
  const scale = (legend: string): HTMLElement => {
    const found = [...page().querySelectorAll<HTMLElement>('cs-help-scale')].find((one) =>
      textIn(one.querySelector('legend')).startsWith(legend),
    );
    if (!found) throw new Error(`no scale ${legend}`);
    return found;
  };
  const press = async (name: string): Promise<void> => {
    button(cards()[0], name).click();
    await server.settle();
  };

  it('is rated in one tap for both', async () => {
    await rate(cards()[0], 4);
    await press('Approve with 4');
    expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({ help: 4 });
  });

  it('is rated apart, each procedure on a scale of its own, and one sentence is enough', async () => {
    await press('Rate each apart');
    await rate(scale('How much help: Transforaminal'), 5);
    expect(button(cards()[0], 'Rate each procedure').getAttribute('aria-disabled')).toBe('true');
    await rate(scale('How much help: Trigger'), 2);
    await press('Say what to do next time');
    const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Next time');
    field.value = 'Find the band first';
    field.dispatchEvent(new Event('input'));
    await server.settle();
    await press('Approve with 5, 2');
    expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({
      ratings: [
        { position: 0, help: 5 },
        { position: 1, help: 2 },
      ],
      nextTimeText: 'Find the band first',
    });
  });

  it('has a role set right, with the reason, and nothing that stays as it was', async () => {
    await press('Correct');
    const select = page().querySelector<HTMLSelectElement>(
      'select[aria-label="Role in Trigger point injection"]',
    )!;
    select.value = 'assisted';
    select.dispatchEvent(new Event('change'));
    await rate(cards()[0], 3);
    await press('Say why you correct it');
    server.expectNone('POST');
    expect(notes()).toEqual(['Say in a sentence why.']);
    const field = control<HTMLTextAreaElement>(page(), 'textarea', 'Why do you correct it?');
    field.value = 'I held the needle';
    field.dispatchEvent(new Event('input'));
    await server.settle();
    await press('Approve with 3');
    expect(server.expect('POST', '/entries/e1/approval').request.body).toEqual({
      help: 3,
      corrections: [{ position: 1, role: 'assisted' }],
      correctionReason: 'I held the needle',
    });
  });

  it('is not approved with a correction that contradicts it, and says what contradicts', async () => {
    await press('Correct');
    const choose = async (label: string, value: string): Promise<void> => {
      const select = page().querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await rate(cards()[0], 3);
    };
    await choose('Role in Transforaminal epidural, lumbar', 'observed');
    expect(notes()).toEqual([]);
    await choose('Supervision of Transforaminal epidural, lumbar', 'oversight');
    await press('The correction contradicts the entry');
    server.expectNone('POST');
    expect(notes()[0]).toMatch(/^Whoever observes or assists has somebody beside them/);
    await choose('Supervision of Transforaminal epidural, lumbar', 'indirect-immediate');
    expect(button(cards()[0], 'Say why you correct it')).toBeTruthy();
  });
});
