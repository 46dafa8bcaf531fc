import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import type { BoardReason, Presence } from '@countersign/domain/board';
import { supervisionLevels, type SupervisionLevel } from '@countersign/domain/entry';
import { CivilDate, Id, Instant, Optional } from '../fields';

const reasons = [
  'signed',
  'lapsed',
  'suspended',
  'revoked',
  'not-signed',
  'others-first',
] as const satisfies readonly BoardReason[];

const presences = ['at-site', 'on-leave', 'unplaced'] as const satisfies readonly Presence['kind'][];

/** A site of the program. */
export class BoardSiteView {
  @Id() id!: string;
  @IsString() name!: string;
}

/** A competency with procedures, as the board names it. */
export class BoardCompetencyView {
  @IsString() title!: string;
  /** Names of the procedures that it is about. */
  @IsArray() @IsString({ each: true }) includes!: string[];
  /** Other words for these procedures, by which they are found. */
  @IsArray() @IsString({ each: true }) words!: string[];
}

/** Where the schedule puts a fellow today. */
export class PresenceView {
  @IsIn([...presences]) kind!: Presence['kind'];
  /** Site of a fellow who is `at-site`, with the rotation's name. */
  @Optional() @Id() siteId?: string;
  @Optional() @IsString() rotation?: string;
  /** Last day of a leave. */
  @Optional() @CivilDate() untilOn?: string;
}

/** What one fellow may do in one competency today; what is empty is left out. */
export class BoardLineView {
  /** Position in `competencies`, from 0. */
  @IsInt() @Min(0) competency!: number;
  @IsIn([...reasons]) reason!: BoardReason;
  /** Absent: the fellow observes or assists, and the supervisor performs. */
  @Optional() @IsIn([...supervisionLevels]) supervision?: SupervisionLevel;
  /** Last day on which a signed line holds. */
  @Optional() @CivilDate() untilOn?: string;
  /** First day on which the sign-off no longer held. */
  @Optional() @CivilDate() sinceOn?: string;
  /** Printed names of those who signed what holds today. */
  @Optional() @IsArray() @IsString({ each: true }) signers?: string[];
  /** Titles of the competencies that come first. */
  @Optional() @IsArray() @IsString({ each: true }) waitsFor?: string[];
  /** Rests on a demonstration set: nobody may rely on it. */
  @Optional() @IsBoolean() demonstration?: boolean;
}

/** A fellow of today with a line for each competency. */
export class BoardFellowView {
  /** As the program calls the person; two of one name are told apart. */
  @IsString() name!: string;
  @ValidateNested() @Type(() => PresenceView) presence!: PresenceView;
  @ValidateNested({ each: true }) @Type(() => BoardLineView) lines!: BoardLineView[];
}

/** The supervision board of a program on one day. */
export class BoardView {
  @IsString() program!: string;
  /** IANA name of the zone in which `today` is a day. */
  @IsString() timeZone!: string;
  @CivilDate() today!: string;
  /** When it was put together. While the tag is the same, it is as true when the server answers 304. */
  @Instant() asOf!: number;
  @ValidateNested({ each: true }) @Type(() => BoardSiteView) sites!: BoardSiteView[];
  @ValidateNested({ each: true }) @Type(() => BoardCompetencyView) competencies!: BoardCompetencyView[];
  /** By name. */
  @ValidateNested({ each: true }) @Type(() => BoardFellowView) fellows!: BoardFellowView[];
}

/** The board as a display link shows it. */
export class DisplayView extends BoardView {
  /** For whom the link was made, such as the name of the ward. */
  @IsString() ward!: string;
  /** The site that is chosen when the page opens. */
  @Optional() @Id() siteId?: string;
}

/** A display link as those who keep the links see it; never its secret. */
export class DisplayLinkView {
  @Id() id!: string;
  @IsString() ward!: string;
  @Optional() @Id() siteId?: string;
  /** Name of whoever made it. */
  @IsString() madeBy!: string;
  @Instant() madeAt!: number;
  /** Last day on which it works. */
  @CivilDate() expiresOn!: string;
  @Optional() @Instant() revokedAt?: number;
  /** When it was last used, to about five minutes. */
  @Optional() @Instant() lastSeenAt?: number;
  /** Whether it works today. */
  @IsBoolean() open!: boolean;
}

/** The display links of a program: those that work first, the newest first. */
export class DisplayLinksView {
  @CivilDate() today!: string;
  @ValidateNested({ each: true }) @Type(() => BoardSiteView) sites!: BoardSiteView[];
  @ValidateNested({ each: true }) @Type(() => DisplayLinkView) links!: DisplayLinkView[];
}

/** A new display link with its secret, which is told this once and kept nowhere. */
export class NewDisplayLinkView {
  @ValidateNested() @Type(() => DisplayLinkView) link!: DisplayLinkView;
  /** What the page `/display` sends as `X-Display`; it stands behind the `#` of the ward's address. */
  @IsString() secret!: string;
}
