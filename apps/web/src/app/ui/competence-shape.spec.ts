import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import type { CompetenceStateName } from '@countersign/contracts/competencies/views';
import { CompetenceShape } from './competence-shape';

const page = readFileSync(join(__dirname, '../../index.html'), 'utf8');

it.each<[CompetenceStateName, string, string]>([
  ['not-charted', 'none', 'no chart'],
  ['none', 'none', 'not judged yet'],
  ['insufficient', 'few', 'too few to say'],
  ['learning', 'learning', 'learning'],
  ['competent', 'standard', 'at standard'],
  ['concern_low', 'look', 'worth a look: low'],
  ['concern_drift', 'look', 'worth a look: drift'],
  ['concern_relapse', 'look', 'worth a look: alarm'],
])('shows %s as the shape "%s" with the word "%s"', async (state, shape, word) => {
  const element = await show(state);
  expect(element.querySelector('use')?.getAttribute('href')).toBe(`#cs-shape-${shape}`);
  expect(page).toContain(`<symbol id="cs-shape-${shape}" `);
  expect(element.textContent.trim()).toBe(word);
});

it('keeps the word for screen readers where it is hidden', async () => {
  const word = (await show('learning', 'hidden')).querySelector('span');
  expect(word?.classList).toContain('cs-visually-hidden');
  expect(word?.textContent).toBe('learning');
});

async function show(state: CompetenceStateName, word: 'shown' | 'hidden' = 'shown'): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(CompetenceShape);
  fixture.componentRef.setInput('state', state);
  fixture.componentRef.setInput('word', word);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
