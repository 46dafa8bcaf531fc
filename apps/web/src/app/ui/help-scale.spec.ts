import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { helpGiven, type ScaleStep } from '@countersign/contracts/words/rating';
import { HelpScale } from './help-scale';

@Component({
  imports: [HelpScale],
  template: `
    <cs-help-scale legend="How much help did you give?" [steps]="steps" [(value)]="help" [disabled]="off()" />
    <cs-help-scale legend="Another" [steps]="steps" />
  `,
})
class Host {
  readonly steps = helpGiven;
  readonly help = signal<ScaleStep['value'] | undefined>(undefined);
  readonly off = signal(false);
}

let fixture: ComponentFixture<Host>;
let scale: HTMLElement;

beforeEach(async () => {
  fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const found = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('cs-help-scale');
  if (!found) throw new Error('no scale');
  scale = found;
});

it('asks its question over five equal radios, none chosen beforehand', () => {
  expect(scale.querySelector('legend')?.textContent.trim()).toBe('How much help did you give?');
  expect(radios().map((radio) => radio.checked)).toEqual([false, false, false, false, false]);
  expect(radios().map((radio) => radio.labels?.[0]?.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    '1 I did it',
    '2 Talked through',
    '3 Prompted',
    '4 Stood by',
    '5 Not needed',
  ]);
});

it('gives the chosen step and shows its full wording', async () => {
  radios()[3]?.click();
  await fixture.whenStable();
  expect(fixture.componentInstance.help()).toBe(4);
  expect(scale.querySelector('.wording')?.textContent).toBe('4: stood by, just in case');
});

it('shows a step that is set from outside, and forgets one that is taken back', async () => {
  fixture.componentInstance.help.set(2);
  await fixture.whenStable();
  expect(radios()[1]?.checked).toBe(true);
  fixture.componentInstance.help.set(undefined);
  await fixture.whenStable();
  expect(radios().some((radio) => radio.checked)).toBe(false);
  expect(scale.querySelector('.wording')).toBeNull();
});

it('is a group of its own beside another scale', () => {
  const names = [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')].map(
    (radio) => radio.name,
  );
  expect(new Set(names).size).toBe(2);
});

it('cannot be answered while disabled', async () => {
  fixture.componentInstance.off.set(true);
  await fixture.whenStable();
  expect(radios().every((radio) => radio.disabled)).toBe(true);
});

function radios(): HTMLInputElement[] {
  return [...scale.querySelectorAll('input')];
}
