import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { control } from '../../testing/page';
import { Field, FieldControl, FieldText } from './field';
import { wayToFirstNote } from './first-note';

@Component({
  imports: [Field, FieldControl, FieldText],
  template: `
    <cs-field label="Label" hint="Never a name." [error]="error()"><input [(csText)]="text" /></cs-field>
    <cs-field label="Reason" [error]="error()"><textarea [(csText)]="text"></textarea></cs-field>
    <cs-field label="Site">
      <select csControl>
        <option value="north">North</option>
      </select>
    </cs-field>
  `,
})
class Host {
  readonly text = signal('so far');
  readonly error = signal<string | undefined>(undefined);
  readonly goToFirstNote = wayToFirstNote();
}

let fixture: ComponentFixture<Host>;
let host: Host;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const input = (): HTMLInputElement => control(page(), 'input', 'Label');
const described = (element: HTMLElement): string[] =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent.trim() ?? 'nothing there');

beforeEach(async () => {
  fixture = TestBed.createComponent(Host);
  document.body.append(page());
  host = fixture.componentInstance;
  await fixture.whenStable();
});
afterEach(() => page().remove());

it('names its control, whatever kind it is', () => {
  expect(input().value).toBe('so far');
  expect(control<HTMLTextAreaElement>(page(), 'textarea', 'Reason').value).toBe('so far');
  expect(control<HTMLSelectElement>(page(), 'select', 'Site').value).toBe('north');
});

it('takes what is typed, and shows what is set from outside', async () => {
  input().value = 'typed';
  input().dispatchEvent(new Event('input'));
  expect(host.text()).toBe('typed');
  host.text.set('');
  await fixture.whenStable();
  expect(input().value).toBe('');
});

it('points its control to the hint, and to the note while there is one', async () => {
  expect(described(input())).toEqual(['Never a name.']);
  expect(input().getAttribute('aria-invalid')).toBeNull();
  host.error.set('Say why.');
  await fixture.whenStable();
  expect(described(input())).toEqual(['Never a name.', 'Say why.']);
  expect(described(control(page(), 'textarea', 'Reason'))).toEqual(['Say why.']);
  expect(input().getAttribute('aria-invalid')).toBe('true');
});

it('is found as the first that needs attention, once the page shows it', async () => {
  host.goToFirstNote();
  await fixture.whenStable();
  expect(document.activeElement).toBe(document.body);
  host.error.set('Say why.');
  host.goToFirstNote();
  await fixture.whenStable();
  expect(document.activeElement).toBe(input());
});
