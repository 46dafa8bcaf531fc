import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import { answerOrdinary, desktop, phone, pickProcedure, procedure, signInAtThePage } from './support';

test('Identity (a): in one tab another person signs in; the other tab keeps its text, says whose it is and saves nothing for the other', async ({
  page,
  context,
}) => {
  // Two pages are looked at.
  await page.setViewportSize(phone);
  await signInAtThePage(page, /Sasha Marwood/);
  await page.goto('/log');
  await pickProcedure(page, 'tfesi l4 left');
  await answerOrdinary(procedure(page));
  // Kept on the device by now, of which the sign-out in the other tab warns.
  await page.waitForTimeout(1000);

  const other = await context.newPage();
  await other.setViewportSize(desktop);
  await other.goto('/home');
  await other.getByRole('button', { name: 'Account' }).click();
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await other.getByRole('button', { name: 'Sign out and lose it' }).click();
  await expect(other).toHaveURL(/sign-in$/);
  await signInAtThePage(other, /Lena Brandvold/);

  await page.bringToFront();
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' });
  await expect(dialog).toContainText('Lena Brandvold');
  await expect(page.getByRole('button', { name: 'L4 left', includeHidden: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await dialog.getByRole('button', { name: 'Go on as Sasha Marwood' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);

  // Now the other tab belongs to somebody who is not signed in any more.
  await other.bringToFront();
  const notice = other.getByRole('alert').filter({ hasText: 'This page belongs to Lena Brandvold' });
  await expect(notice).toContainText('Sasha Marwood');
  await inspect(other, 'other-person', 'cs-other-person');
  await notice.getByRole('link', { name: 'Go on as Sasha Marwood' }).click();
  await expect(other).toHaveURL(/\/home$/);
  await expect(notice).toHaveCount(0);
});

test('Time (d): a page that is open over midnight at the program starts the next day', async ({ page }) => {
  await page.setViewportSize(phone);
  await signInAtThePage(page, /Remy Delacroix/);
  await page.goto('/log');
  const day = page.getByLabel('Date', { exact: true });
  const today = await day.inputValue();
  const next = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  // The server's own clock cannot be set here: its replies tell the next day.
  const later = new Date(Date.parse(`${next}T12:00:00Z`)).toUTCString();
  await page.route('**/api/**', async (route) => {
    const reply = await route.fetch({ maxRetries: 2 });
    await route.fulfill({ response: reply, headers: { ...reply.headers(), date: later } });
  });
  await page.route('**/api/programs/*/log-context', async (route) => {
    const reply = await route.fetch({ maxRetries: 2 });
    const context = (await reply.json()) as object;
    await route.fulfill({
      json: { ...context, today: next, training: [{ fromOn: '2020-07-01', toOn: '2999-06-30' }] },
      headers: { ...reply.headers(), date: later },
    });
  });
  await pickProcedure(page, 'stellate');
  await page.clock.install();
  await page.clock.fastForward('24:00:00');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('Midnight has passed: this is yesterday.')).toBeVisible();
  await inspect(page, 'log-midnight');
  await page.getByRole('button', { name: 'Make it today' }).click();
  await expect(day).toHaveValue(next);
});
