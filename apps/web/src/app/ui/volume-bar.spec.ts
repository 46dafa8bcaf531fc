import { TestBed } from '@angular/core/testing';
import { VolumeBar } from './volume-bar';

it('shows the number of the target beside the fill, and what waits as hatch', async () => {
  const bar = await show({ approved: 15, waiting: 2, need: 20 });
  expect(bar.querySelector('.number')?.textContent.replace(/\s+/g, ' ').trim()).toBe('15 of 20 2 more wait');
  expect(parts(bar)).toEqual({ solid: '75%', hatch: '10%' });
});

it('never fills more than the whole', async () => {
  expect(parts(await show({ approved: 19, waiting: 5, need: 20 }))).toEqual({ solid: '95%', hatch: '5%' });
  expect(parts(await show({ approved: 31, waiting: 1, need: 20 }))).toEqual({ solid: '100%', hatch: '0%' });
});

it('says nothing of waiting when nothing waits', async () => {
  expect((await show({ approved: 3, need: 4 })).textContent).not.toContain('wait');
});

it('as a column it leaves the number to the list but still reads as a sentence', async () => {
  const column = await show({ approved: 1, waiting: 1, need: 4, layout: 'column' });
  expect(column.querySelector('.number')).toBeNull();
  expect(column.querySelector('.cs-visually-hidden')?.textContent).toBe('1 of 4 approved, 1 waiting');
});

async function show(inputs: Record<string, unknown>): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(VolumeBar);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

function parts(bar: HTMLElement) {
  const part = (selector: string) =>
    bar.querySelector<HTMLElement>(selector)?.style.getPropertyValue('--part');
  return { solid: part('i'), hatch: part('u') };
}
