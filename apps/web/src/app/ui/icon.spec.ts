import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { Icon, iconNames } from './icon';

const page = readFileSync(join(__dirname, '../../index.html'), 'utf8');

it.each(iconNames)('finds %s in the sprite', (name) => {
  expect(page).toContain(`<symbol id="cs-i-${name}" `);
});

it('has no drawing in the sprite that nobody can ask for', () => {
  const drawn = [...page.matchAll(/<symbol id="cs-i-([\w-]+)"/g)].map((match) => match[1]);
  expect(drawn.toSorted()).toEqual([...iconNames].toSorted());
});

it('is decoration: the word beside it is what is read', async () => {
  const fixture = TestBed.createComponent(Icon);
  fixture.componentRef.setInput('name', 'checks');
  await fixture.whenStable();
  const svg = (fixture.nativeElement as HTMLElement).querySelector('svg');
  expect(svg?.getAttribute('aria-hidden')).toBe('true');
  expect(svg?.querySelector('use')?.getAttribute('href')).toBe('#cs-i-checks');
});
