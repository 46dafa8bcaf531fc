import { expect, test, type Page } from '@playwright/test';
import { answerOrdinary, complaintsOf, phone, pickProcedure, procedure, signInAs } from './support';

/** What a browser that translates does: it puts every text into an element of its own, save where it is told not to. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const { parentElement } = text;
      if (!parentElement || text.data.trim() === '') continue;
      if (parentElement.closest('[translate=no], script, style')) continue;
      const font = document.createElement('font');
      font.textContent = 'Otra lengua';
      text.replaceWith(font);
    }
  });
}

test('A browser that translates the page leaves values alone: what is shown is what is sent', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Remy Delacroix/);
  await page.goto('/log');
  await pickProcedure(page, 'tpi');
  await answerOrdinary(procedure(page));
  await translate(page);
  await page.getByRole('radio', { name: 'Left', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Trapezius' }).click();
  await translate(page);
  const chosen = await page
    .locator('cs-choice-chips label:has(input:checked), cs-toggle-chips label:has(input:checked)')
    .allInnerTexts();
  // The theme is another choice of the page, and the account’s.
  expect(chosen.map((text) => text.trim())).toEqual(expect.arrayContaining(['Left', 'Trapezius']));
  const shown = await page.locator('main label.cs-chip:has(input:checked) > span').allInnerTexts();
  expect(shown.join(' ')).not.toContain('Otra lengua');
  await page.locator('.buttons button').nth(1).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  const facts = page.locator('.procedure');
  await expect(facts).toContainText('Trapezius');
  await expect(facts).toContainText('Performed');
  await translate(page);
  await expect(facts).toContainText('Trapezius');
  expect(complaints).toEqual([]);
});

/** One name without a blank, as long as names get. */
const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft';

/** Gives everybody and every site that name, in whatever is read, and has two digits of notices wait. */
async function enlargeAll(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch({ maxRetries: 2 });
    const body = (await response.text())
      .replace(/"(name|siteName)":"[^"]*"/g, `"$1":"${LONG}"`)
      .replace(/"unread":\d+/, '"unread":28');
    return route.fulfill({ response, body });
  });
}

for (const { who, paths } of [
  { who: /Sasha Marwood/, paths: ['/home', '/log', '/entries', '/progress'] },
  { who: /Henry Vance/, paths: ['/queue', '/entries'] },
  { who: /Ruth Castellan/, paths: ['/program', '/entries'] },
])
  test(`Text at 200 % and a long name stay on the phone’s screen, ${who.source}`, async ({ page }, info) => {
    await page.setViewportSize(phone);
    await signInAs(page, who);
    await enlargeAll(page);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      if (path !== '/log') await expect(page.locator('nav').getByText('28', { exact: true })).toBeVisible();
      const beyond = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const scrolls = (element: Element | null): boolean =>
          element !== null &&
          (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
        return [...document.querySelectorAll('main *, nav *')]
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 1 && box.right > width + 1 && !scrolls(element.parentElement);
          })
          .map(
            (element) =>
              `${element.tagName} ${element.className.toString()}: ${element.textContent?.trim().slice(0, 40)}`,
          );
      });
      await info.attach(`${path} at 200 %`, { body: await page.screenshot(), contentType: 'image/png' });
      expect(beyond, path).toEqual([]);
    }
  });
