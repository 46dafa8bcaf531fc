import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Where screenshots are kept as artifacts of a run. */
const SHOTS = `${__dirname}/../../../artifacts/screenshots`;

/** Sizes that every main page is looked at in. */
export const phone = { width: 360, height: 800 } as const;
export const desktop = { width: 1280, height: 900 } as const;
export const wide = { width: 1440, height: 1000 } as const;

/** Signs in with one tap as a person of the demo program. */
export async function signInAs(page: Page, name: RegExp): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: /Look around/ }).waitFor();
  const person = page.getByRole('button', { name });
  // Only a few of each role are shown at first. A button that has shown all is gone, so the next one is the first.
  const more = page.getByRole('button', { name: /^Show all/ });
  for (let left = await more.count(); left > 0; left -= 1) {
    await more.first().click();
    await expect(more).toHaveCount(left - 1);
  }
  await person.first().click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Holds the page against WCAG 2.2 AA in both themes; there must be no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(
        ({ id, nodes }) => `${theme}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Checks the page for WCAG, sideways scrolling and errors on the console, and keeps a screenshot of it. */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  // A window as tall as the page: what sticks to its top or bottom is in the picture where a person sees it.
  const size = page.viewportSize() ?? desktop;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
  await page.setViewportSize(size);
}

/** Collects what a page complains about; a journey ends with none. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is a reply that the page handles and the journey looks at.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}
