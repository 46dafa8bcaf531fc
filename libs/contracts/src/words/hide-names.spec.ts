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

it('says of whom it is where that is told apart, and of a last word that several have, nobody', () => {
  const insteadOf = (name: string) => (name === 'Mo Vance' ? 'the fellow' : 'a supervisor');
  expect(withoutNames('Dr. Mo Vance and Dr. Rao; Vance too.', [...names, 'Mo Vance'], insteadOf)).toBe(
    'the fellow and a supervisor; a supervisor too.',
  );
});
