import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor, type EntryFacts } from '@countersign/domain/access';
import { checkReason, decide, type EntryAct } from '@countersign/domain/entry';
import type { Result } from '@countersign/domain/refusal';
import type { AnswerBody, ResolutionBody } from '@countersign/contracts/reviews/bodies';
import type { Tx } from '../db/context';
import type { SeenEntry } from '../entries/edit-entry';
import { EntryStore, factsOf, type EntryEvent } from '../entries/entry-store';
import type { EntryRow } from '../entries/entry.row';
import { must, mustAll } from '../platform/problem';
import { writeDecision } from './decision-writer';

/** What is said to a correction, and who may say it. */
interface Saying {
  readonly act: EntryAct;
  readonly action: EntryEvent;
  readonly may: (actor: Actor, entry: EntryFacts) => Result<null>;
}

/** Answers a supervisor's correction: the fellow accepts or contests it, the director decides on a contest. */
@Injectable()
export class AnswerCorrection {
  constructor(@Inject(EntryStore) private readonly store: EntryStore) {}

  /** Accepts or contests the correction of an own entry; a contest says why. */
  async answer(tx: Tx, seen: SeenEntry, { kind, text = '' }: AnswerBody): Promise<EntryRow> {
    const may = can.answerCorrection;
    if (kind === 'accepted') {
      const action = 'entry.correction-accepted';
      return this.say(tx, seen, { act: { kind: 'accept-correction' }, action, may });
    }
    mustAll(checkReason(text, '/text'));
    const action = 'entry.correction-contested';
    return this.say(tx, seen, { act: { kind: 'contest-correction', text }, action, may });
  }

  /** Upholds or reverses a contested correction, with the reason. */
  async resolve(tx: Tx, seen: SeenEntry, { kind: outcome, text }: ResolutionBody): Promise<EntryRow> {
    mustAll(checkReason(text, '/text'));
    const act = { kind: 'resolve-correction', outcome, text } as const;
    const action = `entry.correction-${outcome}` as const;
    return this.say(tx, seen, { act, action, may: can.resolveCorrection });
  }

  private async say(tx: Tx, seen: SeenEntry, { act, action, may }: Saying): Promise<EntryRow> {
    const { actor, now } = tx;
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await this.store.load(tx, key, entriesToRead(actor, seen.programId));
    must(may(actor, factsOf(row)));
    const before = await this.store.life(tx, row);
    const { life, made } = must(decide(before, act, { actorId: actor.personId, now }));
    if (made === null) throw new Error(`${act.kind} says something`);
    await writeDecision(tx, row, made, {});
    return this.store.move(tx, row, { life, seen: seen.revision, action, number: made.number });
  }
}
