import { TestBed } from '@angular/core/testing';
import { entryStates, type EntryState } from '@countersign/domain/entry';
import { StatusChip } from './status-chip';

it('says every state in a word of its own with an icon beside it', async () => {
  const words = new Set<string>();
  for (const state of entryStates) {
    const chip = await show(state);
    expect(chip.querySelector('cs-icon')).not.toBeNull();
    words.add(chip.textContent.trim());
  }
  expect(words.size).toBe(entryStates.length);
});

it('stamps a late entry beside its state, never instead of it', async () => {
  const pills = (await show('submitted', 20)).querySelectorAll('.cs-pill');
  expect([...pills].map((pill) => pill.textContent.trim())).toEqual(['Waiting', 'late, 20 days after']);
});

it('has no stamp for an entry in time', async () => {
  expect((await show('approved')).querySelectorAll('.cs-pill')).toHaveLength(1);
});

async function show(state: EntryState, late?: number): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(StatusChip);
  fixture.componentRef.setInput('state', state);
  fixture.componentRef.setInput('late', late);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
