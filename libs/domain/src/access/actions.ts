import type { Actor, HeldRole, Role } from './roles';
import type { Ended } from './tenure';

/**
 * How far a role reaches with an action:
 * `own` the actor's own records; `named` entries that name the actor as supervisor, or somebody for whom the actor stands
 * in; `given` what the actor said as a supervisor; `program` every record of the program; `supervisees` counts of the
 * fellows whom the actor supervises; `counts` numbers across programs, small cells left out, never a single record.
 */
export type Reach = 'own' | 'named' | 'given' | 'program' | 'supervisees' | 'counts';

/** Who may do something: the roles with their reach; `anyone` needs no session, `signed-in` a session but no role. */
export type Row = 'anyone' | 'signed-in' | Readonly<Partial<Record<Role, Reach>>>;

const fellowsOwn = { fellow: 'own' } as const;
const namedSupervisor = { supervisor: 'named' } as const;
const leaders = { director: 'program', coordinator: 'program' } as const;
const readers = { fellow: 'program', supervisor: 'program', ...leaders, institution: 'program' } as const;

/**
 * The action table, one row for each thing that can be done (the roles and rights of docs/domain.md §2). An
 * action without a row is denied. The gate asks it before a request reaches a use case; `can` and the scopes read from it
 * how far a role reaches.
 */
export const actions = {
  'session.open': 'anyone',
  'session.read': 'signed-in',
  'session.close': 'signed-in',
  'account.manage': 'signed-in',
  'access-link.use': 'anyone',
  'password-reset.ask': 'anyone',
  'mail.stop': 'anyone',
  'installation.set-up': 'anyone',
  'demo.read': 'anyone',
  'demo.sign-in': 'anyone',
  'health.read': 'anyone',
  'api.describe': 'anyone',
  'credential.verify': 'anyone',

  'entry.log': fellowsOwn,
  'entry.edit': fellowsOwn,
  'entry.withdraw': fellowsOwn,
  'entry.amend': fellowsOwn,
  'entry.void': { fellow: 'own', director: 'program' },
  'entry.read': { ...fellowsOwn, ...namedSupervisor, ...leaders },

  'entry.approve': namedSupervisor,
  'entry.approve-batch': namedSupervisor,
  'entry.return': namedSupervisor,
  'entry.correct': namedSupervisor,
  'entry.undo-decision': namedSupervisor,
  'entry.answer-correction': fellowsOwn,
  'entry.resolve-correction': { director: 'program' },
  'correction.read': { ...fellowsOwn, director: 'program' },
  'queue.read': namedSupervisor,
  'entry.reassign': leaders,
  'waiting.read': leaders,
  'fallback.set': { director: 'program' },
  'decision.read-own': namedSupervisor,
  'approval-habits.read': { supervisor: 'given', ...leaders },

  'rating.give': namedSupervisor,
  'rating.give-oneself': fellowsOwn,
  'rating.read-own': { supervisor: 'given' },
  'raters.read': { director: 'program' },
  'rating.read': { fellow: 'own', supervisor: 'given', director: 'program' },
  'text.redact': { director: 'program' },
  'text.find-stopped': { director: 'program' },
  'narrative.read': { fellow: 'own', supervisor: 'named', director: 'program' },

  'sign-off.ask': { ...fellowsOwn, director: 'program' },
  'sign-off.read': { ...fellowsOwn, supervisor: 'program', ...leaders },
  'sign-off.read-evidence': { ...fellowsOwn, supervisor: 'program', ...leaders },
  'sign-off.sign': { supervisor: 'program', director: 'program' },
  'sign-off.decide': { director: 'program' },
  'requirements.read': readers,
  'requirements.draft': leaders,
  'requirements.publish': { director: 'program' },
  'catalogue.read': readers,
  'catalogue.draft': leaders,
  'catalogue.publish': { director: 'program' },

  'letter.issue': { director: 'program' },
  'letter.revoke': { director: 'program' },
  'letter.read': { ...fellowsOwn, ...leaders },

  'qualification.read': { ...fellowsOwn, ...leaders },
  'qualification.keep': { ...fellowsOwn, ...leaders },
  'qualification.list': leaders,

  'record.read': leaders,

  'notice.read': {
    ...{ fellow: 'own', supervisor: 'own', director: 'own', coordinator: 'own' },
    ...{ institution: 'own', staff: 'own' },
  },
  'mail.manage': leaders,
  'roll-over.read': leaders,
  'people.manage': { ...leaders, institution: 'program' },
  'second-factor.require': { director: 'program' },
  'second-factor.drop': { director: 'program' },
  'delegation.manage': { supervisor: 'own', ...leaders, institution: 'program' },

  'progress.read': { ...fellowsOwn, ...leaders },
  'competency.read': { ...fellowsOwn, supervisor: 'program', ...leaders },
  'alarm.review': { supervisor: 'program', director: 'program' },
  'chart-setting.read': leaders,
  'chart-setting.set': { director: 'program' },
  'dashboard.read': leaders,
  'attention.dismiss': { director: 'program' },
  'committee-packet.read': leaders,
  'committee.decide': { director: 'program' },
  'supervisee-counts.read': { supervisor: 'supervisees' },
  'institution-counts.read': { institution: 'counts' },
  'board.display': 'anyone',
  'board-link.manage': leaders,
  'board.read': { fellow: 'program', supervisor: 'program', ...leaders, staff: 'program' },
} as const satisfies Record<string, Row>;

