import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

it('follows the device until somebody chooses', () => {
  expect(TestBed.inject(Theme).choice()).toBe('system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

it('shows the chosen theme and keeps it on this device', () => {
  TestBed.inject(Theme).choose('dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  delete document.documentElement.dataset['theme'];
  TestBed.resetTestingModule();
  TestBed.inject(Theme);
  expect(document.documentElement.dataset['theme']).toBe('dark');
});

it('goes back to the device when asked', () => {
  TestBed.inject(Theme).choose('light');
  TestBed.inject(Theme).choose('system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(TestBed.inject(Theme).choice()).toBe('system');
});
