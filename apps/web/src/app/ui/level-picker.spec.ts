import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { CatalogueItem } from '@countersign/domain/catalogue';
import type { LevelAndSide } from '@countersign/domain/entry';
import { item } from '../testing/program';
import { LevelPicker } from './level-picker';

const medialBranches: CatalogueItem = {
  ...item,
  id: 'mbb-lumbar',
  name: 'Medial branch block, lumbar',
  short: 'Medial branch block, lumbar',
  group: 'facet',
  levelType: 'medial-branch',
  levels: ['T12', 'L1', 'L2', 'L3', 'L4', 'L5 DR'],
  multiLevel: true,
  countUnit: 'level',
};

@Component({
  imports: [LevelPicker],
  template: `<cs-level-picker [item]="item()" [(levels)]="levels" [usual]="usual()" />`,
})
class Host {
  readonly item = signal(medialBranches);
  readonly levels = signal<readonly LevelAndSide[]>([]);
  readonly usual = signal<readonly string[]>([]);
}

let fixture: ComponentFixture<Host>;

beforeEach(async () => {
  fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
});

it('is a grid of toggle buttons with one tab stop', () => {
  expect(page().querySelectorAll('[role=grid] > [role=row]')).toHaveLength(6);
  expect(buttons()).toHaveLength(18);
  expect(
    buttons()
      .filter((button) => button.tabIndex === 0)
      .map(nameOf),
  ).toEqual(['T12 left']);
});

it('counts sessions, levels and joints of what was chosen', async () => {
  await press('L4 left');
  await press('L5 DR left');
  expect(fixture.componentInstance.levels()).toEqual([
    { level: 'L4', side: 'left' },
    { level: 'L5 DR', side: 'left' },
  ]);
  expect(summary()).toBe('L4, L5 DR left · 1 session, 2 levels, 1 joint');
  expect(button('L4 left').getAttribute('aria-pressed')).toBe('true');
  expect(button('L4 both sides').getAttribute('aria-pressed')).toBe('false');
});

it('moves with the arrows and stays inside', async () => {
  await key('T12 left', 'ArrowUp');
  expect(document.activeElement).not.toBe(button('L1 left'));
  await key('T12 left', 'ArrowDown');
  expect(focused()).toBe('L1 left');
  await key('L1 left', 'ArrowRight');
  expect(focused()).toBe('L1 right');
  expect(button('L1 right').tabIndex).toBe(0);
  expect(button('T12 left').tabIndex).toBe(-1);
});

it('takes both sides with the key b', async () => {
  await key('L3 right', 'b');
  expect(fixture.componentInstance.levels()).toEqual([{ level: 'L3', side: 'bilateral' }]);
});

it('asks once for the side of levels that were typed without one', async () => {
  fixture.componentInstance.levels.set([{ level: 'L3' }, { level: 'L4' }]);
  await fixture.whenStable();
  const side = page().querySelector('[role=group]');
  expect(side?.getAttribute('aria-label')).toBe('Side of L3, L4');
  const right = [...(side?.querySelectorAll('button') ?? [])].find(
    (one) => one.textContent.trim() === 'Right',
  );
  right?.click();
  await fixture.whenStable();
  expect(summary()).toContain('L3, L4 right');
  expect(page().querySelector('[role=group]')).toBeNull();
});

it('offers the midline as a side where the item has one, beside the drawing and in the question', async () => {
  const sides = ['left', 'right', 'bilateral', 'midline'] as const;
  fixture.componentInstance.item.set({ ...medialBranches, id: 'esi-il', sides });
  fixture.componentInstance.levels.set([{ level: 'L3' }]);
  await fixture.whenStable();
  const side = page().querySelector('[role=group]');
  const answers = [...(side?.querySelectorAll('button') ?? [])];
  expect(answers.map((one) => one.textContent.trim())).toEqual(['Left', 'Midline', 'Right', 'Both']);
  answers[1]?.click();
  await fixture.whenStable();
  expect(summary()).toContain('L3 midline');
  expect(button('L3 midline').getAttribute('aria-pressed')).toBe('true');
});

it('shows the usual part of a long list and the rest on request', async () => {
  const levels = Array.from({ length: 12 }, (_, position) => `T${position + 1}`);
  fixture.componentInstance.item.set({ ...medialBranches, id: 'mbb-thoracic', levels });
  await fixture.whenStable();
  expect(rowNames()).toEqual(['T7', 'T8', 'T9', 'T10', 'T11', 'T12']);
  moreButton()?.click();
  await fixture.whenStable();
  expect(rowNames()).toHaveLength(12);
  expect(moreButton()).toBeUndefined();
});

it('does not move the rows under the finger when the usual part becomes known late', async () => {
  const levels = Array.from({ length: 12 }, (_, position) => `T${position + 1}`);
  fixture.componentInstance.item.set({ ...medialBranches, id: 'mbb-thoracic', levels });
  await press('T9 left');
  fixture.componentInstance.usual.set(['T3']);
  await fixture.whenStable();
  expect(rowNames()[0]).toBe('T7');
});

it('draws no spine for what is none', async () => {
  fixture.componentInstance.item.set({
    ...medialBranches,
    id: 'rfa-trigeminal',
    levelType: 'nerve-division',
    levels: ['V1', 'V2', 'V3'],
  });
  await fixture.whenStable();
  expect(page().querySelector('svg')).toBeNull();
  expect(page().textContent).not.toContain('seen from behind');
});

function page(): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

function buttons(): HTMLButtonElement[] {
  return [...page().querySelectorAll<HTMLButtonElement>('[role=gridcell] button')];
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? '';
}

function button(name: string): HTMLButtonElement {
  const found = buttons().find((one) => nameOf(one) === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

async function press(name: string): Promise<void> {
  await fixture.whenStable();
  button(name).click();
  await fixture.whenStable();
}

async function key(name: string, pressed: string): Promise<void> {
  button(name).dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
  await fixture.whenStable();
}

function focused(): string {
  return document.activeElement ? nameOf(document.activeElement) : '';
}

function summary(): string {
  return page().querySelector('.sum p')?.textContent.trim() ?? '';
}

function rowNames(): string[] {
  return [...page().querySelectorAll('.left button')].map((one) => nameOf(one).replace(' left', ''));
}

function moreButton(): HTMLButtonElement | undefined {
  return page().querySelector<HTMLButtonElement>('.sum button') ?? undefined;
}
