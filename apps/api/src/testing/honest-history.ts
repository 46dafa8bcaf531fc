import { v7 as uuidv7 } from 'uuid';
import { exampleRequirementSet } from '@countersign/domain/competency';
import { makeDisplayLink, revokeDisplayLink } from '@countersign/contracts/board/endpoints';
import { draftLetter, issueLetter, revokeLetter } from '@countersign/contracts/credentials/endpoints';
import {
  answerDelegation,
  endDelegation,
  offerDelegation,
} from '@countersign/contracts/delegations/endpoints';
import { draftRequirementSet, publishRequirementSet } from '@countersign/contracts/requirements/endpoints';
import { setFallback } from '@countersign/contracts/reviews/waiting-endpoints';
import {
  askSignOff,
  declineSignOff,
  openDocument,
  reinstateSignOff,
  renewSignOff,
  revokeSignOff,
  signSignOff,
  suspendSignOff,
  withdrawSignOff,
} from '@countersign/contracts/sign-offs/endpoints';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { DemoRandom } from '../demo/demo-random';
import { Checkpoints } from '../ledger/checkpoints';
import { SigningKeys } from '../ledger/signing-keys';
import { civilDateAt, Clock } from '../platform/clock';
import { ProblemException } from '../platform/problem';
import type { NewPerson } from '../programs/set-up-program';
import { EntryStory } from './entry-story';
import { Inside } from './inside';
import type { SignOffsUnderTest } from './sign-offs-under-test';
import { NOON, PASSWORD } from './test-program';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What was done and what was refused, by name: a story that is always refused tells nothing. */
export type Acts = Map<string, { done: number; refused: number }>;

/**
 * Histories as honest people make them, drawn by a seed: entries written, sent, decided, corrected, contested, undone and
 * redacted, and every so often what else happens in a program, from sign-offs to a key that is replaced. What the rules
 * refuse is refused, and the history goes on.
 */
export class HonestHistories {
  readonly acts: Acts = new Map();
  private now = NOON;
  private readonly random: DemoRandom;
  private readonly inside: Inside;
  private readonly signOffs: SignOffView[] = [];

  constructor(
    private readonly here: SignOffsUnderTest,
    seed: number,
  ) {
    this.random = new DemoRandom(seed);
    this.inside = new Inside(here.server);
  }

  /** Tells the next one. */
  async tell(): Promise<void> {
    await this.entryStory();
    if (!this.random.chance(0.2)) return;
    const story = this.random.weighted<readonly [string, () => Promise<unknown>]>([
      [['sign-off', () => this.signOff()], 5],
      [['later sign-off', () => this.laterSignOff()], 4],
      [['delegation', () => this.delegation()], 3],
      [['display link', () => this.displayLink()], 1],
      [['letter', () => this.letter()], 1],
      [['requirement set', () => this.requirementSet()], 1],
      [['fallback', () => this.fallback()], 1],
      [['key', () => this.key()], 1],
      [['checkpoint', () => this.here.server.app.get(Checkpoints).signAll()], 2],
      [['session', () => this.session()], 0.3],
    ]);
    await this.attempt(...story);
  }

  /** Does something that may be refused, a while later. @returns whether it was done */
  private async attempt(name: string, work: () => Promise<unknown>): Promise<boolean> {
    // What was decided can be taken back for ten seconds.
    this.pass((name === 'undo' ? 0 : this.random.int(0, 20) * MINUTE) + this.random.int(1, 9000));
    const count = this.acts.get(name) ?? { done: 0, refused: 0 };
    this.acts.set(name, count);
    try {
      await work();
      count.done += 1;
      return true;
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      count.refused += 1;
      return false;
    }
  }

  private pass(ms: number): void {
    this.now += ms;
    const { now } = this;
    this.here.server.app.get(Clock).now = () => now;
  }

  private today(inDays = 0): string {
    return civilDateAt(this.now + inDays * DAY, this.here.program.given.program.timeZone);
  }

  private async entryStory(): Promise<void> {
    const { program, people } = this.here;
    const story = new EntryStory(this.inside, this.random, { program, people });
    const performedOn = this.today(-this.random.int(0, 20));
    await this.attempt('log', () => story.log(performedOn));
    for (let left = this.random.int(1, 6); left > 0 && story.isThere; left -= 1) {
      const [name, act] = story.next();
      if (!(await this.attempt(name, act))) await story.read();
    }
  }

  private fellow(): NewPerson {
    const { fellow, otherFellow } = this.here.people;
    return this.random.chance(0.7) ? fellow : otherFellow;
  }

  private get params() {
    return { programId: this.here.program.id };
  }

  private async signOff(): Promise<void> {
    const { director } = this.here.people;
    const fellow = this.fellow();
    const competencyId = this.random.one(['lumbar', 'risky', 'next']);
    const waives = this.random.chance(0.5);
    const view = await this.inside.call(askSignOff, waives ? director : fellow, {
      params: this.params,
      body: {
        ...{ id: uuidv7(), fellowId: fellow.id, competencyId },
        ...(waives ? { reason: 'Seen in the simulation, and enough for today.' } : {}),
      },
    });
    await this.signatures(view);
  }

