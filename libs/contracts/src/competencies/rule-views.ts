import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { guidances, procedureRoles } from '@countersign/domain/catalogue';
import {
  distinctThings,
  ruleKinds,
  ruleUnits,
  shareCases,
  type AskedBranch,
  type Rule,
} from '@countersign/domain/competency';
import {
  ageBands,
  diagnosisGroups,
  outcomes,
  painCategories,
  settings,
  supervisionLevels,
} from '@countersign/domain/entry';
import { Optional } from '../fields';

/** Which logged procedures a rule is about; absent parts ask nothing. */
export class FactFilterView {
  @Optional() @IsString({ each: true }) items?: string[];
  @Optional() @IsString({ each: true }) groups?: string[];
  @Optional() @IsIn(['procedure', 'experience']) kind?: string;
  @Optional() @IsIn([...procedureRoles], { each: true }) roles?: string[];
  @Optional() @IsIn([...supervisionLevels], { each: true }) supervision?: string[];
  @Optional() @IsIn([...painCategories], { each: true }) painCategories?: string[];
  @Optional() @IsIn([...settings], { each: true }) settings?: string[];
  @Optional() @IsIn([...outcomes], { each: true }) outcomes?: string[];
  @Optional() @IsString({ each: true }) techniques?: string[];
  /** Of each detail that is named one of its choices, as `detail=choice`. */
  @Optional() @IsString({ each: true }) choices?: string[];
  @Optional() @IsIn([...diagnosisGroups], { each: true }) diagnosisGroups?: string[];
  @Optional() @IsString({ each: true }) diagnoses?: string[];
  @Optional() @IsIn([...ageBands], { each: true }) ageBands?: string[];
  @Optional() @IsIn([...guidances], { each: true }) guidance?: string[];
  @Optional() @IsString({ each: true }) regions?: string[];
  @Optional() @IsIn(['exclude', 'include', 'only']) simulation?: string;
  @Optional() @IsInt() @Min(1) windowMonths?: number;
  @Optional() @IsInt() @Min(1) @Max(5) minHelp?: number;
}

/** A rule that holds no other; which parts there are follows from the kind. */
export class LeafRuleView {
  @IsIn([...ruleKinds]) kind!: string;
  @Optional() @ValidateNested() @Type(() => FactFilterView) filter?: FactFilterView;
  /** Of a count. */
  @Optional() @IsIn([...ruleUnits]) per?: string;
  /** Of a distinct count what differs, of a share which cases it is of. */
  @Optional() @IsIn([...distinctThings, ...shareCases]) of?: string;
  @Optional() @IsInt() @Min(1) need?: number;
  /** How many rated cases a last-n rule looks at, and a share at least. */
  @Optional() @IsInt() @Min(1) n?: number;
  /** Of a share. */
  @Optional() @IsInt() @Min(1) @Max(100) percent?: number;
  @Optional() @IsInt() @Min(1) @Max(5) minHelp?: number;
  @Optional() @IsInt() @Min(1) windowMonths?: number;
  /** Of the competency that comes first. */
  @Optional() @IsString() competencyId?: string;
  @Optional() @IsIn(['met', 'signed']) standing?: string;
  @Optional() @IsString() certificateId?: string;
  /** Of a certificate. */
  @Optional() @IsString() title?: string;
}

/** A rule as it is asked of a fellow: one that holds no other, or any of several such. */
export class AskedRuleView extends LeafRuleView {
  /** Of any-of. */
  @Optional() @ValidateNested({ each: true }) @Type(() => LeafRuleView) rules?: LeafRuleView[];
}

/** A rule of any kind. */
export class AnyRuleView extends AskedRuleView {
  /** Of one about the base specialty: which, what is asked of those, and what of the others. */
  @Optional() @IsString({ each: true }) specialties?: string[];
  @Optional() @ValidateNested() @Type(() => AskedRuleView) listed?: AskedRuleView;
  @Optional() @ValidateNested() @Type(() => AskedRuleView) others?: AskedRuleView;
}

/** A rule in another one with where the fellow stands. */
export class RulePartView {
  @ValidateNested() @Type(() => AskedRuleView) rule!: Rule;
  @IsNumber() value!: number;
  @IsNumber() need!: number;
  @IsBoolean() met!: boolean;
}

/** One rule of a competency with where the fellow stands. */
export class RuleView {
  /** Position in the competency, from 0. */
  @IsInt() @Min(0) index!: number;
  @ValidateNested() @Type(() => AnyRuleView) rule!: Rule;
  /** Title of the competency that comes first, where the rule asks for one. */
  @Optional() @IsString() otherTitle?: string;
  /** Titles of the competencies that the rules in it ask for, by id. */
  @Optional() @IsObject() titles?: Record<string, string>;
  @IsNumber() value!: number;
  @IsNumber() need!: number;
  @IsBoolean() met!: boolean;
  /** What waits for approval, in the unit of a count. */
  @IsInt() @Min(0) waiting!: number;
  /** Rated cases that a rule about ratings looked at. */
  @Optional() @IsInt() @Min(0) looked?: number;
  /** Of any-of each rule in it; of one about the base specialty the one that is asked of the fellow, if any. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RulePartView) parts?: RulePartView[];
  /** Of one about the base specialty: whether the fellow’s is listed. */
  @Optional() @IsIn(['listed', 'others', 'unknown']) branch?: AskedBranch;
}
