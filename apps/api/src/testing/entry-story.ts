import { v7 as uuidv7 } from 'uuid';
import {
  amendEntry,
  editEntry,
  logEntry,
  readEntry,
  redactText,
  voidEntry,
  withdrawEntry,
} from '@countersign/contracts/entries/endpoints';
import type { EntryView } from '@countersign/contracts/entries/views';
import {
  answerCorrection,
  approveBatch,
  approveEntry,
  resolveCorrection,
  returnEntry,
  undoDecision,
} from '@countersign/contracts/reviews/endpoints';
import { reassign } from '@countersign/contracts/reviews/waiting-endpoints';
import type { DemoRandom } from '../demo/demo-random';
import type { NewPerson } from '../programs/set-up-program';
import type { Inside } from './inside';
import { entryBody, PASSWORD, tfesi, type TestPeople, type TestProgram } from './test-program';

type Act = readonly [name: string, act: () => Promise<void>];

/** What happens to one entry from its first words on, drawn by chance. */
export class EntryStory {
  private view: EntryView | undefined;
  private readonly fellow: NewPerson;
  private supervisor: NewPerson;
  private other: NewPerson;

  constructor(
    private readonly inside: Inside,
    private readonly random: DemoRandom,
    private readonly here: { readonly program: TestProgram; readonly people: TestPeople },
  ) {
    const { fellow, otherFellow, supervisor, otherSupervisor } = here.people;
    this.fellow = random.chance(0.7) ? fellow : otherFellow;
    [this.supervisor, this.other] = random.chance(0.6)
      ? [supervisor, otherSupervisor]
      : [otherSupervisor, supervisor];
  }

  /** It was logged. */
  get isThere(): boolean {
    return this.view !== undefined;
  }

  /** Writes it for the first time, as a draft or sent. */
  async log(performedOn: string): Promise<void> {
    const body = { ...this.content(performedOn), id: uuidv7(), then: this.then() };
    this.view = await this.inside.call(logEntry, this.fellow, { params: this.params, body });
  }

  /** Looks at it again, as its fellow: somebody else may have changed it. */
  async read(): Promise<void> {
    if (!this.view) return;
    const params = { ...this.params, entryId: this.view.id };
    this.view = await this.inside.call(readEntry, this.fellow, { params });
  }

  /** What may happen next; the rules may still refuse it. */
  next(): Act {
    const { director } = this.here.people;
    const state = this.shown.state;
    const redact: readonly [Act, number] = [['redact', () => this.redact(director)], 0.5];
    const voids: readonly [Act, number] = [['void', () => this.makeVoid()], 0.6];
    if (state === 'draft' || state === 'returned')
      return this.random.weighted<Act>([[['edit', () => this.edit()], 5], voids]);
    if (state === 'submitted')
      return this.random.weighted<Act>([
        [['approve', () => this.approve()], 6],
        [['batch', () => this.approveAlone()], 1],
        [['return', () => this.giveBack()], 2],
        [['withdraw', () => this.change(withdrawEntry, this.fellow)], 1],
        [['reassign', () => this.reassign(director)], 1],
        redact,
      ]);
    return this.random.weighted<Act>([
      [['undo', () => this.change(undoDecision, this.supervisor)], 2],
      [['amend', () => this.amend()], 2],
      [['answer', () => this.answer()], 3],
      [['resolve', () => this.resolve(director)], 2],
      [['approve an amendment', () => this.approve()], 1],
      ...[redact, voids],
    ]);
  }

  private get shown(): EntryView {
    if (!this.view) throw new Error('it is not logged yet');
    return this.view;
  }

  private get params() {
    return { programId: this.here.program.id };
  }

  private get on() {
    const { id: entryId, revision } = this.shown;
    return { params: { ...this.params, entryId }, revision };
  }

  private then(): 'keep' | 'submit' {
    return this.random.chance(0.8) ? 'submit' : 'keep';
  }

