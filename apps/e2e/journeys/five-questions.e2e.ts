import { expect, test, type Locator, type Page } from '@playwright/test';
import { complaintsOf, phone, signInAs, wide, type Viewport } from './support';

/*
 * The five questions of a program, each answered in at most three clicks from where its reader begins:
 * who has done what, and why is this not counted; who is competent, and how sure is that; when is a number reached;
 * whose ratings run high or low; who needs attention now.
 */

const MOST = 3;

/** Somebody who begins at home and counts clicks. */
class Reader {
  #clicks = 0;

  constructor(readonly page: Page) {}

  static async begins(page: Page, name: RegExp, viewport: Viewport): Promise<Reader> {
    await page.setViewportSize(viewport);
    await signInAs(page, name);
    return new Reader(page);
  }

  /** Back to where the next question begins. */
  async asks(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page).not.toHaveURL(/\/$/);
    this.#clicks = 0;
  }

  async clicks(target: Locator): Promise<void> {
    await target.click();
    this.#clicks += 1;
    expect(this.#clicks, 'clicks from home').toBeLessThanOrEqual(MOST);
  }

  /** A destination, which a phone may hide behind "More". */
  async goes(name: string): Promise<void> {
    const link = this.page.getByRole('link', { name, exact: true }).filter({ visible: true });
    const more = this.page.getByRole('button', { name: 'More', exact: true });
    await expect(link.or(more).filter({ visible: true }).first()).toBeVisible();
    if (!(await link.first().isVisible())) await this.clicks(more);
    await this.clicks(link.first());
  }
}

for (const [device, viewport] of Object.entries({ phone, desktop: wide }))
  test(`A director on a ${device} has five answers, each within three clicks`, async ({ page }) => {
    const complaints = complaintsOf(page);
    const director = await Reader.begins(page, /Ruth Castellan/, viewport);
    const ofSasha = async () => {
      await director.asks();
      if (device === 'phone') {
        await director.clicks(page.locator('cs-fellow-cards summary', { hasText: 'Sasha Marwood' }));
        await director.clicks(
          page
            .locator('cs-fellow-cards')
            .getByRole('link', { name: /Lumbar transforaminal/ })
            .filter({ visible: true })
            .first(),
        );
      } else
        await director.clicks(
          page.getByRole('grid').getByRole('link', { name: /Sasha Marwood, Lumbar transforaminal/ }),
        );
    };

    await ofSasha();
    await expect(page.getByRole('heading', { name: /^Why \d+ of \d+$/ })).toBeVisible();
    await expect(page.locator('cs-rules-evidence')).toContainText(/does not count|do not count|not counted/i);

    await ofSasha();
    await expect(page.getByRole('region', { name: 'Competence', exact: true })).toContainText(
      /\d+ (of|cases)/,
    );
    await expect(page.locator('cs-curve-card')).toContainText(/%.*interval|too few to say/);

    await ofSasha();
    await expect(page.locator('#cs-forecast')).toContainText(/case: |reached|not likely/);

    await director.asks();
    await director.goes('Raters');
    await expect(page.getByText(/^A single rating carries/)).toBeVisible();

    await director.asks();
    await expect(page.locator('cs-attention-panel').getByText(/^Expected false flags:/)).toBeVisible();
    await expect(page.locator('cs-attention-panel li').first()).toBeVisible();
    expect(complaints).toEqual([]);
  });

test('A fellow on a phone has the own answers, each within three clicks', async ({ page }) => {
  const complaints = complaintsOf(page);
  const fellow = await Reader.begins(page, /Joana Ferreira/, phone);
  await expect(page.getByRole('link', { name: 'Log', exact: true }).first()).toBeVisible();
  await fellow.goes('Progress');
  await fellow.clicks(page.locator('.competencies h3 a', { hasText: 'Lumbar transforaminal epidural' }));
  await expect(page.getByRole('heading', { name: /^Why \d+ of \d+$/ })).toBeVisible();
  await expect(page.locator('cs-curve-card')).toContainText(/%.*interval|too few to say/);
  await expect(page.locator('#cs-forecast')).toContainText(/case: |reached|not likely/);
  expect(complaints).toEqual([]);
});

test('A supervisor in a hurry sees at once who waits, and what the own ratings are like within three clicks', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const supervisor = await Reader.begins(page, /Sunita Rao/, phone);
  await expect(page.getByText(/\d+ entr(y waits|ies wait) for you|Nothing waits for you/)).toBeVisible();
  await supervisor.goes('My ratings');
  await expect(page.getByRole('heading', { level: 2, name: /^You rate|^Too few to say/ })).toBeVisible();
  expect(complaints).toEqual([]);
});
