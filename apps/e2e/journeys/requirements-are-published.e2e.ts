import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, signInAs } from './support';

test('A director takes the requirements out as a file, brings them back for the next cohort, sees what changes and publishes them', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('link', { name: 'Requirements', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Requirements', exact: true })).toBeVisible();
  const shipped = page.getByRole('link', { name: /^Pain medicine, demonstration requirements, version 1$/ });
  await expect(shipped).toBeVisible();
  await inspect(page, 'requirements');

  await shipped.click();
  await expect(page.getByText(/^At least 20 sessions \(performed\)/).first()).toBeVisible();
  await inspect(page, 'requirement-set');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as JSON' }).click();
  const text = await readFile(await (await download).path(), 'utf8');

  const file = JSON.parse(text) as { competencies: { rules: { need?: number }[] }[] };
  const [first, ...others] = file.competencies;
  const { demonstration: _demo, ...rest } = file as Record<string, unknown>;
  const next = {
    ...rest,
    ...{ id: 'next-cohort', title: 'Requirements of the next cohort', cohort: 'Next cohort' },
    competencies: [
      { ...first, rules: first?.rules.map((rule) => (rule.need === 4 ? { ...rule, need: 6 } : rule)) },
      ...others,
    ],
  };
  await page.getByRole('link', { name: 'Back to the requirements' }).click();
  await page.getByRole('link', { name: 'Import a set' }).click();
  await page.getByLabel('Or paste its text').fill('{ "id": NaN }');
  await page.getByRole('button', { name: 'Show what it changes' }).click();
  await expect(page.getByText(/^This is not JSON/)).toBeVisible();
  await page.getByLabel('Or paste its text').fill(JSON.stringify({ ...next, extra: 1 }));
  await page.getByRole('button', { name: 'Show what it changes' }).click();
  await expect(page.getByRole('heading', { name: '1 place to set right' })).toBeVisible();
  await expect(page.getByText('/extra')).toBeVisible();
  await page.getByLabel('Or paste its text').fill(JSON.stringify(next));
  await page.getByRole('button', { name: 'Show what it changes' }).click();
  await expect(
    page.getByRole('heading', { name: /^1 difference to .* demonstration requirements/ }),
  ).toBeVisible();
  await expect(page.getByText(/^At least 6 sessions/)).toBeVisible();
  await inspect(page, 'requirements-import');
  await page.getByRole('button', { name: 'Keep as a draft' }).click();

  await page.getByRole('button', { name: 'Publish Requirements of the next cohort' }).click();
  await page.getByLabel('Document and edition').fill('Program requirements, edition of the next cohort');
  await keepPicture(page, 'requirements-publish');
  await page.getByRole('button', { name: 'Publish as verified' }).click();
  await expect(
    page.getByRole('link', { name: 'Requirements of the next cohort, version 1', exact: true }),
  ).toBeVisible();
  await expect(page.getByText(/by .*Castellan on/)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await keepPicture(page, 'requirements-390');
  expect(complaints).toEqual([]);
});
