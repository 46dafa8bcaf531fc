import { expect, test, type Page } from '@playwright/test';
import { inspect } from './inspect';
import { complaintsOf, desktop, elsewhere, phone, signInAs } from './support';

/* What a fellow is qualified by: written down on a phone, seen to expire by the coordinator, renewed, and quiet again. */

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const NAME = 'Life-support certificate, Pediatric';

/** A form with what is typed, by label. */
async function fill(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(typed))
    await page.getByLabel(label, { exact: true }).fill(value);
}

test('A fellow writes one down on a phone, the coordinator renews it, and the warning goes', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Joana Ferreira/);
  await page.goto('/home');
  await page.getByRole('link', { name: 'My qualifications' }).click();
  await page.getByRole('heading', { level: 1, name: 'My qualifications' }).waitFor();
  await page.getByRole('button', { name: 'Add one' }).click();
  await page.getByLabel('Kind').selectOption({ label: 'Life-support certificate' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Type who gives it.')).toBeVisible();
  await fill(page, {
    ...{ 'What it is': 'Pediatric', 'Given by': 'Heart and Lung Society (invented), no. 1234567' },
    ...{ 'Holds from': dayIn(20), 'Last day': dayIn(-700) },
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Take the number out', { exact: false })).toBeVisible();
  await expect(page.getByText('It would expire before it begins.')).toBeVisible();
  await inspect(page, 'qualification-form');
  await fill(page, {
    ...{ 'Given by': 'Heart and Lung Society (invented)', 'Holds from': dayIn(-700), 'Last day': dayIn(20) },
    'Note, if any': 'The next course is in the spring.',
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'By what expires next' })).toContainText(NAME);
  await inspect(page, 'my-qualifications');
  await page.goto('/home');
  await expect(page.getByText('1 qualification expires within 90 days.')).toBeVisible();
  await inspect(page, 'home-with-expiry');

  const office = await elsewhere(browser, /Ben Ashby/, desktop);
  const officeComplaints = complaintsOf(office);
  await office.goto('/program');
  const worth = office
    .locator('cs-attention-panel')
    .getByRole('listitem')
    .filter({ hasText: 'Joana Ferreira' });
  await worth.getByText(/and \d+ more reasons?/).click();
  await expect(worth.getByText(/^A qualification expires in (20|21) days\.$/)).toBeVisible();
  await expect(worth.getByRole('link', { name: 'Look at the qualifications' })).toBeVisible();
  await office.goto('/qualifications');
  const fellows = office.getByRole('list', { name: 'Fellows by what expires next' });
  await expect(fellows.getByRole('listitem').first()).toContainText('Sasha Marwood');
  await expect(fellows).toContainText('expired 12 days ago');
  await expect(fellows).toContainText(/expires in (19|20|21) days/);
  await inspect(office, 'qualifications');
  await office.getByRole('button', { name: 'Expired or soon' }).click();
  await expect(office).toHaveURL(/show=warned/);
  await expect(fellows).not.toContainText('Lena Brandvold');
  await office.reload();
  await expect(fellows).not.toContainText('Lena Brandvold');
  const download = office.waitForEvent('download');
  await office.getByRole('button', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^qualifications-.*\.csv$/);

  await fellows.getByRole('link', { name: 'Joana Ferreira' }).click();
  await office.getByRole('heading', { level: 1, name: 'Qualifications of Joana Ferreira' }).waitFor();
  await inspect(office, 'qualifications-of-a-fellow');
  await office.getByRole('button', { name: new RegExp(`^Renew or change ?: ${NAME}`) }).click();
  await fill(office, { 'Last day': dayIn(750) });
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByText('Saved.')).toBeVisible();
  await expect(office.getByText('expires within 90 days')).toHaveCount(0);

  await page.reload();
  await page.getByText('approved entries count').waitFor();
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('expires within 90 days')).toHaveCount(0);

  // What is not held any more is taken off, and stays readable.
  await page.goto('/my-qualifications');
  await page.getByRole('button', { name: new RegExp(`^Take off ?the list: ${NAME}`) }).click();
  await inspect(page, 'qualification-taken-off', 'dialog');
  await page.getByRole('button', { name: 'Take it off' }).click();
  await expect(page.getByRole('region', { name: 'Off the list' })).toContainText(NAME);
  expect([complaints, officeComplaints]).toEqual([[], []]);
  await office.context().close();
});
