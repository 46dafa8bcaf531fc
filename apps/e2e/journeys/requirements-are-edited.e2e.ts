import { expect, test, type Page } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, signInAs, wide } from './support';

/** The server has counted what is on the page. */
async function counted(page: Page): Promise<void> {
  await expect(page.getByText('counting …')).toBeHidden({ timeout: 60_000 });
  // Every fellow is counted anew, on a machine that does other things too.
  await expect(page.getByRole('heading', { name: /would meet it/ })).toBeVisible({ timeout: 60_000 });
}

test('A director drafts the next version in sentences, sees what it says of real fellows and by chance, and takes a removal back', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(wide);
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('link', { name: 'Requirements', exact: true }).click();
  await page
    .getByRole('link', { name: /^Draft the next version of .* demonstration requirements, version 1$/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Draft the next version' })).toBeVisible();
  await page.getByRole('button', { name: 'Lumbar transforaminal epidural' }).first().click();
  await counted(page);
  const before = await page.getByRole('heading', { name: /would meet it/ }).textContent();

  // What chance makes of a rating rule is the server's answer for the numbers on the page.
  await page.getByRole('spinbutton', { name: 'How many rated cases' }).first().fill('5');
  await page.keyboard.press('Tab');
  await expect(
    page.getByText(/^The last 5 at help 4 or more will at some time by case 50 be met by 84 % of/),
  ).toBeVisible();
  await page.getByRole('spinbutton', { name: 'by case' }).fill('30');
  await page.keyboard.press('Tab');
  await expect(
    page.getByText(/at some time by case 30 be met by \d+ % of fellows who succeed 60 %/),
  ).toBeVisible();

  // A number of the first sentence, and which cases of a fellow count.
  await page.getByRole('spinbutton', { name: 'How many', exact: true }).first().fill('40');
  await page.keyboard.press('Tab');
  await counted(page);
  await expect(
    page
      .locator('cs-live-example')
      .getByRole('button', { name: / of 40 / })
      .first(),
  ).toBeVisible();
  const fellow = page.locator('cs-live-example').getByRole('button').first();
  await fellow.click();
  await expect(
    page.locator('cs-live-example').getByRole('list', { name: 'Entries behind the rules' }),
  ).toBeVisible();
  await keepPicture(page, 'requirements-edit-example');
  await fellow.click();

  // A removal is taken back.
  const sentences = page.locator('cs-competency-editor section ol > li');
  const count = await sentences.count();
  await page.getByRole('button', { name: 'Remove sentence 1' }).click();
  await expect(sentences).toHaveCount(count - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sentences).toHaveCount(count);

  // Every new kind, with what is wrong said at its field until it is right.
  const adds = page.getByRole('group', { name: 'Add a sentence' });
  await adds.getByRole('button', { name: 'share of successes' }).click();
  await page.getByRole('spinbutton', { name: 'Percent' }).fill('120');
  await page.keyboard.press('Tab');
  await expect(page.getByText('A share is a whole number of percent, from 1 to 100.').first()).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Percent' }).fill('80');
  await page.keyboard.press('Tab');
  await adds.getByRole('button', { name: 'any of' }).click();
  await page.getByRole('textbox', { name: 'Title of the certificate' }).fill('Ultrasound course');
  await page.keyboard.press('Tab');
  await adds.getByRole('button', { name: 'base specialty' }).click();
  await page.getByRole('textbox', { name: /^Base specialties/ }).fill('Anesthesiology');
  await page.keyboard.press('Tab');
  await adds.getByRole('button', { name: 'different ones' }).click();
  await page.getByRole('combobox', { name: 'What differs' }).last().selectOption('procedures');
  await page
    .getByRole('button', { name: /^Procedures and experiences:/ })
    .last()
    .click();
  await page.getByLabel('Search the catalogue').last().fill('caudal');
  await page
    .getByRole('checkbox', { name: /[Cc]audal/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Done' }).last().click();
  await counted(page);
  expect(await page.getByRole('heading', { name: /would meet it/ }).textContent()).not.toBe(before);
  await inspect(page, 'requirements-edit');

  await page.getByLabel('As of').fill('2026-09-01');
  await page.keyboard.press('Tab');
  await counted(page);
  await page.getByText('What it says otherwise than the present set').click();
  await expect(page.getByRole('heading', { name: /^As of Sep/ })).toBeVisible();

  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByText('Saved as a draft.')).toBeVisible();
  await expect(page).toHaveURL(/requirements\/edit\?.*draft=/);
  await keepPicture(page, 'requirements-edit-saved');
  await page.getByRole('button', { name: 'Verify and publish …' }).click();
  await expect(page.getByRole('button', { name: /^Publish .* demonstration requirements$/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  expect(complaints).toEqual([]);
});

test('Two who edit one draft see it before either overwrites the other', async ({ page, browser }) => {
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/requirements');
  await page
    .getByRole('link', { name: /^Draft the next version of .* demonstration requirements, version 1$/ })
    .click();
  await page.getByText('Title of the set').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page).toHaveURL(/draft=/);
  const address = page.url();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAs(other, /Ben Ashby/);
  await other.goto(address);
  await expect(other.getByText('Publishing needs a director.')).toBeVisible();
  const number = (where: Page) => where.getByRole('spinbutton', { name: 'How many', exact: true }).first();
  await number(other).fill('17');
  await other.keyboard.press('Tab');
  await other.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(other.getByText('Saved as a draft.')).toBeVisible();

  await number(page).fill('18');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page.getByText(/saved this draft on .*, after you opened it/)).toBeVisible();
  await keepPicture(page, 'requirements-edit-conflict');
  await page.getByRole('button', { name: 'Open theirs, drop mine' }).click();
  await expect(number(page)).toHaveValue('17');
  await context.close();
});

test('A published number is taken into a draft with its source beside it, and is off until a director verifies it', async ({
  page,
}) => {
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/requirements');
  await page.getByRole('link', { name: 'Numbers with a source' }).click();
  await expect(page.getByText('off, not verified').first()).toBeVisible();
  await inspect(page, 'requirement-sources');
  await page.getByRole('link', { name: /^Take into a draft: 16 sessions of cancer pain/ }).click();
  await expect(page.getByRole('textbox', { name: 'Competency', exact: true })).toHaveValue(
    'Cancer pain, sessions',
  );
  await expect(page.locator('cs-competency-editor').getByText(/edition 9 March 2021/)).toBeVisible();
  await expect(page.getByText(/Off until a director has compared it/)).toBeVisible();
  await counted(page);
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page).toHaveURL(/draft=/);
});
