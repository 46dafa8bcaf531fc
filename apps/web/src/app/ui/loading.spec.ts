import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Problem } from '@countersign/contracts/problems';
import type { Read } from '../platform/api';
import { Loading } from './loading';

/** A read as a page holds it, in the hands of the test. */
function aRead() {
  const read = {
    view: signal<string | undefined>(undefined),
    trouble: signal<Problem | null>(null),
    isLoading: signal(true),
    asked: 0,
    reload: () => (read.asked += 1),
    set: (view: string) => read.view.set(view),
  };
  return read satisfies Read<string>;
}

@Component({
  imports: [Loading],
  template: `<cs-loading [of]="[entry, people]">Getting the entry …</cs-loading>`,
})
class Host {
  readonly entry = aRead();
  readonly people = aRead();
}

let fixture: ComponentFixture<Host>;
let host: Host;
const element = (): HTMLElement => fixture.nativeElement as HTMLElement;

beforeEach(async () => {
  fixture = TestBed.createComponent(Host);
  host = fixture.componentInstance;
  await fixture.whenStable();
});

it('says what is on its way until all of it is there, and then nothing', async () => {
  expect(element().querySelector('[role=status]')?.textContent).toBe('Getting the entry …');
  host.entry.set('entry');
  await fixture.whenStable();
  expect(element().querySelector('[role=status]')).not.toBeNull();
  host.people.set('people');
  await fixture.whenStable();
  expect(element().textContent).toBe('');
});

it('says nothing while something that is there is read again, or nothing is asked', async () => {
  host.entry.set('entry');
  host.people.isLoading.set(false);
  await fixture.whenStable();
  expect(element().textContent).toBe('');
});

it('says what went wrong, and tries again what did', async () => {
  host.entry.trouble.set({ type: 'about:blank', code: 'x/y', status: 500, title: 'The server is down.' });
  await fixture.whenStable();
  expect(element().querySelector('[role=alert]')?.textContent).toContain('The server is down.');
  expect(element().querySelector('[role=status]')).toBeNull();
  element().querySelector('button')?.click();
  expect([host.entry.asked, host.people.asked]).toEqual([1, 0]);
});
