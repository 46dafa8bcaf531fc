import { withoutNames } from './hide-names';

const names = ['Dr. Sunita Rao', 'Henry Vance', 'Dr. Ann Li'];

it.each([
  ['Dr. Rao and Dr. Sunita Rao agree.', 'a supervisor and a supervisor agree.'],
  ['Ask VANCE, or Henry Vance.', 'Ask a supervisor, or a supervisor.'],
  ['A rational plan; vanced.', 'A rational plan; vanced.'],
  ['Dr. Ann Li said so; Li did.', 'a supervisor said so; Li did.'],
])('%s', (text, hidden) => {
  expect(withoutNames(text, names)).toBe(hidden);
});

it('leaves a text alone where nobody is named', () => {
  expect(withoutNames('All well (so far).', [])).toBe('All well (so far).');
});
