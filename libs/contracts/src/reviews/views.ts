import { Type } from 'class-transformer';
import { IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { procedureRoles, type ProcedureRole } from '@countersign/domain/catalogue';
import { outcomes, pullReasons, type Outcome, type PullReason } from '@countersign/domain/entry';
import { EntryView } from '../entries/views';
import { Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { pastKinds, type PastKind } from './bodies';

/** Waiting entries that are alike and may be approved by one act. */
export class QueueBatchView {
  /** Two to 25, in the order of the queue. */
  @Id({ each: true }) entryIds!: string[];
}

/** A waiting entry that is looked at by itself, and why. */
export class PulledEntryView {
  @Id() entryId!: string;
  @OneOf(pullReasons, { each: true }) reasons!: PullReason[];
}

/** How often a fellow had a part. */
export class RoleCountView {
  @OneOf(procedureRoles) role!: ProcedureRole;
  @IsInt() @Min(1) cases!: number;
}

/** How often it ended so. */
export class OutcomeCountView {
  @OneOf(outcomes) outcome!: Outcome;
  @IsInt() @Min(1) cases!: number;
}

/**
 * Approved cases of a fellow in one item, as they count, without simulations. No ratings and no progress: they would
 * steer the rating.
 */
export class EarlierCasesView {
  @Id() fellowId!: string;
  @IsString() itemId!: string;
  @ValidateNested({ each: true }) @Type(() => RoleCountView) roles!: RoleCountView[];
  @ValidateNested({ each: true }) @Type(() => OutcomeCountView) outcomes!: OutcomeCountView[];
}

/** The entries that wait for the signed-in supervisor, oldest first. */
export class QueueView {
  /** At most 200; `total` tells how many wait in all. */
  @ValidateNested({ each: true }) @Type(() => EntryView) entries!: EntryView[];
  @IsInt() @Min(0) total!: number;
  /** Of the entries above, those that may be approved together. */
  @ValidateNested({ each: true }) @Type(() => QueueBatchView) batches!: QueueBatchView[];
  /** Of the entries above, those that differ from what is usual for their fellow. */
  @ValidateNested({ each: true }) @Type(() => PulledEntryView) pulled!: PulledEntryView[];
  /** For each fellow and item of the entries above that has any. */
  @ValidateNested({ each: true }) @Type(() => EarlierCasesView) earlier!: EarlierCasesView[];
}

/** Entries that were approved by one act, in the order in which they were named. */
export class ApprovedBatchView {
  @ValidateNested({ each: true }) @Type(() => EntryView) entries!: EntryView[];
}

/**
 * Entries of which the version that counts was corrected, with everything that was said to it: those to be answered by the
 * end of their days, those that are contested with the longest wait first, those that are settled with the newest first.
 */
export class CorrectedEntriesView {
  /** At most 50; `total` tells how many there are. */
  @ValidateNested({ each: true }) @Type(() => EntryView) entries!: EntryView[];
  @IsInt() @Min(0) total!: number;
}

/** A decision that the reader made and did not take back, with its entry as the reader sees it now. */
export class PastDecisionView {
  @Id() id!: string;
  @OneOf(pastKinds) kind!: PastKind;
  @Instant() at!: number;
  /** Number of the version that was decided on. */
  @IsInt() @Min(1) number!: number;
  @ValidateNested() @Type(() => EntryView) entry!: EntryView;
}

/** A page of what the reader decided, newest first. */
export class PastDecisionPageView {
  @ValidateNested({ each: true }) @Type(() => PastDecisionView) decisions!: PastDecisionView[];
  /** Everybody on whose entries the reader ever decided, by name, to narrow the list to. */
  @ValidateNested({ each: true }) @Type(() => PersonView) fellows!: PersonView[];
  /** All that match, not only this page. */
  @IsInt() @Min(0) total!: number;
  /** Cursor of the next page; absent on the last. */
  @Optional() @IsString() next?: string;
}
