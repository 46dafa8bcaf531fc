import fc from 'fast-check';
import {
  askSignOff,
  isHeld,
  isPending,
  signOffTransition,
  type SignOff,
  type SignOffEvent,
} from './sign-off';
import type { SignOffReadiness } from './sign-off-readiness';
import { casesToRun } from '../testing/cases';
import { signersNeeded, type Signer, type SignerRole } from './signers';

/** Walks at all, and steps of each. */
const RUNS = casesToRun(10_000, 1_000);
const STEPS = 20;

const requirements = { requirementSetId: 'set', version: 1 };
const waiver = { text: 'text:waiver', byId: 'dir-1', at: 1 };
const grounds: readonly SignOffReadiness[] = [
  { state: 'ready', requirements, unmet: [], waiver: null },
  { state: 'ready', requirements, unmet: [0], waiver },
  { state: 'not-yet', requirements, unmet: [0], waiver: null },
  { state: 'ready', requirements: { ...requirements, version: 2 }, unmet: [], waiver: null },
];
const people: readonly Signer[] = [
  { id: 'fay', roles: ['supervisor', 'director'] },
  { id: 'sup-1', roles: ['supervisor'] },
  { id: 'sup-2', roles: ['supervisor'] },
  { id: 'dir-1', roles: ['director'] },
  { id: 'dir-2', roles: ['supervisor', 'director'] },
  { id: 'coy', roles: [] },
];

const person = fc.constantFrom(...people);
/** What a step adds to the clock; a step may go back. */
const ticks = fc.integer({ min: -2, max: 5 });

type Step = (now: number) => SignOffEvent;

const reasons = fc.constantFrom('why', 'why', ' ');
const signing = fc
  .tuple(person, fc.constantFrom(...grounds, ...grounds.slice(0, 1), ...grounds.slice(0, 1)))
  .map(([actor, readiness]): Step => (at) => ({ kind: 'sign', actor, readiness, at }));
const declining = person.map((actor): Step => (at) => ({
  kind: 'decline',
  actor,
  end: { reasonCode: 'other', text: 'why', byId: actor.id, at },
}));
const deciding = fc
  .tuple(fc.constantFrom('keep', 'suspend', 'revoke'), person, reasons)
  .map(([kind, { id: byId }, text]): Step => (at) => ({ kind, end: { reasonCode: null, text, byId, at } }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: signing },
  { weight: 1, arbitrary: declining },
  { weight: 1, arbitrary: person.map(({ id: byId }): Step => (at) => ({ kind: 'withdraw', byId, at })) },
  { weight: 3, arbitrary: fc.constant<Step>((at) => ({ kind: 'flag', at })) },
  { weight: 6, arbitrary: deciding },
  { weight: 2, arbitrary: person.map(({ id: byId }): Step => (at) => ({ kind: 'reinstate', byId, at })) },
  { weight: 1, arbitrary: fc.constant<Step>((at) => ({ kind: 'replace', at })) },
);

/** What does not hold of a sign-off, however it came to be; nothing where it is sound. */
function faultsOf(signOff: SignOff): readonly string[] {
  const { signatures, state, fellowId, end, flaggedAt } = signOff;
  const order = signersNeeded(signOff);
  const times = [signOff.askedAt, ...signatures.map(({ at }) => at)];
  const isComplete = signatures.length === order.length;
  const [held, pending] = [isHeld(signOff), isPending(signOff)];
  const holds = (byId: string, as: SignerRole) => people.find(({ id }) => id === byId)?.roles.includes(as);
  const rules = {
    'signed in order': signatures.every(({ as }, place) => as === order[place]),
    'by different people': new Set(signatures.map(({ byId }) => byId)).size === signatures.length,
    'none of them the fellow': signatures.every(({ byId }) => byId !== fellowId),
    'each in a capacity held': signatures.every(({ byId, as }) => holds(byId, as)),
    'never back in time': times.every((at, place) => at >= (times[place - 1] ?? 0)),
    'complete where signed': isComplete || !(held || state === 'revoked' || state === 'renewed'),
    'not complete while pending': !pending || (!isComplete && end === null && flaggedAt === null),
    'asked without a signature': (state === 'asked') === (pending && signatures.length === 0),
    'flagged only while held': flaggedAt === null || held,
    'ended with a reason': !['declined', 'suspended', 'revoked'].includes(state) || end?.text === 'why',
  };
  return Object.entries(rules).flatMap(([name, isSo]) => (isSo ? [] : [name]));
}

/** What is wrong with a step from one sign-off to the next. */
function faultsBetween(before: SignOff, after: SignOff, event: SignOffEvent): readonly string[] {
  const added = after.signatures.length - before.signatures.length;
  const rules = {
    'one signature more by signing': added === (event.kind === 'sign' ? 1 : 0),
    'what was signed stays': before.signatures.every((one, place) => after.signatures[place] === one),
    'on the version asked for':
      event.kind !== 'sign' || event.readiness.requirements.version === before.requirements.version,
  };
  return Object.entries(rules).flatMap(([name, isSo]) => (isSo ? [] : [name]));
}

it('whatever happens in whatever order, only what its signers, their order and the clock allow becomes of it', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom(...grounds.slice(0, 2)),
      fc.array(fc.tuple(step, ticks), { maxLength: STEPS }),
      (highRisk, readiness, steps) => {
        const about = { fellowId: 'fay', competencyId: 'c', highRisk, askedById: 'fay', askedAt: 10 };
        const asked = askSignOff(about, readiness as SignOffReadiness, { held: null, renews: false });
        if (!asked.ok) throw new Error(asked.code);
        let signOff = asked.value;
        let now = 10;
        for (const [happen, tick] of steps) {
          now += tick;
          const event = happen(now);
          const after = signOffTransition(Object.freeze(signOff), event);
          if (!after.ok) continue;
          const faults = [...faultsOf(after.value), ...faultsBetween(signOff, after.value, event)];
          if (faults.length > 0) throw new Error(`${event.kind} from ${signOff.state}: ${faults.join(', ')}`);
          signOff = after.value;
        }
      },
    ),
    { numRuns: RUNS },
  );
});

it('the walks reach every state', () => {
  const seen = new Set<string>();
  const walks = fc.sample(fc.array(fc.tuple(step, ticks), { minLength: 40, maxLength: 60 }), {
    numRuns: 500,
    seed: 7,
  });
  for (const steps of walks) {
    const about = { fellowId: 'fay', competencyId: 'c', highRisk: false, askedById: 'fay', askedAt: 10 };
    const asked = askSignOff(about, grounds[0] as SignOffReadiness, { held: null, renews: false });
    let signOff = asked.ok ? asked.value : undefined;
    let now = 10;
    for (const [happen, tick] of steps) {
      now += Math.abs(tick);
      const after = signOff && signOffTransition(signOff, happen(now));
      if (after?.ok) signOff = after.value;
      seen.add(signOff?.state ?? '');
    }
  }
  expect([...seen].sort()).toEqual(
    ['asked', 'declined', 'partly-signed', 'renewed', 'revoked', 'signed', 'suspended', 'withdrawn'].sort(),
  );
});
