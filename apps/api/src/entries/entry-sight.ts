import { can } from '@countersign/domain/access';
import {
  isFinal,
  plainContent,
  ratingSight,
  ratingsOpen,
  type DraftContent,
} from '@countersign/domain/entry';
import type { TextId } from '@countersign/domain/ledger';
import type { RemovedTextView } from '@countersign/contracts/entries/views';
import type { Reading } from '../db/context';
import { NO_TEXTS, type Texts } from '../db/texts';
import { factsOf } from './entry-store';
import { removed } from './removed-text';
import type { EntryRow, EntryVersionRow } from './entry.row';
import type { RatedDecision } from './rated-decisions';
import { waits } from './standing';

/** Who reads an entry, and when. */
export type Reader = Pick<Reading, 'actor' | 'now'>;

/** A version with everything that was said about it. */
export interface DecidedVersion {
  readonly version: EntryVersionRow;
  readonly decisions: readonly RatedDecision[];
}

/** Which parts of a decision a reader sees: why it was made, its ratings with the texts, and what it set right. */
export interface SeenParts {
  readonly reason: boolean;
  readonly rating: boolean;
  readonly corrections: boolean;
}

/** What one reader sees of one entry. Every view and every line asks here, so that all of them hide the same. */
export class EntrySight {
  /** The reader is its fellow. */
  readonly own: boolean;
  /** The reader is asked for the decision, or would be. */
  readonly decides: boolean;
  private readonly readsTexts: boolean;

  /** @param texts those of the entry, where its words are asked for */
  constructor(
    private readonly row: EntryRow,
    private readonly reader: Reader,
    private readonly texts: Texts = NO_TEXTS,
  ) {
    const { actor } = reader;
    this.own = row.fellowId === actor.personId;
    this.decides = can.review(actor, factsOf(row)).ok;
    this.readsTexts = can.readNarrative(actor, factsOf(row)).ok;
  }

  /** Others see no version that was not sent, or that was taken back. */
  sees(version: EntryVersionRow): boolean {
    return this.own || version.submittedAt !== null;
  }

  /** Id of the text that says why the entry is void. */
  get voidReason(): TextId | null {
    return this.readsTexts ? this.row.voidReason : null;
  }

  /** The content without what the reader may not see. */
  content({ version, decisions }: DecidedVersion): DraftContent {
    const plain = plainContent(version.content, (id) => this.texts.words(id));
    const { reflection, caseLabel, procedures, ...rest } = plain;
    const seesSelfRating = this.seesSelfRating({ version, decisions });
    return {
      ...rest,
      ...(this.own && reflection !== undefined ? { reflection } : {}),
      ...(this.readsTexts && caseLabel !== undefined ? { caseLabel } : {}),
      procedures: procedures.map(({ selfHelp, abortedReason, ...procedure }) => ({
        ...procedure,
        ...(this.readsTexts && abortedReason !== undefined ? { abortedReason } : {}),
        ...(seesSelfRating && selfHelp !== undefined ? { selfHelp } : {}),
      })),
    };
  }

  /** Texts of the content that were removed, of those that the reader could have read. */
  removedFrom({ version }: DecidedVersion): RemovedTextView[] {
    return Object.entries(version.content.texts ?? {}).flatMap(([pointer, id]) => {
      const mayRead = pointer === '/reflection' ? this.own : this.readsTexts;
      return mayRead ? removed(this.texts, pointer, id) : [];
    });
  }

  /** Which parts of what a decision says the reader may see. */
  said(decision: RatedDecision, { version }: DecidedVersion): SeenParts {
    const mine = decision.byId === this.reader.actor.personId;
    const corrections = mine || decision.live !== null;
    // An answer and a resolution are no ratings: both sides of a contest read them.
    if (decision.slot !== 'decision') return { reason: mine || this.readsTexts, rating: false, corrections };
    const mayRead = can.readRating(this.reader.actor, factsOf(this.row), decision).ok;
    const stands = decision.live !== null;
    const { fellowId } = this.row;
    const { selfRated, submittedAt } = version;
    const rating = ratingSight(
      { fellowId, byId: decision.byId, at: decision.at, stands, selfRated, submittedAt },
      {
        ...{ id: this.reader.actor.personId, now: this.reader.now, mayRead },
        isAsked: this.decides && waits(this.row.state),
      },
    );
    return { reason: mayRead && (mine || stands), rating: rating.shown, corrections };
  }

  /** A supervisor sees a self-rating after having rated, whoever else may read ratings once it is no longer blind. */
  private seesSelfRating({ version, decisions }: DecidedVersion): boolean {
    if (this.own) return true;
    if (!this.readsTexts) return false;
    const { now } = this.reader;
    // A decision that may still be taken back opens nothing: what it opened could not be closed again.
    const given = decisions.find(
      (decision) => decision.kind === 'approved' && decision.live !== null && isFinal(decision, now),
    );
    const { selfRated, submittedAt } = version;
    const { toOthers } = ratingsOpen({ selfRated, submittedAt, ratedAt: given?.at ?? null }, now);
    return toOthers && (!this.decides || given !== undefined);
  }
}
