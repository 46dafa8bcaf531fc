import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import {
  answerOrdinary,
  cardOf,
  complaintsOf,
  desktop,
  phone,
  pickProcedure,
  procedure,
  signInAs,
  supervisorAsked,
  type Viewport,
} from './support';

const identifying = 'Mrs Ramirez, MRN 4829133, was afraid';
const doubtful = 'Kowalski showed me the lateral view';

for (const [device, viewport] of Object.entries<Viewport>({ phone, desktop })) {
  test(`On a ${device}, words about a patient do not leave the page, and others once their writer says so`, async ({
    page,
    browser,
  }) => {
    const complaints = complaintsOf(page);
    await page.setViewportSize(viewport);
    await signInAs(page, /Ama Okafor/);
    const loaded: string[] = [];
    page.on('response', (response) => {
      if (/\.js$/.test(response.url())) loaded.push(response.url());
    });
    await page.goto('/log');
    await pickProcedure(page, 'tfesi l4 left');
    await answerOrdinary(procedure(page));
    await page.locator('summary', { hasText: 'private reflection' }).click();
    const reflection = page.getByLabel('Reflection');
    const submit = page.getByRole('button', { name: 'Submit', exact: true });
    const before = loaded.length;

    await test.step('the guard comes with the first text, not with the page', async () => {
      await reflection.fill(identifying);
      await expect.poll(() => loaded.length).toBeGreaterThan(before);
    });

    await test.step('a name and a record number are refused at the field, and the text stays', async () => {
      const note = 'Take out “Mrs Ramirez”, “MRN 4829133”. Nothing here may tell who a patient is.';
      await expect(page.getByText(note)).toBeVisible();
      await expect(reflection).toHaveAttribute('aria-invalid', 'true');
      await expect(reflection).toHaveAccessibleDescription(new RegExp('Take out “Mrs Ramirez”'));
      await submit.click();
      await expect(reflection).toBeFocused();
      await expect(page).toHaveURL(/\/log$/);
      await expect(reflection).toHaveValue(identifying);
      await inspect(page, 'words-refused');
    });

    await test.step('a surname is sent once its writer says that it is no patient', async () => {
      await reflection.fill(doubtful);
      const say = page.getByRole('button', { name: 'This is no patient' });
      await expect(say).toBeVisible();
      await submit.click();
      await expect(page).toHaveURL(/\/log$/);
      await inspect(page, 'words-in-doubt');
      await say.click();
      await expect(reflection).toBeFocused();
      await expect(page.getByText('You said that this is no patient: “Kowalski”')).toBeVisible();
      await submit.click();
      await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
      await expect(page.getByText(doubtful).first()).toBeVisible();
    });

    const supervisor = await supervisorAsked(page);
    const { queue: theirs, card } = await cardOf(browser, { supervisor, address: page.url() }, viewport);
    const theirComplaints = complaintsOf(theirs);

    await test.step('a supervisor’s message likewise', async () => {
      await card.getByRole('button', { name: /^Return/ }).click();
      await card.getByLabel('Something else').check();
      const message = card.getByRole('textbox');
      const back = card.getByRole('button', { name: /^Return to/ });
      await message.fill('Mr Kowalski had it on the right');
      await back.click();
      // At the field, and in the server's words where the guard was not there yet.
      await expect(card.getByText('Take out “Mr Kowalski”.').first()).toBeVisible();
      await expect(message).toHaveValue('Mr Kowalski had it on the right');
      await message.fill('Kowalski says it was the right side');
      await back.click();
      await card.getByRole('button', { name: 'This is no patient' }).click();
      await inspect(theirs, 'words-of-a-supervisor', 'cs-review-card');
      await back.click();
      await expect(theirs.getByText(/^Returned: /)).toBeVisible();
    });

    await page.reload();
    await expect(page.getByText('Kowalski says it was the right side').first()).toBeVisible();
    expect([...complaints, ...theirComplaints]).toEqual([]);
  });
}
