import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServerClock } from '../platform/program-clock';
import { deviceOf, MemoryStore } from '../testing/memory-store';
import { control, fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { catalogue, context, entryView } from '../testing/program';
import { LogPage } from './log-page';

@Component({ template: '' })
class Elsewhere {}

let server: SpecServer;
let device: MemoryStore;
let fixture: ComponentFixture<LogPage>;

beforeEach(async () => {
  fakeDialogs();
  device = new MemoryStore();
  TestBed.configureTestingModule({
    providers: [...pageProviders, deviceOf(device), provideRouter([{ path: '**', component: Elsewhere }])],
  });
  server = new SpecServer({
    '/catalogue': catalogue,
    '/log-context': context,
    '/entries': { entries: [], total: 0 },
    '/fellows/tanaka/progress': { groups: [] },
  });
  await signIn();
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
    server.answers['/entries/e1'] = returned();
    await open({ entryId: 'e1' });
    await press('L5 left');
    await untilKept();
    expect(device.forms[0]?.form).toBe('edit:e1');
    server.answers['/entries/e1'] = { ...returned(), revision: 99 };
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

async function open(inputs: Record<string, string> = {}): Promise<void> {
  fixture = TestBed.createComponent(LogPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await server.settle();
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

function textOf(selector: string): string {
  return textIn(page().querySelector(selector));
}
