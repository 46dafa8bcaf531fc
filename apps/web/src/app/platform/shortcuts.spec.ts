import { TestBed } from '@angular/core/testing';
import { Shortcuts } from './shortcuts';

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

it('reads a letter pressed on the page', () => {
  expect(pressed('button', { key: 'J' })).toBe('j');
});

it.each(['text', 'search', 'email', 'date'])('leaves the keys alone inside a field of type %s', (type) => {
  expect(pressed('input', { key: 'a' }, { type })).toBeUndefined();
});

it('leaves the keys alone inside a text area', () => {
  expect(pressed('textarea', { key: 'a' })).toBeUndefined();
});

it('works on a radio button, which takes no letters', () => {
  expect(pressed('input', { key: 'a' }, { type: 'radio' })).toBe('a');
});

it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
  'ignores %p',
  (modifier) => {
    expect(pressed('button', { key: 'r', ...modifier })).toBeUndefined();
  },
);

it('ignores keys that are no letters', () => {
  expect(pressed('button', { key: 'Enter' })).toBeUndefined();
});

it('can be turned off on this device, which remembers it', () => {
  TestBed.inject(Shortcuts).turn('off');
  expect(pressed('button', { key: 'j' })).toBeUndefined();
  TestBed.resetTestingModule();
  expect(TestBed.inject(Shortcuts).on()).toBe(false);
  TestBed.inject(Shortcuts).turn('on');
  expect(pressed('button', { key: 'j' })).toBe('j');
});

function pressed(
  element: string,
  init: KeyboardEventInit,
  attributes: Record<string, string> = {},
): string | undefined {
  const target = document.body.appendChild(Object.assign(document.createElement(element), attributes));
  const event = new KeyboardEvent('keydown', init);
  target.dispatchEvent(event);
  return TestBed.inject(Shortcuts).keyOf(event);
}
