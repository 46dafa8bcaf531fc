import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { firstTime } from './inspected';
import { desktop, phone } from './support';

/** Where screenshots are kept as artifacts of a run. */
const SHOTS = `${__dirname}/../../../artifacts/screenshots`;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The narrowest phone; 400 % zoom of a desktop is the same. */
const narrow = { width: 320, height: 640 } as const;

/**
 * Looks at what is on the page now, on a phone and on a desktop, in both themes: no violation of WCAG 2.2 AA, nothing
 * scrolls sideways down to 320 px. Keeps a screenshot of both sizes. `part` is what is new on a page that was looked at
 * before, such as a dialog. A name is looked at once in a run: what looks otherwise has another name.
 */
export async function inspect(page: Page, name: string, part?: string): Promise<void> {
  if (!firstTime(name, { url: page.url(), part })) return;
  const before = page.viewportSize() ?? desktop;
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page, name);
  for (const [size, viewport] of Object.entries({ phone, desktop })) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page, name);
    // Where the page happens to be scrolled to, what sticks to the bottom covers half of some target.
    await wholePage(page, () => expectAccessible(page, `${name} on a ${size}`, part));
    await keepPicture(page, `${name}-${size}`);
  }
  await page.setViewportSize(before);
}

/**
 * Keeps a picture of the whole page; what sticks to its top or bottom is where a person sees it. On a machine that is
 * starved a browser may draw nothing for as long as it is asked to, and draws at once when it is asked again.
 */
export async function keepPicture(page: Page, name: string, folder: string = SHOTS): Promise<void> {
  const take = (timeout: number) => page.screenshot({ path: `${folder}/${name}.png`, timeout });
  await wholePage(page, () => take(20_000).catch(() => take(60_000)));
}

/** Does something while the window is as high as the page. */
async function wholePage(page: Page, work: () => Promise<unknown>): Promise<void> {
  const size = page.viewportSize() ?? desktop;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await work();
  await page.setViewportSize(size);
}

/** All rules in the light theme; in the dark one those that a color can break. */
async function expectAccessible(page: Page, where: string, part?: string): Promise<void> {
  const found: string[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const axe = await axeOn(page, theme, part);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      found.push(`${theme}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }
  }
  expect(found, where).toEqual([]);
}

/**
 * Most of axe's time went into what nobody reads, into the second page that it opens to put the findings of frames
 * together, and into reading its own half megabyte each time: only violations are described, a page of this app has no
 * frame of a foreign origin, and a document that has axe is not given it again.
 */
async function axeOn(page: Page, theme: 'dark' | 'light', part: string | undefined): Promise<AxeBuilder> {
  const there = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder({ page, ...(there ? { axeSource: 'undefined' } : {}) });
  axe.options({ resultTypes: ['violations'] }).setLegacyMode(true);
  if (part !== undefined) axe.include(part);
  return theme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'link-in-text-block']);
}

async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, `${name} scrolls sideways at ${client} px`).toBeLessThanOrEqual(client);
}
