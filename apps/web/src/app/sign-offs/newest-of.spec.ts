import { newestOf } from './newest-of';
import { signOff } from './testing';

const signed = signOff({ id: 'old', state: 'signed' });
const held = (part: Partial<typeof signed>) => {
  const { turn: _turn, ...rest } = { ...signed, ...part };
  return rest;
};

it('what is held is found under the competencies of today for which it stands, what is pending under its own', () => {
  const carried = held({
    standsAs: ['a', 'b'].map((competencyId) => ({ competencyId, title: competencyId })),
  });
  const find = newestOf([carried, signOff({ id: 'new', state: 'partly-signed' })]);
  expect([find('tanaka', 'a').held?.id, find('tanaka', 'b').held?.id]).toEqual(['old', 'old']);
  expect(find('tanaka', 'tfesi')).toMatchObject({ pending: { id: 'new' } });
  expect(find('tanaka', 'tfesi').held).toBeUndefined();
  expect(find('other', 'a')).toEqual({});
});

it('what nothing of today continues, and what ended, is held for nothing', () => {
  const find = newestOf([held({ standsAs: [] }), held({ state: 'revoked' })]);
  expect(find('tanaka', 'tfesi')).toEqual({});
});