  /** The signatures of a sign-off, one after another, unless somebody stops. */
  private async signatures(asked: SignOffView): Promise<void> {
    const { supervisor, otherSupervisor, director } = this.here.people;
    const params = { ...this.params, signOffId: asked.id };
    this.signOffs.push(asked);
    const order = asked.order.length > 2 ? [supervisor, otherSupervisor, director] : [supervisor, director];
    for (const signer of order) {
      if (this.random.chance(0.08)) {
        const body = { reasonCode: 'not-seen-enough' as const };
        await this.inside.call(declineSignOff, signer, { params, body });
        return;
      }
      if (this.random.chance(0.05)) {
        await this.inside.call(withdrawSignOff, director, { params });
        return;
      }
      this.pass(this.random.int(1, 30) * MINUTE);
      await this.sign(params, signer);
    }
  }

  private async sign(params: { programId: string; signOffId: string }, signer: NewPerson): Promise<void> {
    const { digest, meanings } = await this.inside.call(openDocument, signer, { params });
    await this.inside.call(signSignOff, signer, {
      params,
      body: {
        ...{ id: uuidv7(), digest, meaning: this.random.one(meanings), password: PASSWORD },
        statementVersion: 1,
      },
    });
  }

  /** What happens to a sign-off afterwards. */
  private async laterSignOff(): Promise<void> {
    const { director } = this.here.people;
    const [newest] = this.signOffs.slice(-1);
    if (!newest) return;
    const params = { ...this.params, signOffId: newest.id };
    const body = { text: 'To be looked at again with the committee.' };
    switch (this.random.int(0, 3)) {
      case 0:
        await this.inside.call(suspendSignOff, director, { params, body });
        if (this.random.chance(0.6)) await this.inside.call(reinstateSignOff, director, { params });
        return;
      case 1:
        await this.inside.call(revokeSignOff, director, { params, body });
        return;
      case 2:
        await this.signatures(
          await this.inside.call(renewSignOff, director, {
            params,
            body: { id: uuidv7(), reason: body.text },
          }),
        );
        return;
      default:
        await this.inside.call(withdrawSignOff, director, { params });
    }
  }

  private async delegation(): Promise<void> {
    const { supervisor, otherSupervisor } = this.here.people;
    const [from, to] = this.random.chance(0.5)
      ? [supervisor, otherSupervisor]
      : [otherSupervisor, supervisor];
    const id = uuidv7();
    const days = { fromOn: this.today(), toOn: this.today(this.random.int(0, 5)) };
    await this.inside.call(offerDelegation, from, {
      params: this.params,
      body: { id, delegateId: to.id, ...days },
    });
    const params = { ...this.params, delegationId: id };
    const kind = this.random.chance(0.8) ? 'accepted' : 'declined';
    await this.inside.call(answerDelegation, to, { params, body: { kind } });
    if (kind === 'accepted') await this.inside.call(endDelegation, from, { params });
  }

  private async displayLink(): Promise<void> {
    const { director } = this.here.people;
    const body = { ward: 'Ward 4', expiresOn: this.today(90) };
    const { link } = await this.inside.call(makeDisplayLink, director, { params: this.params, body });
    const params = { ...this.params, linkId: link.id };
    if (this.random.chance(0.5)) await this.inside.call(revokeDisplayLink, director, { params });
  }

  private async letter(): Promise<void> {
    const { director } = this.here.people;
    const params = { ...this.params, fellowId: this.fellow().id };
    const query = { kind: 'record' as const };
    const { digest: shownDigest } = await this.inside.call(draftLetter, director, { params, query });
    const attestation = 'I attest that this letter states the record of this program.';
    const letter = await this.inside.call(issueLetter, director, {
      params,
      body: { id: uuidv7(), ...query, shownDigest, attestation, password: PASSWORD, statementVersion: 1 },
    });
    if (this.random.chance(0.4))
      await this.inside.call(revokeLetter, director, {
        params: { ...this.params, letterId: letter.id },
        revision: letter.revision,
        body: { reason: 'Sent to the wrong place.' },
      });
  }

  private async requirementSet(): Promise<void> {
    const { director } = this.here.people;
    const { id: _, version: _version, verifiedBy: _by, verifiedOn: _on, ...set } = exampleRequirementSet;
    const body = { set: { ...set, id: `set-${this.random.int(1, 1_000_000)}` } };
    const { drafts = [] } = await this.inside.call(draftRequirementSet, director, {
      params: this.params,
      body,
    });
    const [draft] = drafts;
    if (!draft) return;
    await this.inside.call(publishRequirementSet, director, {
      ...{ params: { ...this.params, draftId: draft.id }, revision: draft.revision, body: {} },
    });
  }

  private async fallback(): Promise<void> {
    const { director, supervisor } = this.here.people;
    const fallback = { personId: supervisor.id, afterDays: this.random.int(1, 30) };
    await this.inside.call(setFallback, director, {
      params: this.params,
      body: this.random.chance(0.5) ? { fallback } : {},
    });
  }

  /** A key is replaced, sometimes because it became known a moment ago. */
  private async key(): Promise<void> {
    const { app } = this.here.server;
    await app.get(Checkpoints).signAll();
    const purpose = this.random.chance(0.7) ? 'checkpoint' : 'credential';
    const distrustAfter = this.random.chance(0.3) ? this.now : null;
    this.pass(1);
    await app.get(SigningKeys).rotate(purpose, { reason: 'yearly', distrustAfter });
    await app.get(Checkpoints).signAll();
  }

  private async session(): Promise<void> {
    const client = await this.here.server.as(this.fellow());
    await client.delete('/session');
  }
}
