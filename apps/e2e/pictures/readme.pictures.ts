import { expect, test, type Page } from '@playwright/test';
import { answerOrdinary, pickProcedure, procedure, signInAs, type Viewport } from '../journeys/support';

const FOLDER = `${__dirname}/../../../docs/images`;
const onPhone: Viewport = { width: 390, height: 844 };
const onDesktop: Viewport = { width: 1280, height: 800 };

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
}

test('Signing in', async ({ page }) => {
  await page.setViewportSize({ ...onDesktop, height: 900 });
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: /Look around/ }).waitFor();
  await take(page, 'sign-in');
});

test('A fellow on a phone', async ({ page }) => {
  await page.setViewportSize(onPhone);
  await signInAs(page, /Lena Brandvold/);
  await page.getByRole('heading', { name: /approved entries count/ }).waitFor();
  await take(page, 'home-phone');

  await page.goto('/progress');
  await page.getByRole('heading', { name: /every rule met/ }).waitFor();
  await take(page, 'progress-phone');

  await page.goto('/log');
  await pickProcedure(page, 'tfesi l4 l5 left');
  await answerOrdinary(procedure(page));
  await expect(page.getByText(/Once Dr\. .* approves/)).toBeVisible();
  await page.setViewportSize({ ...onPhone, height: 1560 });
  await page.evaluate(() => window.scrollTo(0, 0));
  await take(page, 'log-phone');
});

test('A fellow on a desktop', async ({ page }) => {
  await page.setViewportSize(onDesktop);
  await signInAs(page, /Lena Brandvold/);
  await page.goto('/entries');
  await page.locator('cs-entry-line').first().waitFor();
  await take(page, 'entries-desktop');
  await page.goto('/progress');
  await page.locator('a[href*="/progress/lumbar-transforaminal"]').first().click();
  await page.locator('cs-rules-evidence .entries').waitFor();
  await take(page, 'evidence-desktop');
});

test('A supervisor', async ({ page }) => {
  await page.setViewportSize(onDesktop);
  await signInAs(page, /Henry Vance/);
  await page.locator('cs-review-card').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('4');
  await page.getByRole('button', { name: /^Approve with 4/ }).waitFor();
  await take(page, 'queue-desktop');
});

test('A director', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1140 });
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('grid', { name: 'Fellows by competency' }).waitFor();
  await take(page, 'program-desktop');
});
