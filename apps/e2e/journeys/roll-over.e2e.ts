import { expect, test, type Page } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, desktop, signInAs } from './support';

/* The academic year changes: one page says what is left, each line leads to where it is done and is gone once it is. */

const step = (page: Page, name: string) => page.locator('cs-step-part').filter({ hasText: name });

test('A coordinator sees what is left, adds a newcomer and plans the first rotation', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/people');
  await page.getByRole('link', { name: 'Roll-over', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Roll-over' }).waitFor();
  const leaving = step(page, 'Fellows who leave');
  await expect(leaving.getByRole('list', { name: 'Fellows who leave' })).toContainText('Lena Brandvold');
  await expect(leaving.getByText(/^\d+ to do$/)).toBeVisible();
  await expect(step(page, 'Newcomers').getByText('Nobody is on the list yet')).toBeVisible();
  await expect(step(page, 'Catalogue edition').getByText('done', { exact: true })).toBeVisible();
  await inspect(page, 'roll-over');
  const on = await page.getByLabel('First day of the new year').inputValue();

  await page.goto('/people');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Zofia Winter');
  await page.getByLabel('Work e-mail').fill('zofia.winter@harbor.example');
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Fellow' });
  await page.getByLabel('First day').fill(on);
  await page.getByLabel('Last day').fill(`${Number(on.slice(0, 4)) + 1}-06-30`);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page
    .getByRole('list', { name: 'Everybody of the program' })
    .getByRole('link', { name: 'Zofia Winter' })
    .waitFor();

  await page.goto('/roll-over');
  for (const task of ['Not invited', 'No base specialty', 'No cohort'])
    await expect(page.getByRole('link', { name: `${task}: Zofia Winter` })).toBeVisible();
  await inspect(page, 'roll-over-newcomer');
  await page.emulateMedia({ media: 'print' });
  await keepPicture(page, 'roll-over-print');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'No rotation planned: Zofia Winter' }).click();
  await expect(page).toHaveURL(/\/year\?fellow=/);
  await expect(page.getByRole('region', { name: 'Zofia Winter' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Lena Brandvold' })).toHaveCount(0);
  await inspect(page, 'year-of-one');
  await page.getByRole('button', { name: 'Rotation for Zofia Winter' }).click();
  const form = page.getByRole('form', { name: /^Rotation of/ });
  await form.getByLabel('Rotation', { exact: true }).fill('Orientation');
  await form.getByLabel('Site').selectOption({ index: 1 });
  await form.getByLabel('First day').fill(on);
  await form.getByLabel('Last day').fill(on);
  await form.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByText('Orientation').first()).toBeVisible();

  await page.goto('/roll-over');
  const rotations = step(page, 'First rotations');
  await expect(rotations.getByText('done', { exact: true })).toBeVisible();
  await expect(rotations.getByText('Zofia Winter')).toBeVisible();

  await page.getByRole('link', { name: 'Not invited: Zofia Winter' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zofia Winter' }).waitFor();
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(page.getByRole('group', { name: /^Fellow/ })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('A director looks at another day, and follows a line to the letter of a leaving fellow', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/year');
  await page.getByRole('link', { name: 'Roll-over', exact: true }).first().click();
  await page.getByLabel('First day of the new year').fill('2001-07-01');
  await expect(page).toHaveURL(/on=2001-07-01/);
  await expect(step(page, 'Fellows who leave').getByText('Nobody leaves.')).toBeVisible();
  await inspect(page, 'roll-over-nobody');
  await page.getByRole('button', { name: 'Back to the usual day' }).click();
  await page.getByRole('link', { name: 'No letter about the record: Lena Brandvold' }).click();
  await expect(page).toHaveURL(/\/fellows\/[0-9a-f-]+\/letter$/);
  expect(complaints).toEqual([]);
});
