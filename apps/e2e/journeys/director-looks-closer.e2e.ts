import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import { complaintsOf, desktop, elsewhere, signInAs, wide } from './support';

test('A director sees who needs a look, sets one aside with a note, and finds it again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(wide);
  await signInAs(page, /Ruth Castellan/);
  const panel = page.locator('cs-attention-panel');
  await expect(panel.getByText(/^Expected false flags:/)).toBeVisible();
  const aside = panel.getByRole('button', { name: /^Set aside/ });
  await aside.first().click();
  const dialog = page.getByRole('dialog', { name: 'Set this aside?' });
  await dialog.getByRole('button', { name: /^Set it aside/ }).click();
  await expect(dialog.getByText('Say in a sentence why.')).toBeVisible();
  await inspect(page, 'set-aside', 'dialog');
  await dialog.getByRole('textbox').fill('Looked at the cases together; nothing to do.');
  await dialog.getByRole('button', { name: /^Set it aside/ }).click();
  await expect(panel.getByText('1 set aside')).toBeVisible();
  await page.reload();
  await panel.getByText('1 set aside').click();
  await expect(panel.getByText('“Looked at the cases together; nothing to do.”')).toBeVisible();
  await inspect(page, 'program-set-aside');
  expect(complaints).toEqual([]);
});

test('How the map is shown stays in the address, and is the same after going back', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('button', { name: 'As in the requirements' }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL(/order=set/);
  await expect(page).toHaveURL(/show=table/);
  await page.getByRole('region', { name: 'Competencies by fellow' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/competencies\//);
  await page.goBack();
  await expect(page.getByText('Competencies: as in the requirements.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Competencies by fellow' })).toBeVisible();
});

test('Raters are compared without a league, and each supervisor reads the own note alone', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/raters');
  await expect(
    page.getByText(/shared fellows connect everybody|parts that no fellow connects/),
  ).toBeVisible();
  await expect(page.getByText(/^A single rating carries/)).toBeVisible();
  await inspect(page, 'raters');
  const supervisor = await elsewhere(browser, /Sunita Rao/);
  await supervisor.goto('/my-ratings');
  await expect(
    supervisor.getByRole('heading', { level: 2, name: /^You rate|^Too few to say/ }),
  ).toBeVisible();
  await inspect(supervisor, 'my-ratings');
  expect(complaints).toEqual([]);
});

