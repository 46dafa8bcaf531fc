import { expect, test, type Locator, type Page } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { fates, FellowAtWork, labelOf, type Sent } from './queue-of-seventeen';
import { complaintsOf, desktop, elsewhere, phone, signInAs, type Viewport } from './support';

/* Ninety seconds between two patients: seventeen entries are cleared, by keys alone and by taps alone. */

const SEVENTEEN = 17;

/** How somebody works through the queue. */
interface Hands {
  readonly rateAndApprove: (card: Locator, help: number) => Promise<void>;
  readonly approveBatch: (card: Locator, help: number, password: string) => Promise<void>;
  readonly correct: (card: Locator, why: string) => Promise<void>;
  readonly undoNewest: () => Promise<void>;
}

function keysOf(page: Page): Hands {
  const { keyboard } = page;
  const tabTo = async (selector: string): Promise<void> => {
    const isThere = () =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    for (let presses = 0; presses < 60 && !(await isThere()); presses += 1) await keyboard.press('Tab');
    expect(await isThere(), selector).toBe(true);
  };
  return {
    rateAndApprove: async (_card, help) => {
      await keyboard.press(String(help));
      await keyboard.press('a');
    },
    approveBatch: async (card, help, password) => {
      await keyboard.press(String(help));
      await expect(card.locator('input[type=password]')).toBeFocused();
      await keyboard.type(password);
      await keyboard.press('Enter');
    },
    correct: async (card, why) => {
      await keyboard.press('c');
      await expect(card.locator('cs-line-corrections select').first()).toBeFocused();
      await keyboard.type('Assisted');
      await tabTo('article.current cs-line-corrections textarea');
      await keyboard.type(why);
      await keyboard.press('Escape');
      await expect(card).toBeFocused();
    },
    undoNewest: () => keyboard.press('u'),
  };
}

function tapsOf(page: Page): Hands {
  const rate = (card: Locator, help: number) =>
    card.locator(`cs-help-scale`).first().locator(`input[value="${help}"]`).check();
  return {
    rateAndApprove: async (card, help) => {
      await rate(card, help);
      await card.getByRole('button', { name: /^Approve with/ }).click();
    },
    approveBatch: async (card, help, password) => {
      await rate(card, help);
      await card.locator('input[type=password]').fill(password);
      await card.getByRole('button', { name: /^Approve these/ }).click();
    },
    correct: async (card, why) => {
      await card.getByRole('button', { name: /^Correct the role/ }).click();
      await card
        .getByLabel(/^Role in /)
        .first()
        .selectOption({ label: 'Assisted' });
      await card.getByRole('textbox', { name: 'Why do you correct it?' }).fill(why);
    },
    undoNewest: () => page.getByRole('button', { name: /^Undo/ }).first().click(),
  };
}

/** How many entries wait, as the page says. */
async function left(page: Page): Promise<number> {
  // Read at once: it may be gone a moment later.
  const [said = ''] = await page.getByText(/\d+ entr(y waits|ies wait) for you/).allTextContents();
  return Number(/\d+/.exec(said)?.[0] ?? 0);
}

interface Visit {
  readonly page: Page;
  readonly hands: Hands;
  readonly fellow: FellowAtWork;
  readonly sent: readonly Sent[];
  readonly supervisor: string;
  readonly size: string;
}

