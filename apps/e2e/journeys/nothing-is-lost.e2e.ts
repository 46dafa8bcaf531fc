import { expect, test, type Page } from '@playwright/test';
import { inspect } from './inspect';
import { answerOrdinary, complaintsOf, phone, pickProcedure, procedure, signInAtThePage } from './support';

test('Nothing typed is lost: an entry comes back after a reload, also after a send without network, and is saved once', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAtThePage(page, /Sasha Marwood/);
  await page.goto('/log');
  await pickProcedure(page, 'tfesi l4 left');
  await answerOrdinary(procedure(page));
  await keptIs(page, 1);
  await page.waitForTimeout(500);
  await page.reload();
  const offer = page.getByRole('region', { name: 'Kept on this device' });
  await expect(offer).toContainText('and did not send it: Transforaminal epidural');
  await inspect(page, 'log-kept');
  await offer.getByRole('button', { name: 'Go on with it' }).click();
  await expect(offer).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'L4 left' })).toHaveAttribute('aria-pressed', 'true');

  // Without network it says that it is kept, and that is true.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText(/What you typed is kept, also when you reload\./)).toBeVisible();
  await page.context().setOffline(false);
  await keptIs(page, 1);
  await page.reload();
  await offer.getByRole('button', { name: 'Go on with it' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  await keptIs(page, 0);
  expect(complaints).toEqual([]);
});

test('Nothing typed is lost: signing out warns, and then nothing is left on the device', async ({ page }) => {
  await page.setViewportSize(phone);
  await signInAtThePage(page, /Lena Brandvold/);
  await page.goto('/log');
  await pickProcedure(page, 'stellate');
  await keptIs(page, 1);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out and lose what you typed?' });
  await expect(dialog).toContainText('1 form that you did not send is kept on this device.');
  await inspect(page, 'sign-out-kept', 'dialog[open]');
  await dialog.getByRole('button', { name: 'Sign out and lose it' }).click();
  await expect(page).toHaveURL(/sign-in$/);
  await keptIs(page, 0);
});

/** Looks into the browser's own database. */
async function keptIs(page: Page, count: number): Promise<void> {
  const counted = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('countersign', 1);
          opening.onerror = () => reject(new Error('no database'));
          opening.onsuccess = () => {
            const database = opening.result;
            const asking = database.transaction('forms').objectStore('forms').count();
            asking.onsuccess = () => {
              database.close();
              resolve(asking.result);
            };
          };
        }),
    );
  await expect.poll(counted).toBe(count);
}
