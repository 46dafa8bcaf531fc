import { Component } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Kept } from '../platform/kept';
import { deviceOf, MemoryStore } from '../testing/memory-store';
import { control, fakeDialogs, pageProviders, signIn } from '../testing/page';
import { Account } from './account';

@Component({ template: '' })
class Elsewhere {}

let device: MemoryStore;
let fixture: ComponentFixture<Account>;

beforeEach(async () => {
  fakeDialogs();
  HTMLElement.prototype.hidePopover = () => undefined;
  device = new MemoryStore();
  const router = provideRouter([{ path: '**', component: Elsewhere }]);
  TestBed.configureTestingModule({ providers: [...pageProviders, deviceOf(device), router] });
  await signIn();
  fixture = TestBed.createComponent(Account);
  await settle();
});

it('Nothing typed is lost: signing out warns of what it throws away, and can be left', async () => {
  await TestBed.inject(Kept).keep('log', 'one', {});
  await press('Sign out');
  expect(dialog().open).toBe(true);
  expect(dialog().textContent).toContain('1 form that you did not send is kept on this device.');
  await press('Stay signed in');
  expect(device.forms).toHaveLength(1);

  await press('Sign out');
  await press('Sign out and lose it');
  TestBed.inject(HttpTestingController)
    .expectOne({ method: 'DELETE', url: '/api/session' })
    .flush(null, { status: 204, statusText: 'No Content' });
  await settle();
  expect(device.forms).toEqual([]);
});

it('Nothing typed is lost: signing out asks nothing where nothing is kept', async () => {
  await press('Sign out');
  expect(dialog().open).toBe(false);
  TestBed.inject(HttpTestingController).expectOne({ method: 'DELETE', url: '/api/session' });
});

async function press(name: string): Promise<void> {
  control<HTMLButtonElement>(fixture.nativeElement as HTMLElement, 'button', name).click();
  await settle();
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }
}

function dialog(): HTMLDialogElement {
  return (fixture.nativeElement as HTMLElement).querySelector('dialog') as HTMLDialogElement;
}