/** Decides on what is current until nothing waits; every entry is met as it is, and some differ meanwhile. */
async function clear({ page, hands, fellow, sent, supervisor, size }: Visit): Promise<void> {
  const card = page.locator('article.current');
  const named = (nth: number) => sent.find(({ label }) => label === labelOf(nth));
  const met = new Set<string>();
  let batches = 0;
  let undone = false;
  for (let acts = 0; acts < 40; acts += 1) {
    const before = await left(page);
    if (before === 0) break;
    const label = (await card.getAttribute('aria-label')) ?? '';
    const nth = Number(/Q-(\d\d)/.exec(label)?.[1] ?? 0);
    if ((await card.locator('input[type=password]').count()) > 0) {
      const password = /Demo password: (\S+)/.exec(await card.innerText())?.[1] ?? '';
      await keepPicture(page, `hurry-batch-${size}`);
      await hands.approveBatch(card, 4, password);
      batches += 1;
      await expect.poll(() => left(page)).toBeLessThan(before - 1);
      continue;
    }
    const isFirst = !met.has(label);
    met.add(label);
    if (nth === fates.withdrawn && isFirst) {
      await fellow.withdraw(named(nth) as Sent);
      await hands.rateAndApprove(card, 4);
      await expect.poll(() => left(page)).toBe(before - 1);
      await expect(page.getByText(/^Withdrawn meanwhile, nothing is left to decide/)).toBeVisible();
      await keepPicture(page, `hurry-withdrawn-${size}`);
      continue;
    }
    if (nth === fates.changed && isFirst) {
      await fellow.change(named(nth) as Sent, supervisor);
      await hands.rateAndApprove(card, 4);
      await expect(card.getByText(/^Changed while you had it open/)).toBeVisible();
      await expect(card.locator('input:checked')).toHaveCount(0);
      await expect(card.locator('.changes')).toContainText('Levels: L4 left → L5 left');
      await keepPicture(page, `hurry-changed-${size}`);
      continue;
    }
    if (nth === fates.corrected && isFirst) {
      await hands.correct(card, 'I held the needle.');
      await keepPicture(page, `hurry-correcting-${size}`);
      await hands.rateAndApprove(card, 3);
      await expect.poll(() => left(page)).toBe(before - 1);
      await keepPicture(page, `hurry-undos-${size}`);
      continue;
    }
    await hands.rateAndApprove(card, 5);
    await expect.poll(() => left(page)).toBe(before - 1);
    if (nth === fates.undone && !undone) {
      // Several decisions are taken back within their ten seconds, the newest first.
      await hands.undoNewest();
      await expect.poll(() => left(page)).toBe(before);
      await hands.undoNewest();
      await expect.poll(() => left(page)).toBe(before + 1);
      undone = true;
    }
  }
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
  expect([batches > 0, undone]).toEqual([true, true]);
}

async function hurry(
  page: Page,
  who: { fellow: RegExp; supervisor: string },
  viewport: Viewport,
  hands: (page: Page) => Hands,
): Promise<void> {
  const size = viewport === phone ? 'phone' : 'desktop';
  const complaints = complaintsOf(page);
  await page.setViewportSize(viewport);
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const theirs = await elsewhere(browser, who.fellow, viewport);
  const fellow = await FellowAtWork.at(theirs);
  await signInAs(page, new RegExp(who.supervisor));
  await page.waitForLoadState('networkidle');
  const sent = await fellow.send(who.supervisor, SEVENTEEN - (await left(page)));
  await page.reload();
  await expect.poll(() => left(page)).toBe(SEVENTEEN);
  await keepPicture(page, `hurry-start-${size}`);
  await inspect(page, `hurry-${size}`);
  await clear({ page, hands: hands(page), fellow, sent, supervisor: who.supervisor, size });

  await theirs.goto('/corrections');
  const mine = theirs.locator('cs-corrected-entry').filter({ hasText: 'I held the needle.' }).first();
  await mine.getByRole('button', { name: 'Contest' }).click();
  await mine.getByRole('textbox', { name: 'Why do you contest it?' }).fill(`I did, on the ${size}.`);
  await mine.getByRole('button', { name: 'Contest' }).click();
  await expect(theirs.getByText(/^You contested the correction/)).toBeVisible();
  const director = await elsewhere(browser, /Ruth Castellan/, viewport);
  await director.goto('/contested');
  const contested = director.locator('cs-corrected-entry').filter({ hasText: `I did, on the ${size}.` });
  await contested.getByRole('textbox', { name: 'Why do you decide so?' }).fill('Seen on the images.');
  await contested.getByRole('button', { name: 'Uphold the correction' }).click();
  await expect(director.getByText(/^The correction is upheld: /)).toBeVisible();

  await page.goto('/decided');
  await expect(page.getByText(/newest first$/)).toBeVisible();
  await keepPicture(page, `hurry-decided-${size}`);
  expect(complaints).toEqual([]);
}

test('Seventeen entries are cleared with keys alone', async ({ page }) => {
  await hurry(page, { fellow: /Miko Tanaka/, supervisor: 'Dr. Aisha Karim' }, desktop, keysOf);
});

test('Seventeen entries are cleared on a phone by taps', async ({ page }) => {
  await hurry(page, { fellow: /Ama Okafor/, supervisor: 'Dr. Jonas Weller' }, phone, tapsOf);
});
