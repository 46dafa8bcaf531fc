import { Component, signal, viewChild } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { control, fakeDialogs, textIn } from '../../testing/page';
import { PickDialog } from './pick-dialog';

@Component({
  imports: [PickDialog],
  template: `
    <cs-pick-dialog
      heading="Diagnosis code"
      searchLabel="Code or words"
      unset="Not stated"
      [choices]="choices()"
      [values]="values()"
      [many]="many()"
      [(query)]="query"
      (picked)="picked = $event"
    />
  `,
})
class Host {
  readonly dialog = viewChild.required(PickDialog);
  readonly choices = signal([{ value: 'radic', code: 'M54.16', name: 'Radiculopathy' }]);
  readonly values = signal<readonly string[]>([]);
  readonly many = signal(false);
  readonly query = signal('');
  picked: string | undefined;
}

let fixture: ComponentFixture<Host>;
let host: Host;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;

beforeEach(async () => {
  fakeDialogs();
  fixture = TestBed.createComponent(Host);
  host = fixture.componentInstance;
  await fixture.whenStable();
  host.dialog().open();
});

it('opens over a list of what fits, with what is chosen', async () => {
  expect(page().querySelector('dialog')?.open).toBe(true);
  expect([...page().querySelectorAll('.list label')].map(textIn)).toEqual([
    'Not stated',
    'M54.16 Radiculopathy',
  ]);
  expect(control<HTMLInputElement>(page(), '[type=radio]', 'Not stated').checked).toBe(true);
  host.values.set(['radic']);
  await fixture.whenStable();
  expect(control<HTMLInputElement>(page(), '[type=radio]', 'M54.16 Radiculopathy').checked).toBe(true);
});

it('tells what was tapped, also that it is none', () => {
  control<HTMLInputElement>(page(), '[type=radio]', 'M54.16 Radiculopathy').click();
  expect(host.picked).toBe('radic');
  control<HTMLInputElement>(page(), '[type=radio]', 'Not stated').click();
  expect(host.picked).toBe('');
});

it('says that nothing fits to what is typed, and starts anew once it is closed', async () => {
  const field = control<HTMLInputElement>(page(), 'input', 'Code or words');
  field.value = 'xyz';
  field.dispatchEvent(new Event('input'));
  host.choices.set([]);
  await fixture.whenStable();
  expect(textIn(page().querySelector('.list p'))).toBe('Nothing is called “xyz”.');
  control<HTMLButtonElement>(page(), 'button', 'Done').click();
  expect(host.query()).toBe('');
  expect(page().querySelector('dialog')?.open).toBe(false);
});

it('is a group of checkboxes where many may be picked', async () => {
  host.many.set(true);
  await fixture.whenStable();
  expect(page().querySelector('.list')?.getAttribute('role')).toBe('group');
  expect(page().querySelector<HTMLInputElement>('.list label:last-child input')?.type).toBe('checkbox');
});