  private content(performedOn: string) {
    const {
      id: _,
      then: _then,
      ...content
    } = entryBody(this.here.program, {
      ...{ performedOn, supervisorId: this.supervisor.id },
      ...(this.random.chance(0.4) ? { reflection: 'Slower at the needle entry next time.' } : {}),
      ...(this.random.chance(0.3) ? { caseLabel: 'Case seven' } : {}),
      procedures: [
        this.random.chance(0.15)
          ? tfesi({ outcome: 'aborted', abortedReason: 'No access to the level.' })
          : tfesi({ role: this.random.one(['performed', 'performed-part', 'assisted'] as const) }),
      ],
    });
    return content;
  }

  private async change(endpoint: typeof withdrawEntry | typeof undoDecision, who: NewPerson): Promise<void> {
    this.view = await this.inside.call(endpoint, who, this.on);
  }

  private async edit(): Promise<void> {
    const body = { ...this.content(this.shown.content.performedOn), then: this.then() };
    this.view = await this.inside.call(editEntry, this.fellow, { ...this.on, body });
  }

  private async amend(): Promise<void> {
    const body = { ...this.content(this.shown.content.performedOn), then: 'submit' as const };
    this.view = await this.inside.call(amendEntry, this.fellow, { ...this.on, body });
  }

  private async approve(): Promise<void> {
    const corrects = this.random.chance(0.3);
    const needsHelp = this.random.chance(0.2);
    const body = {
      ...(needsHelp
        ? { help: 2 as const, nextTimeText: 'Plan the entry point first.' }
        : { help: 4 as const, keepDoing: 'Calm and clear.' }),
      ...(corrects
        ? {
            corrections: [{ position: 0, role: 'observed' as const }],
            correctionReason: 'I held the needle for most of it.',
          }
        : {}),
    };
    this.view = await this.inside.call(approveEntry, this.supervisor, { ...this.on, body });
  }

  private async approveAlone(): Promise<void> {
    const { id, revision } = this.shown;
    const body = { id: uuidv7(), entries: [{ id, revision }], help: 4 as const, password: PASSWORD };
    await this.inside.call(approveBatch, this.supervisor, { params: this.params, body });
    await this.read();
  }

  private async giveBack(): Promise<void> {
    const body = { reasonCode: 'other' as const, reasonText: 'Please check the levels.' };
    this.view = await this.inside.call(returnEntry, this.supervisor, { ...this.on, body });
  }

  private async answer(): Promise<void> {
    const body = this.random.chance(0.5)
      ? { kind: 'accepted' as const }
      : { kind: 'contested' as const, text: 'I held it for longer than that.' };
    this.view = await this.inside.call(answerCorrection, this.fellow, { ...this.on, body });
  }

  private async resolve(director: NewPerson): Promise<void> {
    const body = { kind: this.random.one(['upheld', 'reversed'] as const), text: 'As both have told me.' };
    this.view = await this.inside.call(resolveCorrection, director, { ...this.on, body });
  }

  private async makeVoid(): Promise<void> {
    const { director } = this.here.people;
    const who = this.shown.state === 'approved' ? director : this.fellow;
    this.view = await this.inside.call(voidEntry, who, { ...this.on, body: { reason: 'Logged twice.' } });
  }

  private async redact(director: NewPerson): Promise<void> {
    const pointer = this.random.one([
      '/content/reflection',
      '/content/caseLabel',
      '/decisions/0/nextTimeText',
      '/decisions/0/keepDoing',
    ]);
    const body = { number: this.shown.number, pointer, reason: 'Not wanted here.' };
    await this.inside.call(redactText, director, { params: this.on.params, body });
    await this.read();
  }

  private async reassign(director: NewPerson): Promise<void> {
    const { id, revision } = this.shown;
    const body = { entries: [{ id, revision, toId: this.other.id }] };
    await this.inside.call(reassign, director, { params: this.params, body });
    [this.supervisor, this.other] = [this.other, this.supervisor];
    await this.read();
  }
}
