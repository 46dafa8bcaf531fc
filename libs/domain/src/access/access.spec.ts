import {
  actions,
  audienceOf,
  can,
  entriesToRead,
  inScope,
  mayAttempt,
  roles,
  CLOSING_DAYS,
  hasLeft,
  tenureOf,
} from './index';
import { reachOf } from './actions';
import { holds } from './roles';
import { as, both, entry, fay, P, Q, sam } from './testdata/actors';
import type { Action, Actor, Ended, Row, Role } from './index';

describe('A role is held in a program', () => {
  it('and counts there only', () => {
    expect(holds(fay, P, ['fellow'])).toBe(true);
    expect(holds(fay, Q, ['fellow'])).toBe(false);
    expect(holds(fay, P, ['director', 'coordinator'])).toBe(false);
    expect(holds(both, P, ['fellow'])).toBe(true);
    expect(holds(as('x'), P, roles)).toBe(false);
  });
});

describe('Identity (b): a role that has ended', () => {
  const was = (role: Role, ended: Ended): Actor => ({
    personId: 'fay',
    roles: [{ programId: P, role, ended }],
  });
  const allowedTo = (actor: Actor): string[] =>
    (Object.keys(actions) as Action[]).filter(
      (action) =>
        !['anyone', 'signed-in'].includes(String(audienceOf(action))) && mayAttempt(action, actor, P),
    );
  /** Typed by hand from docs/domain.md §2. */
  const reading = [
    ...['entry.read', 'correction.read', 'rating.read', 'narrative.read'],
    ...['requirements.read', 'catalogue.read', 'progress.read', 'letter.read', 'notice.read'],
    'qualification.read',
    'competency.read',
    ...['sign-off.read', 'sign-off.read-evidence'],
  ];

  it('leaves a fellow the own log for good, and the closing days to finish it', () => {
    expect(allowedTo(was('fellow', 'over')).sort()).toEqual(reading.toSorted());
    expect(allowedTo(was('fellow', 'closing')).sort()).toEqual(
      [
        ...reading,
        ...['entry.log', 'entry.edit', 'entry.withdraw', 'entry.amend', 'entry.void'],
        ...['entry.answer-correction', 'rating.give-oneself'],
      ].toSorted(),
    );
  });

  it.each(roles.filter((role) => role !== 'fellow'))('leaves a %s nothing', (role) => {
    expect(allowedTo(was(role, 'closing'))).toEqual([]);
    expect(entriesToRead(was(role, 'closing'), P)).toEqual([]);
    expect(holds(was(role, 'closing'), P, [role])).toBe(false);
  });

  it('lets a fellow read the own entries and nobody else’s, and change none once it is over', () => {
    const over = was('fellow', 'over');
    expect(inScope(entriesToRead(over, P), entry())).toBe(true);
    expect(inScope(entriesToRead(over, P), entry({ fellowId: 'other' }))).toBe(false);
    expect([can.edit(over, entry()).ok, can.edit(was('fellow', 'closing'), entry()).ok]).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['2026-06-30', 'to-come', 14],
    ['2026-07-01', 'in-force', 14],
    ['2027-06-30', 'in-force', 14],
    ['2027-07-01', 'closing', 14],
    ['2027-07-14', 'closing', 14],
    ['2027-07-15', 'over', 14],
    ['2027-07-01', 'over', 0],
    ['2027-07-30', 'closing', 30],
  ])('stands on %s as %s where %i closing days are given', (today, tenure, days) => {
    expect(tenureOf({ fromOn: '2026-07-01', toOn: '2027-06-30' }, today, days)).toBe(tenure);
    expect(CLOSING_DAYS).toBe(14);
  });
});

it('Somebody has left a program when every role there has ended, and nobody who never had one', () => {
  const june = { toOn: '2027-06-30' };
  expect(hasLeft([june], '2027-06-30')).toBe(false);
  expect(hasLeft([june], '2027-07-01')).toBe(true);
  expect(hasLeft([june, { toOn: '2028-06-30' }], '2027-07-01')).toBe(false);
  expect(hasLeft([], '2027-07-01')).toBe(false);
});

