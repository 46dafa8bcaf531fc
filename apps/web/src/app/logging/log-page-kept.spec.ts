import { TestBed } from '@angular/core/testing';
import { ServerClock } from '../platform/program-clock';
import { deviceOf, MemoryStore } from '../testing/memory-store';
import { control } from '../testing/page';
import { context, entryView, returnedEntry } from '../testing/program';
import { button, fixture, open, page, press, server, startForm, textOf } from './testing';

let device: MemoryStore;

beforeEach(async () => {
  device = new MemoryStore();
  await startForm(deviceOf(device));
});

it('Time (d): a page that stays open over midnight starts with the new day', async () => {
  await open();
  await midnight();
  expect(control<HTMLInputElement>(page(), 'input', 'Date').value).toBe('2026-11-24');
  expect(textOf('cs-encounter-fields')).toContain('Today, Nov 24');
});

it('Time (d): what was typed before midnight keeps its day, says so, and moves on when asked', async () => {
  await open();
  await press('Transforaminal epidural, lumbar');
  await midnight();
  expect(textOf('cs-encounter-fields')).toContain('Yesterday, Nov 23');
  expect(textOf('cs-encounter-fields')).toContain('Midnight has passed: this is yesterday.');
  await press('Make it today');
  expect(control<HTMLInputElement>(page(), 'input', 'Date').value).toBe('2026-11-24');
  expect(textOf('cs-encounter-fields')).not.toContain('Midnight has passed');
});

/** It becomes Nov 24 at the program. */
async function midnight(): Promise<void> {
  server.answers['/log-context'] = { ...context, today: '2026-11-24' };
  TestBed.inject(ServerClock).set('Tue, 24 Nov 2026 06:00:30 GMT');
  window.dispatchEvent(new Event('focus'));
  await server.settle();
}

describe('Nothing typed is lost', () => {
  it('what was typed is offered after a reload, and sent under the same id', async () => {
    await open();
    await press('Transforaminal epidural, lumbar');
    await untilKept();
    const id = device.forms[0]?.id;
    await reload();
    expect(textOf('cs-kept-offer')).toContain('and did not send it: Transforaminal epidural, lumbar.');
    await press('Go on with it');
    expect(textOf('cs-kept-offer')).toBe('');
    await press('Save draft');
    const sent = server.expect('POST', '/entries');
    expect(sent.request.body).toMatchObject({ id, procedures: [{ itemId: 'esi-tf-lumbar' }] });
    sent.flush(entryView({ id: String(id) }), { status: 201, statusText: 'Created' });
    await server.settle();
    expect(device.forms).toEqual([]);
  });

  it('it is kept through a send without network, and says so', async () => {
    await open();
    await press('Transforaminal epidural, lumbar');
    await press('Save draft');
    server.expect('POST', '/entries').error(new ProgressEvent('error'));
    await server.settle();
    expect(page().textContent).toContain('What you typed is kept, also when you reload.');
    await untilKept();
    expect(device.forms).toHaveLength(1);
  });

  it('it is thrown away when its writer says so', async () => {
    await open();
    await press('Transforaminal epidural, lumbar');
    await untilKept();
    await reload();
    await press('Throw it away');
    expect(textOf('cs-kept-offer')).toBe('');
    expect(device.forms).toEqual([]);
  });

  it('an edit is kept beside its entry, and says when that was changed since', async () => {
    server.answers['/entries/e1'] = returnedEntry();
    await open({ entryId: 'e1' });
    await press('L5 left');
    await untilKept();
    expect(device.forms[0]?.form).toBe('edit:e1');
    server.answers['/entries/e1'] = { ...returnedEntry(), revision: 99 };
    await reload({ entryId: 'e1' });
    expect(textOf('cs-kept-offer')).toContain('The entry was changed since then.');
    await press('Go on with it');
    expect(button('L5 left').getAttribute('aria-pressed')).toBe('true');
  });

  async function untilKept(): Promise<void> {
    for (let turn = 0; turn < 50 && device.forms.length === 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }

  async function reload(inputs: Record<string, string> = {}): Promise<void> {
    fixture.destroy();
    (fixture.nativeElement as HTMLElement).remove();
    await open(inputs);
  }
});
