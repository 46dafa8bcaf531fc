import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead } from '@countersign/domain/access';
import { checkAmendment, decide, type EntryAct } from '@countersign/domain/entry';
import type { AmendEntryBody, EntryBody } from '@countersign/contracts/entries/bodies';
import type { Tx } from '../db/context';
import { must } from '../platform/problem';
import { contentOf } from './entry-content';
import { EntryRules } from './entry-rules';
import { EntryStore, factsOf, type EntryEvent } from './entry-store';
import type { EntryRow } from './entry.row';

/** Which entry, and the revision of it that the caller saw. */
export interface SeenEntry {
  readonly programId: string;
  readonly entryId: string;
  readonly revision: number;
}

/** An edit: what is written, the acts on the entry's life that it is, and the name of its event. */
interface Edit {
  readonly body: EntryBody | AmendEntryBody;
  readonly acts: readonly EntryAct[];
  readonly action: EntryEvent;
}

/** Replaces the content of a draft or returned entry, or amends an approved one. */
@Injectable()
export class EditEntry {
  constructor(
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryRules) private readonly rules: EntryRules,
  ) {}

  /** Edits a draft or returned entry; `then: submit` also sends it. */
  run(tx: Tx, seen: SeenEntry, body: EntryBody): Promise<EntryRow> {
    const sends = body.then === 'submit';
    const acts: EntryAct[] = sends ? [{ kind: 'edit' }, { kind: 'submit' }] : [{ kind: 'edit' }];
    return this.write(tx, seen, { body, acts, action: sends ? 'entry.submitted' : 'entry.edited' });
  }

  /**
   * Sends a new version of an approved entry, which keeps counting meanwhile.
   * @throws ProblemException `entry/unchanged` when it says what the approved version says.
   */
  amend(tx: Tx, seen: SeenEntry, body: AmendEntryBody): Promise<EntryRow> {
    return this.write(tx, seen, { body, acts: [{ kind: 'amend' }], action: 'entry.amended' });
  }

  private async write(tx: Tx, seen: SeenEntry, edit: Edit): Promise<EntryRow> {
    const { actor, now } = tx;
    const content = contentOf(edit.body);
    const sends = edit.body.then === 'submit';
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await this.store.load(tx, key, entriesToRead(actor, seen.programId));
    must(can.edit(actor, factsOf(row)));
    const context = { actorId: actor.personId, now };
    const before = await this.store.life(tx, row);
    const life = edit.acts.reduce((from, act) => must(decide(from, act, context)).life, before);
    const around = await this.rules.around(tx, row, content);
    const stage = sends ? 'submitted' : 'draft';
    this.rules.check(tx, content, { around, stage, fellowId: row.fellowId });
    // Whoever saw an older revision is told that first, when it is moved.
    const amends = edit.action === 'entry.amended' && row.revision === seen.revision;
    const versions = amends ? await this.store.versions(tx, row) : undefined;
    const counting = versions?.filter(({ number }) => number === before.approvedNumber) ?? [];
    for (const counts of await this.store.contents(tx, counting)) must(checkAmendment(counts, content));
    return this.store.move(tx, row, {
      life,
      seen: seen.revision,
      action: edit.action,
      version: { content, submittedAt: sends ? now : null, around },
      ...(versions ? { versions } : {}),
    });
  }
}
