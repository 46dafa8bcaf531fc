import { expect, test, type Page } from '@playwright/test';
import { pickProcedure, signInAs } from './support';

/* Gloves, one hand, between two patients: whatever can be tapped is 44 px high on a touch screen. */

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** What is lower than 44 px, by its words. */
async function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>(
      'main :is(a, button, input, select, textarea, summary)',
    );
    return [...targets]
      .filter((target) => target.checkVisibility() && !target.closest('dialog:not([open])'))
      .filter((target) => {
        // A field inside of its label is as high as the label; a link may stretch over its line.
        const whole = target.closest('label') ?? target;
        const stretches = getComputedStyle(target, '::after').position === 'absolute';
        return whole.getBoundingClientRect().height < 43.5 && !stretches;
      })
      .map((target) => (target.getAttribute('aria-label') ?? target.textContent).trim());
  });
}

test('Every target of a fellow’s pages can be hit', async ({ page }) => {
  await signInAs(page, /Lena Brandvold/);
  await page.getByRole('heading', { name: /approved entries count/ }).waitFor();
  expect(await lowTargets(page)).toEqual([]);
  await page.goto('/entries?state=submitted');
  await page.locator('cs-entry-line').first().waitFor();
  expect(await lowTargets(page)).toEqual([]);
  await page.goto('/progress');
  await page.locator('.competencies summary').first().click();
  expect(await lowTargets(page)).toEqual([]);
  await page.locator('.competencies h3 a', { hasText: 'Lumbar transforaminal epidural' }).click();
  await page.locator('cs-rules-evidence .entries a').first().waitFor();
  expect(await lowTargets(page)).toEqual([]);
  // Not one of those: a journey beside this one may have changed it.
  await page.goto('/entries?state=approved');
  await page.locator('cs-entry-line a').last().click();
  await page.getByRole('link', { name: 'Amend' }).waitFor();
  expect(await lowTargets(page)).toEqual([]);
  await page.goto('/log');
  await pickProcedure(page, 'tfesi l4 l5 left');
  for (const more of await page.locator('summary').all()) await more.click();
  expect(await lowTargets(page)).toEqual([]);
});

test('So can those of a supervisor and of a director', async ({ page }) => {
  await signInAs(page, /Henry Vance/);
  await page.getByRole('button', { name: 'Add a word' }).first().click();
  expect(await lowTargets(page)).toEqual([]);
  await page.context().clearCookies();
  await signInAs(page, /Ruth Castellan/);
  await page.locator('cs-fellow-cards summary').first().click();
  expect(await lowTargets(page)).toEqual([]);
  await page.getByRole('button', { name: 'Groups' }).click();
  expect(await lowTargets(page)).toEqual([]);
});
