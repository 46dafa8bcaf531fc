import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { signOffTransition } from '@countersign/domain/competency';
import type { EventName } from '@countersign/domain/ledger';
import { readSignOffDocument } from '@countersign/domain/signing';
import type { EvidenceChange } from '@countersign/contracts/sign-offs/views';
import type { Tx } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import type { FollowedEvent } from '../followers/follower';
import { Followers } from '../followers/followers';
import { must } from '../platform/problem';
import { readDocument } from '../signatures/signing-documents';
import { SignOffRow, type ChangedEvidence } from './sign-off.row';
import { lifeOf, SignOffStore, type KnownSignOff } from './sign-off-store';

/** Events after which an entry counts no more, or otherwise than it did. */
export const EVIDENCE_EVENTS: readonly EventName[] = [
  'entry.voided',
  'entry.approved',
  'entry.decision-undone',
  'entry.correction-reversed',
];

/** The follower's name. */
export const CHANGED_EVIDENCE = 'changed-evidence';

/**
 * Tells the director when evidence under a signed competency changes: an entry is voided, another version of it is
 * approved, its approval is taken back, or its correction is reversed. The signatures stay as they were given; the
 * sign-off holds until the director decides.
 */
@Injectable()
export class ChangedEvidenceFollower implements OnModuleInit {
  constructor(
    @Inject(Followers) private readonly followers: Followers,
    @Inject(SignOffStore) private readonly store: SignOffStore,
  ) {}

  onModuleInit(): void {
    this.followers.follow(CHANGED_EVIDENCE, EVIDENCE_EVENTS, {
      inside: (tx, events) => this.look(tx, events),
    });
  }

  private async look(tx: Tx, events: readonly FollowedEvent[]): Promise<void> {
    const programId = events[0]?.logId;
    if (programId === undefined) return;
    const held = await tx.manager.find(SignOffRow, {
      where: { programId, slot: 'held' },
      order: { id: 'ASC' },
    });
    if (held.length === 0) return;
    const ids = [...new Set(events.map(entryOf))];
    const entries = new Map(
      (await tx.manager.findBy(EntryRow, { programId, id: In(ids) })).map((row) => [row.id, row]),
    );
    const concerned = held.filter(({ fellowId }) =>
      [...entries.values()].some((entry) => entry.fellowId === fellowId),
    );
    for (const { id: signOffId } of concerned)
      await this.flag(tx, await this.store.hold(tx, { programId, signOffId }), { events, entries });
  }

  private async flag(
    tx: Tx,
    known: KnownSignOff,
    { events, entries }: { events: readonly FollowedEvent[]; entries: ReadonlyMap<string, EntryRow> },
  ): Promise<void> {
    const { row } = known;
    const signed = await this.evidenceOf(tx, known);
    const news = events.flatMap((event): ChangedEvidence[] => {
      const entry = entries.get(entryOf(event));
      const number = signed.get(entryOf(event));
      if (entry === undefined || number === undefined) return [];
      const what = changeBy(event, entry, { number, signedAt: row.signedAt ?? 0 });
      return what === null ? [] : [{ entryId: entry.id, number, what, at: event.at }];
    });
    const isNew = (one: ChangedEvidence) =>
      !row.changed.some(
        (known) => known.entryId === one.entryId && known.at === one.at && known.what === one.what,
      );
    const added = news.filter(isNew);
    if (added.length === 0) return;
    const { flaggedAt } = must(signOffTransition(lifeOf(known), { kind: 'flag', at: tx.now }));
    await this.store.change(tx, row, { flaggedAt, changed: [...row.changed, ...added] });
    tx.record('sign-off.flagged', { programId: row.programId, id: row.id }, {});
  }

  /** What was counted under the last signature: the number of the version of each entry. */
  private async evidenceOf(tx: Tx, { row, signatures }: KnownSignOff): Promise<ReadonlyMap<string, number>> {
    const { programId, id: subjectId } = row;
    const digest = signatures.at(-1)?.documentDigest ?? '';
    const kept = await readDocument(tx, { programId, subject: 'sign-off', subjectId }, digest);
    const rules = (kept && readSignOffDocument(kept.bytes)?.rules) ?? [];
    return new Map(rules.flatMap(({ evidence }) => evidence.map(({ entryId, number }) => [entryId, number])));
  }
}

function entryOf({ object }: FollowedEvent): string {
  return object.replace(/^entry:/, '');
}

/** How an event changed an entry whose version was signed; null where it did not. */
function changeBy(
  event: FollowedEvent,
  entry: EntryRow,
  { number, signedAt }: { readonly number: number; readonly signedAt: number },
): EvidenceChange | null {
  if (event.action === 'entry.voided') return 'voided';
  // The approval of the very version that was signed may be heard of only now.
  if (event.action === 'entry.approved') return event.data['number'] === number ? null : 'amended';
  if (event.action === 'entry.decision-undone')
    return entry.approvedNumber !== number ? 'approval-undone' : null;
  return event.at >= signedAt && event.data['number'] === number ? 'correction-reversed' : null;
}
