import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor, type EntryFacts } from '@countersign/domain/access';
import { checkReason, decide, type EntryAct } from '@countersign/domain/entry';
import type { Result } from '@countersign/domain/refusal';
import type { AnswerBody, ResolutionBody } from '@countersign/contracts/reviews/bodies';
import type { Tx } from '../db/context';
import type { SeenEntry } from '../entries/edit-entry';
import { EntryStore, factsOf } from '../entries/entry-store';
import type { EntryRow } from '../entries/entry.row';
import { must, mustAll } from '../platform/problem';
import { writeDecision } from './decision-writer';

/** What is said to a correction, and who may say it. */
interface Saying {
  readonly act: EntryAct;
  readonly may: (actor: Actor, entry: EntryFacts) => Result<null>;
}

/** Answers a supervisor's correction: the fellow accepts or contests it, the director decides on a contest. */
@Injectable()
export class AnswerCorrection {
  constructor(@Inject(EntryStore) private readonly store: EntryStore) {}

  /** Accepts or contests the correction of an own entry; a contest says why. */
  async answer(tx: Tx, seen: SeenEntry, { kind, text = '' }: AnswerBody): Promise<EntryRow> {
    const may = can.answerCorrection;
    if (kind === 'accepted') return this.say(tx, seen, { act: { kind: 'accept-correction' }, may });
    mustAll(checkReason(text, '/text'));
    return this.say(tx, seen, { act: { kind: 'contest-correction', text }, may });
  }

  /** Upholds or reverses a contested correction, with the reason. */
  async resolve(tx: Tx, seen: SeenEntry, { kind: outcome, text }: ResolutionBody): Promise<EntryRow> {
    mustAll(checkReason(text, '/text'));
    const act = { kind: 'resolve-correction', outcome, text } as const;
    return this.say(tx, seen, { act, may: can.resolveCorrection });
  }

  private async say(tx: Tx, seen: SeenEntry, { act, may }: Saying): Promise<EntryRow> {
    const { actor, now } = tx;
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await this.store.load(tx, key, entriesToRead(actor, seen.programId));
    must(may(actor, factsOf(row)));
    const before = await this.store.life(tx, row);
    const { life, made } = must(decide(before, act, { actorId: actor.personId, now }));
    if (made === null) throw new Error(`${act.kind} says something`);
    const said = await writeDecision(tx, row, made, {});
    const action = `entry.correction-${made.kind}`;
    return this.store.move(tx, row, { life, seen: seen.revision, action, said: { new: said } });
  }
}
