import { expect, test } from '@playwright/test';
import {
  answerOrdinary,
  chooseIn,
  choose,
  complaintsOf,
  desktop,
  logOrdinary,
  phone,
  pickProcedure,
  procedure,
  signInAs,
} from './support';

test('A fellow logs two procedures of one patient with everything that can be said about them', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ama Okafor/);
  await page.goto('/log');

  await test.step('levels by tapping the spine and by keys', async () => {
    await pickProcedure(page, 'lumbar medial branch block');
    await page.getByRole('button', { name: 'L3 right' }).click();
    await page.getByRole('button', { name: 'L4 right' }).click();
    await page.getByRole('button', { name: 'L4 right' }).press('ArrowDown');
    await page.keyboard.press('b');
    await expect(page.getByRole('button', { name: 'L5 DR both sides' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name: /^L5 DR left/ })).toBeFocused();
  });

  const first = procedure(page);
  await test.step('guidance, technique, part, supervision, outcome, a complication from the whole list', async () => {
    await choose(first, 'Guidance', 'CT');
    await first.locator('summary', { hasText: 'Technique' }).click();
    await first.getByRole('checkbox', { name: 'Comparative block' }).click();
    await first.getByRole('radio', { name: /^Performed part/ }).click();
    await first.getByRole('radio', { name: 'Indirect, immediate' }).click();
    await first.getByRole('radio', { name: 'Supervisor took over' }).click();
    await first.getByRole('button', { name: 'All' }).click();
    const dialog = page.getByRole('dialog', { name: 'All complications' });
    await dialog.getByRole('textbox').fill('vaso');
    await dialog.getByRole('checkbox', { name: /Vasovagal/ }).check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(first.getByRole('checkbox', { name: /Vasovagal/ })).toBeChecked();
    await first.locator('summary', { hasText: 'Your own rating' }).click();
    await first.getByRole('radio', { name: /Prompted/ }).check();
  });

  await test.step('a second procedure with a side', async () => {
    await page.getByRole('button', { name: 'Add another procedure' }).click();
    await pickProcedure(page, 'si joint injection');
    const second = procedure(page, 2);
    await second.getByRole('radio', { name: 'Right', exact: true }).click();
    await answerOrdinary(second);
  });

  await test.step('place, kind of pain, diagnosis with its code, age band, label, reflection', async () => {
    await choose(page, 'Setting', 'Operating room');
    await chooseIn(page, 'Kind of pain', 'Chronic, non-cancer');
    await chooseIn(page, 'Diagnosis', 'Low back');
    await page.locator('summary', { hasText: 'age band' }).click();
    await page.getByRole('button', { name: /^Diagnosis code/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Diagnosis code' });
    await expect(dialog.getByRole('radio', { name: /M54\.51/ })).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /G50\.0/ })).toHaveCount(0);
    await dialog.getByRole('textbox').fill('lumbar facet');
    await dialog.getByRole('radio', { name: /^M47\.816/ }).check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await choose(page, 'Age band', '65 to 89 years');
    await page.getByRole('textbox', { name: /^Label/ }).fill('NA-22');
    await page.getByRole('textbox', { name: /^Reflection/ }).fill('Ask for the oblique view earlier.');
  });

  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  const entry = page.getByRole('main');
  for (const said of [
    'Draft',
    'L3, L4 right, L5 DR both sides|L3 right, L4 right, L5 DR both sides',
    'Performed part',
    'Indirect, immediate',
    'CT',
    'Comparative block',
    'Supervisor took over',
    'Vasovagal reaction',
    'Your own rating 3:',
    'Sacroiliac joint injection',
    'Operating room',
    'M47.816 Lumbar spondylosis',
    '65 to 89 years',
    'NA-22',
    'Ask for the oblique view earlier.',
  ]) {
    await expect(entry).toContainText(new RegExp(said.replaceAll('.', '\\.')));
  }
  expect(complaints).toEqual([]);

  await test.step('the form opens with all of it, and the entry is submitted from its page', async () => {
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(page.getByRole('button', { name: 'L3 right' })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: /^M47\.816/ })).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await expect(page.getByText('Submitted.', { exact: true })).toBeVisible();
  });
});

test('A fellow takes an entry back, and makes a draft void with a reason', async ({ page }) => {
  await page.setViewportSize(phone);
  await signInAs(page, /Lena Brandvold/);
  await logOrdinary(page);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Withdrawn. It is a draft again.')).toBeVisible();
  await page.getByRole('button', { name: 'Void' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make this entry void?' });
  await dialog.getByRole('button', { name: 'Make it void' }).click();
  await expect(dialog.getByText('Say in a few words why.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Logged twice.');
  await dialog.getByRole('button', { name: 'Make it void' }).click();
  await expect(page.getByText('Void, counts nowhere. Logged twice.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Void' })).toHaveCount(0);
});

test('A fellow logs the last entry once more: the same procedure, nothing of the patient', async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await signInAs(page, /Lena Brandvold/);
  await logOrdinary(page, 'tfesi l5 right');
  await page.goto('/entries');
  await page.getByRole('link', { name: 'Duplicate last' }).click();
  await expect(page.getByRole('button', { name: 'L5 right' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('cs-procedure-fields input[type=radio]:checked')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Role not stated yet')).toBeVisible();
});
