import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { Id, Optional } from '../fields';

/** A waiting entry as it was seen, and who is to decide on it. */
export class ReassignedEntryBody {
  @Id() id!: string;
  @IsInt() @Min(1) revision!: number;
  @Id() toId!: string;
}

/** Waiting entries that are handed over by one act. */
export class ReassignBody {
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReassignedEntryBody)
  entries!: ReassignedEntryBody[];
}

/** To whom entries fall, and after how many days. */
export class FallbackRuleBody {
  @Id() personId!: string;
  @IsInt() @Min(1) @Max(365) afterDays!: number;
}

/** The program’s fallback; nobody where it is left out. */
export class FallbackBody {
  @Optional() @ValidateNested() @Type(() => FallbackRuleBody) fallback?: FallbackRuleBody;
}
