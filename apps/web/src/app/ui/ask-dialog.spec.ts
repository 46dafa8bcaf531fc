import { Component, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fakeDialogs } from '../testing/page';
import { AskDialog } from './ask-dialog';

@Component({
  imports: [AskDialog],
  template: `<dialog csAsk #dialog="csAsk"><button (click)="dialog.close('yes')">Yes</button></dialog>`,
})
class Host {
  readonly dialog = viewChild.required(AskDialog);
}

let host: Host;
let dialog: HTMLDialogElement;

beforeEach(async () => {
  fakeDialogs();
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  host = fixture.componentInstance;
  dialog = (fixture.nativeElement as HTMLElement).querySelector('dialog') as HTMLDialogElement;
});

it('is open until it is answered, and tells the answer', async () => {
  const answer = host.dialog().ask();
  expect(dialog.open).toBe(true);
  dialog.querySelector('button')?.click();
  expect(await answer).toBe('yes');
  expect(dialog.open).toBe(false);
});

it('gives no answer when it is closed by Escape, whatever was answered before', async () => {
  const first = host.dialog().ask();
  host.dialog().close('yes');
  await first;
  const answer = host.dialog().ask();
  dialog.open = false;
  dialog.dispatchEvent(new Event('close'));
  expect(await answer).toBe('');
});

it('gives up a question that is asked anew', async () => {
  const first = host.dialog().ask();
  const second = host.dialog().ask();
  expect(await first).toBe('');
  host.dialog().close('yes');
  expect(await second).toBe('yes');
});
