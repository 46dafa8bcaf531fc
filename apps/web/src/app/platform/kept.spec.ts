import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { deviceOf, MemoryStore } from '../testing/memory-store';
import { pageProviders } from '../testing/page';
import { Kept } from './kept';
import { KEEP_AFTER_MS, keepTexts } from './kept-texts';
import { PagePerson } from './page-person';

const DAY_MS = 86_400_000;

let device: MemoryStore;
let kept: Kept;

beforeEach(() => {
  device = new MemoryStore();
  TestBed.configureTestingModule({ providers: [...pageProviders, deviceOf(device)] });
  kept = TestBed.inject(Kept);
  TestBed.inject(PagePerson).id.set('tanaka');
});

it('Nothing typed is lost: a form is kept for its person, who finds it again', async () => {
  expect(await kept.keep('log', 'one', { caseLabel: 'NA-22' })).toBe(true);
  expect(await kept.keep('log', 'two', { caseLabel: 'NA-23' })).toBe(true);
  const found = await kept.find<{ caseLabel: string }>('log');
  expect(found.map(({ value }) => value.caseLabel).sort()).toEqual(['NA-22', 'NA-23']);
  expect(await kept.find('edit:e1')).toEqual([]);
});

it('Nothing typed is lost: nobody else finds it on the same device', async () => {
  await kept.keep('log', 'one', { caseLabel: 'NA-22' });
  TestBed.inject(PagePerson).id.set('okafor');
  expect([await kept.find('log'), await kept.count()]).toEqual([[], 0]);
  TestBed.inject(PagePerson).id.set('tanaka');
  expect(await kept.count()).toBe(1);
});

it('Nothing typed is lost: it is gone after seven days, and when its person signs out', async () => {
  await kept.keep('log', 'old', {});
  await kept.keep('log', 'new', {});
  device.forms = device.forms.map((one) =>
    one.id === 'old' ? { ...one, keptAt: Date.now() - 7 * DAY_MS - 1 } : one,
  );
  expect((await kept.find('log')).map(({ id }) => id)).toEqual(['new']);
  expect(device.forms.map(({ id }) => id)).toEqual(['new']);
  await kept.clear('tanaka');
  expect(device.forms).toEqual([]);
});

it('Nothing typed is lost: words that the guard stops never lie on the device', async () => {
  const content = {
    caseLabel: 'NA-22',
    reflection: 'Mr. John Smith, MRN 00482913, born 03/14/1951',
    procedures: [{ abortedReason: 'pain' }],
  };
  expect(await kept.keep('log', 'one', { content })).toBe(false);
  const [found] = await kept.find('log');
  expect(found).toMatchObject({
    isPart: true,
    value: { content: { caseLabel: 'NA-22', procedures: [{ abortedReason: 'pain' }] } },
  });
  expect(JSON.stringify(device.forms)).not.toMatch(/Smith|00482913|1951/);
});

it('Nothing typed is lost: what was sent is not kept again by a step that was begun before', async () => {
  void kept.keep('log', 'one', {});
  await kept.drop('log', 'one');
  expect(await kept.find('log')).toEqual([]);
});

it('Nothing typed is lost: a message comes back into its field and goes when it is sent', async () => {
  const text = signal('');
  const messages = TestBed.runInInjectionContext(() => keepTexts(() => 'review:e1', { reasonText: text }));
  await settle();
  text.set('Add the levels.');
  await settle();
  expect(device.forms.map(({ form, value }) => [form, value])).toEqual([
    ['review:e1', { reasonText: 'Add the levels.' }],
  ]);
  const again = signal('');
  TestBed.runInInjectionContext(() => keepTexts(() => 'review:e1', { reasonText: again }));
  await settle();
  expect(again()).toBe('Add the levels.');
  await messages.done();
  expect(device.forms).toEqual([]);
});

/** Waits as long as it takes until what was typed is kept. */
async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve, KEEP_AFTER_MS + 100));
  TestBed.tick();
}
