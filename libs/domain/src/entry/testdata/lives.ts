import type { Decision, EntryLife } from '../decision';
import { decide, startLife, type DecideContext, type EntryAct } from '../life';

/* Entries as they have lived so far, and who acts on them. */

/** When everything happens, in milliseconds since 1970. */
export const start = 1_760_000_000_000;
/** Who acts, at {@link start}. */
export const fellow = { actorId: 'fellow', now: start };
export const supervisor = { actorId: 'supervisor', now: start };
export const director = { actorId: 'director', now: start };

/** The same actor so many milliseconds later. */
export function later<T extends { now: number }>(context: T, ms: number): T {
  return { ...context, now: context.now + ms };
}

/** Lives an entry through a row of acts, all of which must be possible. */
export function lived(...acts: readonly (readonly [EntryAct, DecideContext])[]): EntryLife {
  return acts.reduce(
    (life, [act, context]) => {
      const next = decide(life, act, context);
      if (!next.ok) throw new Error(`${act.kind}: ${next.code}`);
      return next.value.life;
    },
    startLife({ fellowId: 'fellow', supervisorId: 'supervisor' }),
  );
}

/** The acts of a life, each with who does it. */
export const submit = [{ kind: 'submit' }, fellow] as const;
export const approve = [{ kind: 'approve' }, supervisor] as const;
export const giveBack = [{ kind: 'return' }, supervisor] as const;
export const corrections = [{ position: 0, role: { recorded: 'performed', corrected: 'assisted' } }] as const;
export const correctAct = { kind: 'correct-and-approve', corrections, reason: 'I held the needle' } as const;
export const contestAct = { kind: 'contest-correction', text: 'I placed both needles' } as const;
export const correct = [correctAct, supervisor] as const;
export const amend = [{ kind: 'amend' }, fellow] as const;

/** What the life says of {@link correct} before it is answered, but for its state. */
export const opened = {
  ...{ number: 1, byId: 'supervisor', at: start, values: corrections, reason: 'I held the needle' },
  ...{ answer: null, resolution: null },
};

/** An entry that was sent and, in the others, what became of it. */
export const submitted = lived(submit);
export const returned = lived(submit, giveBack);
export const approved = lived(submit, approve);
export const amended = lived(submit, approve, amend);
export const corrected = lived(submit, correct);

/** The approval of the first version. */
export const said: Decision = {
  ...{ number: 1, slot: 'decision', kind: 'approved', byId: 'supervisor', onBehalfOfId: null, at: start },
  ...{ corrections: [], reasonText: null, undoneAt: null },
};

/** The life that follows from an act, or the refusal. */
export function after(life: EntryLife, act: EntryAct, context: DecideContext): unknown {
  const next = decide(life, act, context);
  return next.ok ? next.value.life : next;
}

/** The code of the refusal of an act; `ok` if it is possible. */
export function code(life: EntryLife, act: EntryAct, context: DecideContext): string {
  const next = decide(life, act, context);
  return next.ok ? 'ok' : next.code;
}
