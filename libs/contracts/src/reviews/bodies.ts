import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { procedureRoles, type ProcedureRole } from '@countersign/domain/catalogue';
import {
  returnReasons,
  supervisionLevels,
  type Help,
  type NextTime,
  type ReturnReason,
  type SupervisionLevel,
} from '@countersign/domain/entry';
import { Id, Name, OneOf, Optional, Prose } from '../fields';
import { ProseBody } from '../prose-body';
import { SigningProseBody } from '../signatures/bodies';

export type { ReturnReason };

/** A rating of one procedure of the entry. */
export class LineRatingBody {
  /** Place of the procedure in the content, from 0. */
  @IsInt() @Min(0) position!: number;
  /** Help given, 1 (supervisor did it) to 5 (not needed). */
  @IsInt() @Min(1) @Max(5) help!: Help;
  /** Next time, 1 (watch) to 5 (alone, may teach). */
  @Optional() @IsInt() @Min(1) @Max(5) nextTime?: NextTime;
}

/** What is set right in one procedure; the fellow's own value stays beside it. */
export class CorrectionBody {
  /** Place of the procedure in the content, from 0. */
  @IsInt() @Min(0) position!: number;
  @Optional() @OneOf(procedureRoles) role?: ProcedureRole;
  @Optional() @OneOf(supervisionLevels) supervision?: SupervisionLevel;
}

/**
 * Approval with its rating: one act gives the log, the rating and the evidence. Either `help` rates all procedures in one
 * tap, or `ratings` names each of them.
 */
export class ApproveBody extends ProseBody {
  /** Help given in all procedures, 1 (supervisor did it) to 5 (not needed). */
  @Optional() @IsInt() @Min(1) @Max(5) help?: Help;
  /** Next time, 1 (watch) to 5 (alone, may teach); beside `help`. */
  @Optional() @IsInt() @Min(1) @Max(5) nextTime?: NextTime;
  /** In the place of `help`: every procedure judged apart. */
  @Optional() @ValidateNested({ each: true }) @Type(() => LineRatingBody) ratings?: LineRatingBody[];
  @Optional() @Prose(1000) keepDoing?: string;
  /** Required when any help is 1 or 2. */
  @Optional() @Prose(1000) nextTimeText?: string;
  /** Role or supervision level of procedures that the supervisor sets right with the approval. */
  @Optional() @ValidateNested({ each: true }) @Type(() => CorrectionBody) corrections?: CorrectionBody[];
  /** Required with corrections. */
  @Optional() @Prose(1000) correctionReason?: string;
}

/** An entry of a batch as the supervisor saw it. */
export class BatchedEntryBody {
  @Id() id!: string;
  @IsInt() @Min(1) revision!: number;
}

/**
 * Approval of entries that are alike, with one rating for every procedure of each. Signed: it carries the password of
 * whoever approves.
 */
export class ApproveBatchBody extends SigningProseBody {
  /** Made by the client: what is sent again under the same id is approved once. */
  @Id() id!: string;
  /** At most 25 that are alike; the API says so with a code of its own, hence the wider limit here. */
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => BatchedEntryBody)
  entries!: BatchedEntryBody[];
  /** Help given in all procedures of all entries, 1 (supervisor did it) to 5 (not needed). */
  @IsInt() @Min(1) @Max(5) help!: Help;
  /** Next time, 1 (watch) to 5 (alone, may teach). */
  @Optional() @IsInt() @Min(1) @Max(5) nextTime?: NextTime;
  @Optional() @Prose(1000) keepDoing?: string;
  /** Required when the help is 1 or 2. */
  @Optional() @Prose(1000) nextTimeText?: string;
}

/** Return with a reason of the list. */
export class ReturnBody extends ProseBody {
  @OneOf(returnReasons) reasonCode!: ReturnReason;
  /** What to change; required unless the reason says it all (`not-my-case`, `duplicate`). */
  @Optional() @Prose(1000) reasonText?: string;
}

/** The fellow's answer to a correction. */
export class AnswerBody extends ProseBody {
  @OneOf(['accepted', 'contested']) kind!: 'accepted' | 'contested';
  /** Why it is contested; required then. */
  @Optional() @Prose(1000) text?: string;
}

/** The director's decision on a contested correction. */
export class ResolutionBody extends ProseBody {
  @OneOf(['upheld', 'reversed']) kind!: 'upheld' | 'reversed';
  @Prose(1000) text!: string;
}

/** Where a correction stands: for its fellow to answer, contested and with the director, or settled. */
export const correctionStandings = ['open', 'contested', 'settled'] as const;
/** One of {@link correctionStandings}. */
export type CorrectionStanding = (typeof correctionStandings)[number];

/** Which corrections are asked for. */
export class CorrectionQuery {
  @OneOf(correctionStandings) standing!: CorrectionStanding;
  /** Those of one fellow alone. */
  @Optional() @Id() fellowId?: string;
}

/** What a supervisor may have decided. */
export const pastKinds = ['approved', 'returned'] as const;
/** One of {@link pastKinds}. */
export type PastKind = (typeof pastKinds)[number];

/** How far back a supervisor looks, in days. */
export const pastDays = ['7', '30', '90', '365'] as const;
/** One of {@link pastDays}. */
export type PastDays = (typeof pastDays)[number];

/** Which of the own decisions are asked for. */
export class PastDecisionQuery {
  @Optional() @Id() fellowId?: string;
  @Optional() @OneOf(pastKinds) kind?: PastKind;
  /** Those of the last so many days, counted back from now. */
  @Optional() @OneOf(pastDays) days?: PastDays;
  /** `next` of the page before. */
  @Optional() @Name(120) cursor?: string;
}
