import type { EntryView } from '../entries/views';
import { removedTexts, standingTexts } from './text';

const by = { id: 's', name: 'Dr. Osei' };
const decision = { kind: 'returned', by, at: 1, undone: false, reasonText: 'You assisted.' } as const;
const entry = {
  number: 2,
  approvedNumber: 1,
  voidReason: 'Twice',
  removed: [],
  content: {
    caseLabel: 'Room 3',
    procedures: [{ abortedReason: undefined }, { abortedReason: 'No access' }],
    removed: [{ pointer: '/reflection', at: Date.UTC(2026, 10, 23, 18) }],
  },
  versions: [
    { number: 1, decisions: [] },
    {
      number: 2,
      decisions: [
        decision,
        { ...decision, reasonText: undefined, removed: [{ pointer: '/keepDoing', at: 1 }] },
      ],
    },
  ],
} as unknown as EntryView;

it('The texts of an entry have names and places, those of the content in the version that is shown', () => {
  expect(standingTexts(entry)).toEqual([
    { label: 'Why it is void', words: 'Twice', place: { pointer: '/voidReason' } },
    { label: 'Case label', words: 'Room 3', place: { pointer: '/content/caseLabel', number: 1 } },
    {
      label: 'Why it was aborted',
      words: 'No access',
      place: { pointer: '/content/procedures/1/abortedReason', number: 1 },
    },
    { label: 'Reason', words: 'You assisted.', place: { pointer: '/decisions/0/reasonText', number: 2 } },
  ]);
});

it('What was removed is said with who removed it and when', () => {
  expect(removedTexts(entry, 'UTC')).toEqual([
    expect.stringMatching(/^Reflection: removed by the director on .*Nov 23/),
    expect.stringMatching(/^Keep doing: removed by the director on /),
  ]);
});
