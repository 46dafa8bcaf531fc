import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { UndoBar } from './undo-bar';

let fixture: ComponentFixture<UndoBar>;
let told: string[];

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  localStorage.clear();
  told = [];
  fixture = TestBed.createComponent(UndoBar);
  fixture.componentRef.setInput('message', 'Approved: Tanaka, ganglion impar');
  fixture.componentRef.setInput('until', 1_010_000);
  fixture.componentInstance.undo.subscribe(() => told.push('undo'));
  fixture.componentInstance.closed.subscribe(() => told.push('closed'));
  fixture.detectChanges();
});

afterEach(() => jest.useRealTimers());

it('counts down from ten seconds and then goes', () => {
  expect(button().textContent).toContain('10 s');
  pass(2_000);
  expect(button().textContent).toContain('8 s');
  pass(8_000);
  expect(told).toEqual(['closed']);
});

it('gives the decision back by its button', () => {
  button().click();
  expect(told).toEqual(['undo']);
});

it('gives the decision back by the key u, but not while somebody types', () => {
  const field = document.body.appendChild(document.createElement('textarea'));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
  field.remove();
  expect(told).toEqual([]);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
  expect(told).toEqual(['undo']);
});

it('leaves the key to another one where there are several', () => {
  fixture.componentRef.setInput('hasKey', false);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }));
  expect(told).toEqual([]);
});

it.each([
  ['the pointer rests on it', 'mouseenter', 'mouseleave'],
  ['it has the focus', 'focusin', 'focusout'],
])('stays while %s, but the decision is final in time', (_, enter, leave) => {
  element().dispatchEvent(new Event(enter));
  pass(15_000);
  expect(told).toEqual([]);
  expect(button().textContent.trim()).toBe('Final now');
  button().click();
  expect(told).toEqual([]);
  element().dispatchEvent(new Event(leave));
  fixture.detectChanges();
  expect(told).toEqual(['closed']);
});

it('starts again for the next decision', () => {
  pass(9_000);
  fixture.componentRef.setInput('until', 1_019_000);
  fixture.detectChanges();
  expect(button().textContent).toContain('10 s');
});

function pass(ms: number): void {
  jest.advanceTimersByTime(ms);
  fixture.detectChanges();
}

function element(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

function button(): HTMLButtonElement {
  const found = element().querySelector('button');
  if (!found) throw new Error('no button');
  return found;
}