test('The case mix shows what is missing, each row on its own scale', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/case-mix');
  await expect(page.getByRole('region', { name: 'Care without a procedure' })).toContainText('of 20');
  await expect(page.getByText(/^median /).first()).toBeVisible();
  await inspect(page, 'case-mix');
  await page.goto('/behind');
  await expect(page.getByRole('heading', { level: 1, name: 'Who is behind' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Numbers not likely to be reached' })).toContainText(' of ');
  await inspect(page, 'behind');
  expect(complaints).toEqual([]);
});

test('Where cases come from, and where a fellow finds what is lacking, without a league', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/case-mix');
  await page.getByRole('link', { name: 'Where cases come from' }).click();
  await expect(page).toHaveURL(/\/yield$/);
  const sites = page.getByRole('region', { name: 'Sites', exact: true });
  await expect(sites.getByRole('rowheader')).toHaveCount(3);
  const names = await sites.getByRole('rowheader').allInnerTexts();
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')));
  await expect(
    page.getByRole('heading', { name: /planned procedure days through .* have no logged case$/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Procedure days by fellow' }).getByRole('rowheader'),
  ).toHaveCount(6);
  await expect(page.getByText('This is a question, not a finding.')).toBeVisible();
  await inspect(page, 'yield');
  await page.getByLabel('A fellow lacks').selectOption({ label: 'Neuromodulation (SCS, DRG, PNS)' });
  await expect(page).toHaveURL(/group=/);
  await expect(page.getByRole('heading', { name: /^Neuromodulation .*: \d+ entries/ })).toBeVisible();
  await page.getByLabel('Last day').fill('2020-02-01');
  await page.getByLabel('Last day').blur();
  await expect(
    page.getByRole('heading', { name: 'No approved entries in these days' }).first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Last day')).toHaveValue('2020-02-01');
  await page.getByRole('button', { name: 'Back to this year of training' }).click();
  await expect(page).not.toHaveURL(/through=/);
  await inspect(page, 'yield-of-a-group');
  expect(complaints).toEqual([]);
});

test('The map and a fellow are looked at as of a past day, where nothing can be done', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await expect(page.locator('cs-attention-panel')).toBeVisible();
  const day = page.getByLabel('As of');
  const today = await day.inputValue();
  const past =
    `${today.slice(0, 4)}-08-31` < today ? `${today.slice(0, 4)}-08-31` : `${today.slice(0, 4)}-01-15`;
  await day.fill(past);
  await day.blur();
  await expect(page).toHaveURL(new RegExp(`asOf=${past}`));
  await expect(page.getByText('Cases done by then, as they are decided today')).toBeVisible();
  await expect(page.locator('cs-attention-panel')).toHaveCount(0);
  await inspect(page, 'program-as-of');
  const fellow = page.locator('cs-heat-grid a[href*="/fellows/"]').first();
  await page.goto(`${(await fellow.getAttribute('href'))?.split('?')[0]}?asOf=${past}`);
  await expect(page.getByText('Cases done by then, as they are decided today')).toBeVisible();
  await expect(page.getByRole('button', { name: /Ask for/ })).toHaveCount(0);
  await inspect(page, 'progress-as-of');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect(page.getByText('Cases done by then')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('Forecasts are held against what came, as they were kept and asked again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/program');
  await page.getByRole('link', { name: 'How often forecasts were right' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forecasts' })).toBeVisible();
  await expect(page.getByText(/forecasts were kept on \d+ days/)).toBeVisible();
  await expect(page.getByText(/promised 95 %/)).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Probabilities of reaching the number by now' }),
  ).toContainText('80 % to 100 %');
  await inspect(page, 'forecasts');
  expect(complaints).toEqual([]);
});

test('A committee reads one page of a fellow, decides, and the decision stays', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('link', { name: 'Committee, Sasha Marwood' }).click();
  await expect(page).toHaveURL(/\/committee$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Sasha Marwood' })).toBeVisible();
  const form = page.locator('cs-committee-form');
  const record = form.getByRole('button', { name: /milestones to record/ });
  await expect(record).toBeVisible();
  await page.getByRole('button', { name: 'Hide raters’ names' }).click();
  await expect(page).toHaveURL(/names=hidden/);
  await expect(page.locator('blockquote').first()).toContainText('a supervisor');
  await page.locator('cs-committee-curve cs-curve-card').waitFor();
  await inspect(page, 'committee');
  const downloads = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Packet, PDF' }).click();
  expect((await downloads).suggestedFilename()).toMatch(/^committee-\d{4}-\d\d-\d\d\.pdf$/);
  for (const select of await form.getByRole('combobox').all()) await select.selectOption('3');
  for (const why of await form.getByRole('textbox', { name: /differs/ }).all())
    await why.fill('The committee saw it so.');
  await form.getByRole('radio', { name: 'Continue, with a plan' }).check();
  await form.getByLabel('Reason and plan').fill('Two more months of blocks with a supervisor in the room.');
  await form.getByRole('checkbox').first().check();
  const demo = await form.getByText(/^Demo password: /).innerText();
  await form.getByLabel('Your password').fill(demo.replace('Demo password: ', ''));
  await form.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Continue, with a plan' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Two more months of blocks with a supervisor in the room.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.pdf({
    path: `${__dirname}/../../../artifacts/screenshots/committee-print.pdf`,
    preferCSSPageSize: true,
  });
  await page.emulateMedia({ media: 'screen' });
  await inspect(page, 'committee-decided');
  expect(complaints).toEqual([]);
});
