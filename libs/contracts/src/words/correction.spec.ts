import type { DecisionView, EntryView } from '../entries/views';
import { correctionOf, daysLeftText, settledInWords, standingInWords } from './correction';

const DAY_MS = 86_400_000;
const at = 1_000 * DAY_MS;
const dayOf = (instant: number) => `day ${instant / DAY_MS}`;
const said = (kind: DecisionView['kind'], by: string, days: number, more: Partial<DecisionView> = {}) => ({
  ...{ kind, by: { id: by, name: by }, at: at + days * DAY_MS, undone: false },
  ...more,
});
const corrections = [{ position: 0, role: { recorded: 'performed', corrected: 'assisted' } }] as const;
const corrected = said('approved', 'Rao', 0, {
  corrections: corrections.map((one) => ({ ...one })),
  ratings: [{ position: 0, help: 3, scope: 'all' }],
  reasonText: 'I held the needle',
});
const entry = (...decisions: DecisionView[]) =>
  ({ versions: [{ number: 1, itemNames: ['TFESI'], decisions }] }) as unknown as EntryView;
const settled = (days: number, ...decisions: DecisionView[]) => {
  const correction = correctionOf(entry(...decisions));
  return correction && settledInWords(correction, at + days * DAY_MS, dayOf);
};

it('is told with both values and why, without the rating that came with it', () => {
  expect(correctionOf(entry(corrected))).toMatchObject({
    by: 'Rao',
    state: 'open',
    lines: [
      { label: 'Role corrected', text: 'Performed → Assisted' },
      { label: 'Why', text: 'I held the needle' },
    ],
  });
  expect(correctionOf(entry(said('approved', 'Rao', 0)))).toBeUndefined();
  expect(correctionOf(entry({ ...corrected, undone: true }))).toBeUndefined();
});

it('is settled by an answer, by the director, or by the days', () => {
  const contested = said('contested', 'Tanaka', 2, { reasonText: 'I placed both' });
  expect(settled(14, corrected)).toBeUndefined();
  expect(settled(15, corrected)).toBe('Nobody answered it within 14 days: it stands since day 1014.');
  expect(settled(3, corrected, said('accepted', 'Tanaka', 2))).toBe('Tanaka accepted it on day 1002.');
  expect(settled(30, corrected, contested)).toBeUndefined();
  expect(settled(30, corrected, contested, said('reversed', 'Castellan', 9))).toBe(
    'Castellan reversed it on day 1009.',
  );
  expect(settled(30, corrected, contested, said('upheld', 'Castellan', 9))).toMatch(/^Castellan upheld it/);
});

it('is told to the supervisor who made it, whatever stage it is at', () => {
  const told = (days: number, ...decisions: DecisionView[]) => {
    const correction = correctionOf(entry(...decisions));
    return correction && standingInWords(correction, at + days * DAY_MS, dayOf);
  };
  const contested = said('contested', 'Tanaka', 2, { reasonText: 'I placed both' });
  expect(told(1, corrected)).toBe('Not answered yet; the fellow may until day 1014.');
  expect(told(3, corrected, contested)).toBe('Tanaka contests it, the director decides: I placed both');
  expect(told(20, corrected)).toMatch(/it stands since day 1014\.$/);
});

it('counts the days that are left, the last one as less than a day', () => {
  expect(daysLeftText(at + 12.5 * DAY_MS, at)).toBe('12 days left');
  expect(daysLeftText(at + DAY_MS, at)).toBe('1 day left');
  expect(daysLeftText(at + 1, at)).toBe('less than a day left');
});
