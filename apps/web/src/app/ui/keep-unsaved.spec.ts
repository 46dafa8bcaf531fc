import { Component, signal, viewChild } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { control, fakeDialogs } from '../testing/page';
import { KeepUnsaved } from './keep-unsaved';

@Component({
  imports: [KeepUnsaved],
  template: `<cs-keep-unsaved [unsaved]="unsaved()" [kept]="kept()"
    >A draft keeps it for later.</cs-keep-unsaved
  >`,
})
class Host {
  readonly unsaved = signal(false);
  readonly kept = signal(false);
  readonly leaving = viewChild.required(KeepUnsaved);
}

let fixture: ComponentFixture<Host>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;

beforeEach(async () => {
  fakeDialogs();
  fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
});

it.each([
  ['Stay here', 'stay'],
  ['Leave without saving', 'leave'],
  ['Throw it away', 'throw-away'],
])('asks before something is lost: %s', async (name, leaves) => {
  const answer = fixture.componentInstance.leaving().ask();
  expect(page().querySelector('dialog')?.open).toBe(true);
  expect(page().textContent).toContain('A draft keeps it for later.');
  control<HTMLButtonElement>(page(), 'button', name).click();
  expect(await answer).toBe(leaves);
});

it('holds the window only while something would be lost', async () => {
  expect(closed().defaultPrevented).toBe(false);
  fixture.componentInstance.unsaved.set(true);
  await fixture.whenStable();
  expect(closed().defaultPrevented).toBe(true);
  fixture.componentInstance.kept.set(true);
  await fixture.whenStable();
  expect(closed().defaultPrevented).toBe(false);
});

function closed(): Event {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event;
}
