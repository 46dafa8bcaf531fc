import { Inject, Injectable } from '@nestjs/common';
import { can, reaches } from '@countersign/domain/access';
import {
  askSignOff,
  grantedSupervision,
  isHeld,
  isPending,
  standingOf,
} from '@countersign/domain/competency';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { must, problem } from '../platform/problem';
import { readinessOf, SignOffGrounds, standsAs, type Grounds } from './sign-off-grounds';
import { SignOffRow } from './sign-off.row';
import type { SignOffKey } from './sign-off-store';

/** What is asked for. */
interface Asked {
  readonly id: string;
  readonly programId: string;
  readonly fellowId: string;
  readonly competencyId: string;
  /** Why unmet rules are waived. */
  readonly reason: string | undefined;
  /** The sign-off that is to be renewed. */
  readonly renewsId: string | null;
}

/** Asks for sign-offs, when the rules are met or the director waives them. */
@Injectable()
export class AskSignOff {
  constructor(@Inject(SignOffGrounds) private readonly grounds: SignOffGrounds) {}

  /** Asks for one that the fellow does not hold. */
  ask(tx: Tx, asked: Omit<Asked, 'renewsId'>): Promise<SignOffKey> {
    return this.run(tx, { ...asked, renewsId: null });
  }

  /** Asks for new signatures on one that is signed or has lapsed; it holds until the last of them is given. */
  async renew(
    tx: Tx,
    { programId, signOffId: renewsId }: SignOffKey,
    { id, reason }: Pick<Asked, 'id' | 'reason'>,
  ): Promise<SignOffKey> {
    const held = await tx.manager.findOneBy(SignOffRow, { programId, id: renewsId });
    if (!held) throw problem('access/not-found');
    const { fellowId } = held;
    if (!can.askSignOff(tx.actor, { programId, fellowId }).ok) throw problem('access/not-found');
    const [first, ...more] = (await this.grounds.today(tx, programId, [held])).get(renewsId)?.standsAs ?? [];
    // A version that followed may call it otherwise; where it became several, each is asked for on its own.
    const competencyId = first && more.length === 0 ? first.id : held.competencyId;
    return this.run(tx, { id, programId, fellowId, competencyId, reason, renewsId });
  }

  private async run(tx: Tx, asked: Asked): Promise<SignOffKey> {
    const { id, programId, fellowId, competencyId, reason, renewsId } = asked;
    // Of somebody else's fellow it is not even told whether there is such a sign-off.
    if (!can.askSignOff(tx.actor, { programId, fellowId }).ok) throw problem('access/not-found');
    const isDirector = reaches('sign-off.decide', tx.actor, { programId, ofId: fellowId });
    if (reason !== undefined && (!isDirector || fellowId === tx.actor.personId))
      throw problem('sign-off/waiver-by-director');
    const all = await tx.manager.findBy(SignOffRow, { programId, fellowId });
    const others = all.filter((one) => one.competencyId === competencyId);
    if (await this.isThere(tx, asked, others)) return { programId, signOffId: id };
    if (others.some(isPending)) throw problem('sign-off/asked-already');
    const grounds = await this.grounds.of(tx, asked);
    if (grounds === null) throw problem('sign-off/unknown-competency');
    const waiver = reason === undefined ? null : { text: reason, byId: tx.actor.personId, at: tx.now };
    const readiness = must(readinessOf(grounds, waiver));
    const { highRisk } = grounds.competency;
    const about = { fellowId, competencyId, highRisk, askedById: tx.actor.personId, askedAt: tx.now };
    const held = heldFor(grounds, renewsId);
    const life = must(askSignOff(about, readiness, { held, renews: renewsId !== null }));
    const idOf = await keepTexts(tx, programId, life.waiver === null ? [] : [life.waiver.text]);
    await tx.insert(SignOffRow, {
      ...newRow({ programId, id, renewsId }, grounds),
      ...about,
      unmet: life.unmet,
      waiverTextId: life.waiver === null ? null : idOf(life.waiver.text),
      waiverById: life.waiver?.byId ?? null,
      waiverAt: life.waiver?.at ?? null,
    });
    tx.record('sign-off.asked', { programId, id }, {});
    return { programId, signOffId: id };
  }

  /** Whether the very same was asked for already. @throws ProblemException `sign-off/id-taken` for another's id */
  private async isThere(tx: Tx, asked: Asked, others: readonly SignOffRow[]): Promise<boolean> {
    const { id, programId, fellowId, competencyId, renewsId } = asked;
    // Looked for by itself after the others: what was sent at the same time may have come between.
    const known =
      others.find((one) => one.id === id) ?? (await tx.manager.findOneBy(SignOffRow, { programId, id }));
    if (known === null) return false;
    const isSame =
      known.fellowId === fellowId &&
      known.competencyId === competencyId &&
      known.askedById === tx.actor.personId &&
      known.renewsId === renewsId;
    if (!isSame) throw problem('sign-off/id-taken');
    return true;
  }
}

/**
 * What the fellow holds for the competency, or what is to be renewed: also where it was signed under an earlier version.
 * What stands for several competencies of today keeps none of them from being asked for.
 */
function heldFor({ standing, competency }: Grounds, renewsId: string | null): SignOffRow | null {
  const held = standing.signOffs.filter(isHeld).filter((one) => {
    if (renewsId !== null && one.id !== renewsId) return false;
    if (one.competencyId === competency.id) return true;
    const [first, ...more] = standsAs(standing, one);
    return first?.id === competency.id && more.length === 0;
  });
  return held[0] ?? null;
}

function newRow(
  key: Pick<SignOffRow, 'programId' | 'id' | 'renewsId'>,
  { competency, standing: { set } }: Grounds,
): Omit<
  SignOffRow,
  | 'fellowId'
  | 'competencyId'
  | 'highRisk'
  | 'askedById'
  | 'askedAt'
  | 'unmet'
  | 'waiverTextId'
  | 'waiverById'
  | 'waiverAt'
> {
  return {
    ...key,
    ...{ title: competency.title, setId: set.id, setVersion: set.version },
    demonstration: standingOf(set) === 'demonstration',
    supervision: grantedSupervision(competency),
    ...{ state: 'asked', slot: 'pending', signedAt: null, signedOn: null },
    ...{ endById: null, endedAt: null, endedOn: null, endReason: null, endTextId: null },
    ...{ flaggedAt: null, changed: [], revision: 1 },
  };
}