describe('The action table', () => {
  /**
   * Typed by hand from the domain's table of roles and rights, not from the code. F fellow, S supervisor, D director,
   * C coordinator, I institution, N staff (nurse); behind each how far it reaches: o own, n named, g given, p program,
   * s counts of supervisees, c counts across programs.
   */
  const oracle: Record<Action, string> = {
    'session.open': 'anyone',
    'session.read': 'signed-in',
    'session.close': 'signed-in',
    'account.manage': 'signed-in',
    'access-link.use': 'anyone',
    'password-reset.ask': 'anyone',
    'mail.stop': 'anyone',
    'installation.set-up': 'anyone',
    'notice.read': 'Fo So Do Co Io No',
    'mail.manage': 'Dp Cp',
    'demo.read': 'anyone',
    'demo.sign-in': 'anyone',
    'health.read': 'anyone',
    'api.describe': 'anyone',
    'credential.verify': 'anyone',
    'entry.log': 'Fo',
    'entry.edit': 'Fo',
    'entry.withdraw': 'Fo',
    'entry.amend': 'Fo',
    'entry.void': 'Fo Dp',
    'text.redact': 'Dp',
    'text.find-stopped': 'Dp',
    'entry.read': 'Fo Sn Dp Cp',
    'entry.approve': 'Sn',
    'entry.approve-batch': 'Sn',
    'entry.return': 'Sn',
    'entry.correct': 'Sn',
    'entry.undo-decision': 'Sn',
    'entry.answer-correction': 'Fo',
    'entry.resolve-correction': 'Dp',
    'correction.read': 'Fo Dp',
    'queue.read': 'Sn',
    'entry.reassign': 'Dp Cp',
    'waiting.read': 'Dp Cp',
    'roll-over.read': 'Dp Cp',
    'fallback.set': 'Dp',
    'decision.read-own': 'Sn',
    'approval-habits.read': 'Sg Dp Cp',
    'rating.give': 'Sn',
    'rating.give-oneself': 'Fo',
    'rating.read-own': 'Sg',
    'raters.read': 'Dp',
    'rating.read': 'Fo Sg Dp',
    'narrative.read': 'Fo Sn Dp',
    'sign-off.ask': 'Fo Dp',
    'sign-off.read': 'Fo Sp Dp Cp',
    'sign-off.read-evidence': 'Fo Sp Dp Cp',
    'sign-off.sign': 'Sp Dp',
    'sign-off.decide': 'Dp',
    'requirements.read': 'Fp Sp Dp Cp Ip',
    'requirements.draft': 'Dp Cp',
    'requirements.publish': 'Dp',
    'catalogue.read': 'Fp Sp Dp Cp Ip',
    'catalogue.draft': 'Dp Cp',
    'catalogue.publish': 'Dp',
    'letter.issue': 'Dp',
    'letter.revoke': 'Dp',
    'letter.read': 'Fo Dp Cp',
    'qualification.read': 'Fo Dp Cp',
    'qualification.keep': 'Fo Dp Cp',
    'qualification.list': 'Dp Cp',
    'record.read': 'Dp Cp',
    'people.manage': 'Dp Cp Ip',
    'second-factor.require': 'Dp',
    'second-factor.drop': 'Dp',
    'delegation.manage': 'So Dp Cp Ip',
    'progress.read': 'Fo Dp Cp',
    'competency.read': 'Fo Sp Dp Cp',
    'alarm.review': 'Sp Dp',
    'chart-setting.read': 'Dp Cp',
    'chart-setting.set': 'Dp',
    'dashboard.read': 'Dp Cp',
    'attention.dismiss': 'Dp',
    'committee-packet.read': 'Dp Cp',
    'committee.decide': 'Dp',
    'supervisee-counts.read': 'Ss',
    'institution-counts.read': 'Ic',
    'board.display': 'anyone',
    'board-link.manage': 'Dp Cp',
    'board.read': 'Fp Sp Dp Cp Np',
  };
  const letters: Record<Role, string> = {
    fellow: 'F',
    supervisor: 'S',
    director: 'D',
    coordinator: 'C',
    institution: 'I',
    staff: 'N',
  };
  const columns = Object.keys(letters) as Role[];

  it('is the one agreed on, row by row', () => {
    const found = Object.entries(actions).map(([action, row]: [string, Row]) => [
      action,
      typeof row === 'string'
        ? row
        : columns.flatMap((role) => (row[role] ? [letters[role] + row[role].slice(0, 1)] : [])).join(' '),
    ]);
    expect(Object.fromEntries(found)).toEqual(oracle);
  });

  it('names the roles of a row as its audience', () => {
    expect(audienceOf('health.read')).toBe('anyone');
    expect(audienceOf('entry.void')).toEqual(['fellow', 'director']);
    expect([reachOf('entry.void', { role: 'fellow' }), reachOf('entry.void', { role: 'staff' })]).toEqual([
      'own',
      undefined,
    ]);
    expect(reachOf('session.read', { role: 'fellow' })).toBeUndefined();
  });

  it('lets anyone, the signed-in and role holders through, nobody else', () => {
    expect(mayAttempt('session.open', null, null)).toBe(true);
    expect(mayAttempt('session.read', null, null)).toBe(false);
    expect(mayAttempt('session.read', as('x'), null)).toBe(true);
    expect(mayAttempt('entry.log', null, P)).toBe(false);
    expect(mayAttempt('entry.log', fay, P)).toBe(true);
    expect(mayAttempt('entry.log', fay, Q)).toBe(false);
    expect(mayAttempt('entry.log', fay, null)).toBe(false);
    expect(mayAttempt('entry.log', sam, P)).toBe(false);
  });
});
