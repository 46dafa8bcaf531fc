import { heldRole, roleEnded } from './person';

const held = { programId: 'p', programName: 'Northgate', timeZone: 'UTC', role: 'fellow' as const };

it('Identity (b): a role that has ended says until when it was held, and what is left of it', () => {
  expect([heldRole(held), roleEnded(held)]).toEqual(['Fellow', null]);
  const over = { ...held, ended: 'over' as const, lastOn: '2026-06-30' };
  expect(heldRole(over)).toBe('Fellow (until Jun 30, 2026)');
  expect(roleEnded(over)).toBe(
    'Your training in Northgate ended on Jun 30, 2026. Your log stays yours to read.',
  );
  expect(roleEnded({ ...over, ended: 'closing', closesOn: '2026-07-14' })).toBe(
    'Your training in Northgate ended on Jun 30, 2026. Until Jul 14, 2026 you can still log days of your training and send drafts; your log stays yours to read.',
  );
});
