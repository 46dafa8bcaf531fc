import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import {
  declineReasons,
  signOffStandings,
  type DeclineReason,
  type SignOffStanding,
} from '@countersign/domain/competency';
import { supervisionLevels, type SupervisionLevel } from '@countersign/domain/entry';
import {
  capacities,
  meanings,
  signingMethods,
  type Capacity,
  type Meaning,
  type SigningMethod,
} from '@countersign/domain/signing';
import { CivilDate, Digest, Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** What a reader may do with a sign-off now. */
export const signOffActs = [
  'sign',
  'decline',
  'withdraw',
  'keep',
  'renew',
  'suspend',
  'reinstate',
  'revoke',
] as const;
/** One of {@link signOffActs}. */
export type SignOffAct = (typeof signOffActs)[number];

/** How evidence changed under what is signed. */
export const evidenceChanges = ['voided', 'amended', 'correction-reversed', 'approval-undone'] as const;
/** One of {@link evidenceChanges}. */
export type EvidenceChange = (typeof evidenceChanges)[number];

/** A signature, as it was given. */
export class SignatureView {
  @Id() id!: string;
  /** Place in the order of signing, from 0. */
  @IsInt() @Min(0) position!: number;
  @IsIn([...capacities]) capacity!: Capacity;
  @Id() personId!: string;
  /** As it was printed when it was signed; another name later does not change it. */
  @IsString() printedName!: string;
  @IsIn([...meanings]) meaning!: Meaning;
  @Instant() at!: number;
  /** IANA zone of the program, in which the time is printed beside UTC. */
  @IsString() timeZone!: string;
  /** By what the signer proved who they are. */
  @IsIn([...signingMethods]) method!: SigningMethod;
  @IsInt() @Min(1) statementVersion!: number;
  /** SHA-256 of the bytes that were shown, under which the document is found. */
  @Digest() documentDigest!: string;
  /** SHA-256 of the record of the signature. */
  @Digest() digest!: string;
}

/** Why the rules are waived. */
export class WaiverView {
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  @Instant() at!: number;
  /** Places of the rules it is for, from 0. */
  @IsInt({ each: true }) unmet!: number[];
  /** Commitment to the words, as the document has it. */
  @IsString() textId!: string;
  /** Absent where the reader may not read it, or it was removed. */
  @Optional() @IsString() text?: string;
}

/** Who declined, suspended or revoked it, and why. */
export class SignOffEndView {
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  @Instant() at!: number;
  @Optional() @IsIn([...declineReasons]) reasonCode?: DeclineReason;
  /** Absent where the reader may not read it, there is none, or it was removed. */
  @Optional() @IsString() text?: string;
}

/** An entry that was counted under the signatures and has changed since. */
export class ChangedEvidenceView {
  @Id() entryId!: string;
  /** Number of the version that was signed. */
  @IsInt() @Min(1) number!: number;
  @IsIn([...evidenceChanges]) what!: EvidenceChange;
  @Instant() at!: number;
}

/** A competency of the requirements of today. */
export class CompetencyOfTodayView {
  @IsString() competencyId!: string;
  @IsString() title!: string;
}

/** A sign-off with what the reader may do. */
export class SignOffView {
  @Id() id!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() competencyId!: string;
  @IsString() title!: string;
  @IsString() setId!: string;
  @IsInt() @Min(1) setVersion!: number;
  /** Signed under a set that stands in for a verified one; nobody may rely on it. */
  @IsBoolean() demonstration!: boolean;
  @IsBoolean() highRisk!: boolean;
  /** Under which supervision the fellow may do it once it is signed. */
  @IsIn([...supervisionLevels]) supervision!: SupervisionLevel;
  @OneOf(signOffStandings) state!: SignOffStanding;
  /**
   * Of what is signed or suspended: the competencies of the fellow's requirements of today for which it stands. The same
   * one, unless a version followed; none where nothing continues what was signed.
   */
  @ValidateNested({ each: true }) @Type(() => CompetencyOfTodayView) standsAs!: CompetencyOfTodayView[];
  @ValidateNested() @Type(() => PersonView) askedBy!: PersonView;
  @Instant() askedAt!: number;
  @Optional() @ValidateNested() @Type(() => WaiverView) waiver?: WaiverView;
  /** In which capacities it is signed, in this order. */
  @IsIn([...capacities], { each: true }) order!: Capacity[];
  /** In the order of signing. */
  @ValidateNested({ each: true }) @Type(() => SignatureView) signatures!: SignatureView[];
  /** Whose turn it is; absent where no signature is missing. */
  @Optional() @IsIn([...capacities]) turn?: Capacity;
  /** When the last signature was given. */
  @Optional() @Instant() signedAt?: number;
  @Optional() @ValidateNested() @Type(() => SignOffEndView) end?: SignOffEndView;
  /** Since when evidence under it has changed and the director has not decided. */
  @Optional() @Instant() flaggedAt?: number;
  /** Every entry that was counted and has changed since, also where the director has decided. */
  @ValidateNested({ each: true }) @Type(() => ChangedEvidenceView) changed!: ChangedEvidenceView[];
  @Optional() @Id() renewsId?: string;
  /** Newest practice, and the last day on which it has not lapsed if none follows. Of what is signed and lapses. */
  @Optional() @CivilDate() lastPracticeOn?: string;
  @Optional() @CivilDate() currentThroughOn?: string;
  /** What the reader may do now. */
  @IsIn([...signOffActs], { each: true }) acts!: SignOffAct[];
  /** It waits for the reader: a signature, or a decision on changed evidence. */
  @IsBoolean() waitsForMe!: boolean;
}

/** Sign-offs that the reader may see: what waits for the reader first, then the newest. */
export class SignOffListView {
  @ValidateNested({ each: true }) @Type(() => SignOffView) signOffs!: SignOffView[];
  /** How many wait for the reader, whatever was asked for. */
  @IsInt() @Min(0) waiting!: number;
}

/** What somebody is about to sign. */
export class OpenedDocumentView {
  /**
   * The canonical JSON as it is kept, to the byte: the page is drawn from it alone, and its SHA-256 over UTF-8 is sent
   * back with the signature. `readSignOffDocument` of domain/signing reads it.
   */
  @IsString() text!: string;
  @Digest() digest!: string;
  /** Capacity in which the reader would sign. */
  @IsIn([...capacities]) capacity!: Capacity;
  /** From which the reader chooses; nothing is preselected. */
  @IsIn([...meanings], { each: true }) meanings!: Meaning[];
  /** The reader's name as it would be printed. */
  @IsString() printedName!: string;
  /** Version of the statement to accept, and when the reader did. */
  @IsInt() @Min(1) statementVersion!: number;
  @Optional() @Instant() statementAcceptedAt?: number;
}
