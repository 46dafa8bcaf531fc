import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import {
  answerOrdinary,
  cardOf,
  complaintsOf,
  desktop,
  elsewhere,
  pickProcedure,
  procedure,
  signInAs,
  supervisorAsked,
} from './support';

test('Two procedures are rated apart, a role is corrected, the fellow contests it and the director reverses it', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Lena Brandvold/);
  await page.goto('/log');
  await pickProcedure(page, 'tfesi l4 left');
  await answerOrdinary(procedure(page));
  await page.getByRole('button', { name: 'Add another procedure' }).click();
  await pickProcedure(page, 'si joint injection');
  const second = procedure(page, 2);
  await second.getByRole('radio', { name: 'Right', exact: true }).click();
  await answerOrdinary(second);
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  const supervisor = await supervisorAsked(page);
  const address = page.url();

  const { queue: theirs, card } = await cardOf(browser, { supervisor, address }, desktop);
  await card.getByRole('button', { name: 'Rate each apart' }).click();
  const scales = card.getByRole('group', { name: /^How much help: / });
  await expect(scales).toHaveCount(2);
  await scales
    .first()
    .getByRole('radio', { name: /Not needed/ })
    .check();
  await scales
    .last()
    .getByRole('radio', { name: /Prompted/ })
    .check();
  await card.getByRole('button', { name: /^Correct the role/ }).click();
  await card
    .getByLabel(/^Role in /)
    .last()
    .selectOption({ label: 'Assisted' });
  await card.getByRole('textbox', { name: 'Why do you correct it?' }).fill('I held the needle.');
  await inspect(theirs, 'review-card-apart', 'cs-review-card');
  await card.getByRole('button', { name: /^Approve with 5, 3/ }).click();
  await expect(theirs.getByText(/^Approved with 5, 3/)).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: /corrected this entry/ })).toBeVisible();
  await expect(page.getByText(/Performed → Assisted/).first()).toBeVisible();
  await inspect(page, 'correction-to-answer');
  await page.goto('/home');
  await page.getByRole('heading', { name: /to answer$/ }).waitFor();
  await page.getByRole('link', { name: 'All corrections' }).click();
  const mine = page
    .getByRole('region', { name: /^To answer/ })
    .locator('cs-corrected-entry')
    .last();
  await expect(mine).toContainText('13 days left. Then it stands.');
  await inspect(page, 'corrections');
  await mine.getByRole('button', { name: 'Contest' }).click();
  await mine.getByRole('textbox', { name: 'Why do you contest it?' }).fill('I placed all of them.');
  await mine.getByRole('button', { name: 'Contest' }).click();
  await expect(page.getByText(/^You contested the correction, the director decides: /)).toBeVisible();
  await expect(page.getByRole('region', { name: /^With the director/ })).toContainText(
    'I placed all of them.',
  );

  const director = await elsewhere(browser, /Ruth Castellan/, desktop);
  await director.goto(address);
  await expect(director.getByText('I placed all of them.').first()).toBeVisible();
  await inspect(director, 'correction-to-resolve');
  await director.goto('/program');
  await director
    .getByRole('link', { name: /contested corrections? waits? for your decision$/ })
    .last()
    .click();
  const contested = director.locator('cs-corrected-entry').filter({ hasText: 'I placed all of them.' });
  await expect(contested).toContainText('contested today');
  await inspect(director, 'contested');
  await contested.getByRole('textbox', { name: 'Why do you decide so?' }).fill('Seen on the images.');
  await contested.getByRole('button', { name: 'Reverse it' }).click();
  await expect(director.getByText(/^The correction is reversed: /)).toBeVisible();
  await expect(contested).toHaveCount(0);

  await page.goto(address);
  await expect(page.getByText(/^Correction reversed by/)).toBeVisible();
  await inspect(page, 'correction-reversed');
  expect(complaints).toEqual([]);
});
