import type { SignOffEventView } from '../sign-offs/history-views';
import { signOffHistoryLine } from './sign-off-history';

const at = Date.UTC(2026, 10, 23, 18);
const line = (part: Partial<SignOffEventView>) =>
  signOffHistoryLine(
    { ...{ seq: 7, at, action: 'sign-off.signed', changed: [], bare: false }, ...part },
    'America/Chicago',
  );

it('a signature is told with the state before and after it, its meaning and its document', () => {
  const signature = {
    printedName: 'Dr. Osei',
    capacity: 'supervisor',
    documentDigest: 'ab'.repeat(32),
  } as const;
  expect(
    line({
      ...{ by: { id: 'o', name: 'Dr. Osei' }, from: 'asked', to: 'partly-signed' },
      signature: { ...signature, meaning: 'competency-granted-from-record' },
    }),
  ).toMatchObject({
    ...{ seq: 7, title: 'Signed', state: { before: 'asked', after: 'signed in part' }, text: undefined },
    by: expect.stringMatching(/^Dr\. Osei · .*12:00/),
    notes: ['Dr. Osei, supervisor: Competency granted, from the record. Document abababababababab.'],
  });
});

it('what came first had no state, and what happened by itself has no person', () => {
  expect(line({ action: 'sign-off.asked', to: 'asked' }).state).toEqual({
    before: 'not asked for',
    after: 'asked',
  });
  expect(line({}).by).toMatch(/^Countersign itself · /);
  expect(line({}).state).toBeUndefined();
  expect(line({ action: 'sign-off.unheard-of' }).title).toBe('sign-off.unheard-of');
});

it('changed evidence, a reason, words and their removal are said', () => {
  const entryId = '00000000-0000-7000-8000-0000000000e1';
  expect(
    line({
      ...{ action: 'sign-off.flagged', changed: [{ entryId, number: 2, what: 'voided', at }], bare: true },
      ...{ reasonCode: 'one-more-first', text: 'Two more.', textRemovedAt: at },
    }),
  ).toMatchObject({
    title: 'Evidence changed: flagged to the director',
    notes: [
      'One more thing to show first.',
      'An entry that was counted in version 2 was made void.',
      expect.stringMatching(/^Its words were removed /),
      'Recorded before the log held old and new values.',
    ],
    text: 'Two more.',
  });
});
