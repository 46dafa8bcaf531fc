import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { control, textIn } from '../../testing/page';
import { ChipSelect } from './chip-select';
import { ChoiceChips, choicesOf } from './choice-chips';
import { Switch } from './switch';
import { ToggleChips, withToggled } from './toggle-chips';
import { ViewChips } from './view-chips';

type Side = 'left' | 'right';

@Component({
  imports: [ChipSelect, ChoiceChips, Switch, ToggleChips, ViewChips],
  template: `
    <cs-choice-chips legend="Side" [choices]="sides" [(value)]="side" [error]="error()" />
    <cs-chip-select label="Usual side" icon="flag" [choices]="sides" [(value)]="usual" [error]="error()" />
    <cs-toggle-chips legend="Sides" [choices]="sides" [(values)]="both" exclusive="left" [error]="error()" />
    <cs-view-chips label="Show as" [choices]="sides" [(value)]="look" />
    <cs-switch [(on)]="on" [error]="error()">Simulation <small>counted apart</small></cs-switch>
  `,
})
class Host {
  readonly sides = choicesOf<Side>({ left: 'Left', right: { name: 'Right', gloss: 'of the patient' } });
  readonly side = signal<Side | undefined>(undefined);
  readonly usual = signal<Side | undefined>('left');
  readonly both = signal<readonly string[]>([]);
  readonly look = signal<Side>('left');
  readonly on = signal(false);
  readonly error = signal<string | undefined>(undefined);
}

let fixture: ComponentFixture<Host>;
let host: Host;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const radio = (name: string): HTMLInputElement => control(page(), 'input[type=radio]', name);

beforeEach(async () => {
  fixture = TestBed.createComponent(Host);
  document.body.append(page());
  host = fixture.componentInstance;
  await fixture.whenStable();
});
afterEach(() => page().remove());

it('asks for one choice over native radios, none chosen beforehand', async () => {
  expect(page().querySelectorAll('input[type=radio]:checked')).toHaveLength(0);
  radio('Right of the patient').click();
  await fixture.whenStable();
  expect(host.side()).toBe('right');
  host.side.set(undefined);
  await fixture.whenStable();
  expect(radio('Right of the patient').checked).toBe(false);
});

it('shows a prefilled answer that can be changed, not taken away', async () => {
  const select = control<HTMLSelectElement>(page(), 'select', 'Usual side');
  expect([...select.options].map((one) => one.textContent)).toEqual(['Left', 'Right']);
  select.value = 'right';
  select.dispatchEvent(new Event('change'));
  await fixture.whenStable();
  expect(host.usual()).toBe('right');
  expect(textIn(page().querySelector('cs-chip-select .text'))).toBe('Right');
});

it('takes any number of choices, but one that excludes the others', async () => {
  const box = (name: string): HTMLInputElement => control(page(), 'cs-toggle-chips input', name);
  box('Right').click();
  await fixture.whenStable();
  expect(host.both()).toEqual(['right']);
  box('Left').click();
  await fixture.whenStable();
  expect(host.both()).toEqual(['left']);
  expect(box('Right').checked).toBe(false);
  expect(withToggled(['left'], 'left', 'left')).toEqual([]);
});

it('shows in another way at once', async () => {
  const group = page().querySelector('[role=group]');
  expect(group?.getAttribute('aria-label')).toBe('Show as');
  control<HTMLButtonElement>(page(), 'button', 'Right').click();
  await fixture.whenStable();
  expect(host.look()).toBe('right');
  expect([...(group?.querySelectorAll('[aria-pressed=true]') ?? [])].map(textIn)).toEqual(['Right']);
});

it('switches on and off', async () => {
  const box = control<HTMLInputElement>(page(), '[role=switch]', 'Simulation counted apart');
  box.click();
  await fixture.whenStable();
  expect(host.on()).toBe(true);
  host.on.set(false);
  await fixture.whenStable();
  expect(box.checked).toBe(false);
});

it('says under each field what needs attention, and each points to its own line', async () => {
  expect(page().querySelector('[aria-describedby]')).toBeNull();
  host.error.set('Choose a side.');
  await fixture.whenStable();
  const pointers = [...page().querySelectorAll('[aria-describedby]')].map(
    (one) => one.getAttribute('aria-describedby') ?? '',
  );
  expect(new Set(pointers).size).toBe(4);
  for (const id of pointers) expect(textIn(document.getElementById(id))).toBe('Choose a side.');
  expect(page().querySelectorAll('.has-problem')).toHaveLength(4);
});

it('keeps every value out of the browser’s translation, and leaves it the questions', () => {
  const values = [...page().querySelectorAll('.cs-chip')];
  expect(values.length).toBeGreaterThan(5);
  expect(values.filter((value) => value.closest('[translate=no]') === null)).toEqual([]);
  expect([...page().querySelectorAll('legend')].filter((legend) => legend.closest('[translate=no]'))).toEqual(
    [],
  );
});
