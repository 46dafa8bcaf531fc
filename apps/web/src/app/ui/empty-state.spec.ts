import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EmptyState } from './empty-state';

@Component({
  imports: [EmptyState],
  template: `<cs-empty-state heading="No entries yet"><p>Log the case you just did.</p></cs-empty-state>`,
})
class Host {}

it('says under a heading what is missing and what to do next', async () => {
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  expect(element.querySelector('h2')?.textContent).toBe('No entries yet');
  expect(element.querySelector('p')?.textContent).toBe('Log the case you just did.');
});
