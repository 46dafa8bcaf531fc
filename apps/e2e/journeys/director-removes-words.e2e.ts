import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import {
  cardOf,
  complaintsOf,
  desktop,
  elsewhere,
  logOrdinary,
  phone,
  signInAs,
  supervisorAsked,
  type Viewport,
} from './support';

const spoken = 'Room 4, brother of the mayor';

for (const [device, viewport] of Object.entries<Viewport>({ phone, desktop })) {
  test(`On a ${device}, words that should not be there are removed by the director, and only they`, async ({
    page,
    browser,
  }) => {
    await signInAs(page, /Lena Brandvold/);
    const address = await logOrdinary(page);
    const supervisor = await supervisorAsked(page);

    await test.step('a supervisor returns the entry and says too much', async () => {
      const { queue: theirs, card } = await cardOf(browser, { supervisor, address }, desktop);
      await card.getByRole('button', { name: /^Return/ }).click();
      await card.getByLabel('Something else').check();
      await card.getByRole('textbox').fill(spoken);
      await card.getByRole('button', { name: /^Return to/ }).click();
      await expect(theirs.getByText(/^Returned: /)).toBeVisible();
    });

    const director = await elsewhere(browser, /Ruth Castellan/, viewport);
    const complaints = complaintsOf(director);
    await director.goto(address);
    await expect(director.getByText(spoken).first()).toBeVisible();
    const open = director.getByRole('button', { name: 'Remove words' });
    const dialog = director.getByRole('dialog', { name: 'Remove words for good?' });

    await test.step('nothing goes without a reason, nor when the director thinks again', async () => {
      await open.click();
      await expect(dialog.getByText(spoken)).toBeVisible();
      await dialog.getByRole('button', { name: 'Remove the words' }).click();
      await expect(dialog.getByText('Say in a few words why.')).toBeVisible();
      await expect(dialog.getByLabel('Reason')).toBeFocused();
      await inspect(director, 'remove-words', 'dialog');
      await dialog.getByRole('button', { name: 'Keep them' }).click();
      await expect(dialog).toBeHidden();
      await expect(open).toBeFocused();
      await director.reload();
      await expect(director.getByText(spoken).first()).toBeVisible();
    });

    await open.click();
    await dialog.getByLabel('Which words').selectOption({ index: 0 });
    await dialog.getByLabel('Reason').fill('Says who the patient is.');
    await dialog.getByRole('button', { name: 'Remove the words' }).click();
    await expect(director.getByText('The words are removed.')).toBeVisible();
    await expect(director.getByText(/^Reason: removed by the director on /)).toBeVisible();
    await expect(director.getByText(spoken)).toHaveCount(0);
    await expect(open).toHaveCount(0);
    await inspect(director, 'words-removed');

    await page.reload();
    await expect(page.getByText(/^Reason: removed by the director on /)).toBeVisible();
    await expect(page.getByText(spoken)).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Returned' })).toContainText('Something else.');
    expect(complaints).toEqual([]);
  });
}
