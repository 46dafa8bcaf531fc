import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { settings, type Setting } from '@countersign/domain/entry';
import { leaveKinds, type LeaveKind } from '@countersign/domain/people';
import { CivilDate, GivenBack, Id, Name, OneOf, Optional } from '../fields';

/** A site of the program. */
export class SiteBody {
  @Name(200) name!: string;
  /** Setting that is offered first there. */
  @OneOf(settings) setting!: Setting;
}

/** A new site; its id is made by the client. */
export class AddSiteBody extends SiteBody {
  @Id() id!: string;
}

/** A site with another name or setting. */
export class ChangeSiteBody extends SiteBody {
  /** The name that the page showed. */
  @GivenBack(200) seenName!: string;
}

/** Where a fellow is on some days. */
export class RotationBody {
  @Id() siteId!: string;
  @Name(120) name!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** On-service share in percent. */
  @IsInt() @Min(0) @Max(100) service!: number;
  /** Working days a week on which procedures are planned; left out where nobody says. */
  @Optional() @IsInt() @Min(1) @Max(5) procedureDays?: number;
}

/** A new stretch of the schedule; its id is made by the client. */
export class AddRotationBody extends RotationBody {
  @Id() id!: string;
  @Id() fellowId!: string;
}

/** Days as the page showed them. */
export class SeenStretchBody {
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
}

/** A stretch of the schedule that is moved. */
export class ChangeRotationBody extends RotationBody {
  @ValidateNested() @Type(() => SeenStretchBody) seen!: SeenStretchBody;
}

/** Days on which a fellow is away; no reason is asked. */
export class AddLeaveBody {
  @Id() id!: string;
  @Id() fellowId!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @OneOf(leaveKinds) kind!: LeaveKind;
}