/** The name of an action, `noun.verb`. */
export type Action = keyof typeof actions;

/** Who may attempt an action, whatever the record: the roles of its row. */
export type Audience = 'anyone' | 'signed-in' | readonly Role[];

/** Who may attempt the action. */
export function audienceOf(action: Action): Audience {
  const row: Row = actions[action];
  return typeof row === 'string' ? row : (Object.keys(row) as Role[]);
}

/**
 * What a role leaves after its last day, and until when: `closing` for the program's closing days, `over` for good. A
 * fellow's log stays the fellow's own; what is not here ends with the role.
 */
const afterEnd: Readonly<Partial<Record<Role, Readonly<Partial<Record<Action, Ended>>>>>> = {
  fellow: {
    'entry.read': 'over',
    'correction.read': 'over',
    'progress.read': 'over',
    'competency.read': 'over',
    'sign-off.read': 'over',
    'sign-off.read-evidence': 'over',
    'rating.read': 'over',
    'narrative.read': 'over',
    'catalogue.read': 'over',
    'requirements.read': 'over',
    'letter.read': 'over',
    'qualification.read': 'over',
    'notice.read': 'over',
    'entry.log': 'closing',
    'entry.edit': 'closing',
    'entry.withdraw': 'closing',
    'entry.amend': 'closing',
    'entry.void': 'closing',
    'entry.answer-correction': 'closing',
    'rating.give-oneself': 'closing',
  },
};

/** Whether a role leaves anything after its last day. */
export function leavesSomething(role: Role): boolean {
  return afterEnd[role] !== undefined;
}

/** How far a role reaches with the action; undefined when it may not do it at all, or not any more. */
export function reachOf(action: Action, { role, ended }: Omit<HeldRole, 'programId'>): Reach | undefined {
  const row: Row = actions[action];
  if (typeof row === 'string') return undefined;
  const until = ended === undefined ? 'over' : afterEnd[role]?.[action];
  return until === 'over' || (until !== undefined && until === ended) ? row[role] : undefined;
}

/**
 * Tells whether the actor may attempt the action in the program.
 * `programId` is absent for actions outside any program; an action for a role is then denied.
 */
export function mayAttempt(action: Action, actor: Actor | null, programId: string | null): boolean {
  const audience = audienceOf(action);
  if (audience === 'anyone') return true;
  if (actor === null) return false;
  if (audience === 'signed-in') return true;
  return actor.roles.some((held) => held.programId === programId && reachOf(action, held) !== undefined);
}
