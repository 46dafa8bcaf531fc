import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  ValidateNested,
} from 'class-validator';
import type {
  CountUnit,
  Guidance,
  ItemDetail,
  LevelType,
  ProcedureRole,
  Side,
} from '@countersign/domain/catalogue';
import { CivilDate, Optional } from '../fields';

/** A family of items. */
export class CatalogueGroupView {
  @IsString() id!: string;
  @IsString() name!: string;
  @IsIn(['procedure', 'experience']) kind!: 'procedure' | 'experience';
}

/** One of the words that a detail may be. */
export class DetailChoiceView {
  @IsString() id!: string;
  @IsString() name!: string;
}

/** What may be said of a procedure beyond levels, technique and guidance; which parts there are follows from the kind. */
export class ItemDetailView {
  @IsString() id!: string;
  @IsString() name!: string;
  @IsIn(['choice', 'number', 'level']) kind!: 'choice' | 'number' | 'level';
  /** Said of each recorded level apart. */
  @IsBoolean() perLevel!: boolean;
  @Optional() @ValidateNested({ each: true }) @Type(() => DetailChoiceView) choices?: DetailChoiceView[];
  @Optional() @IsString() unit?: string;
  @Optional() @IsNumber() min?: number;
  @Optional() @IsNumber() max?: number;
  @Optional() @IsString({ each: true }) levels?: string[];
}

/** What people read for a technique, target or region. */
export class CatalogueWordView {
  @IsString() id!: string;
  @IsString() name!: string;
}

/** One procedure or experience; the fields are those of the domain's catalogue item. */
export class CatalogueItemView {
  @IsString() id!: string;
  @IsString() name!: string;
  /** The name on small buttons. */
  @IsString() short!: string;
  @IsString() group!: string;
  @IsIn(['procedure', 'experience']) kind!: 'procedure' | 'experience';
  @IsString({ each: true }) regions!: string[];
  @IsString({ each: true }) sides!: Side[];
  @IsString() levelType!: LevelType;
  @IsString({ each: true }) levels!: string[];
  @IsBoolean() multiLevel!: boolean;
  /** A level is the tip of one lead; the same one may be recorded once a lead. */
  @IsBoolean() perLead!: boolean;
  @IsString({ each: true }) guidance!: Guidance[];
  @IsString({ each: true }) techniques!: string[];
  /** Techniques of which a row has at most one. */
  @IsArray() @IsArray({ each: true }) oneOf!: string[][];
  @IsString({ each: true }) targets!: string[];
  /** Region that a target is in. */
  @IsObject() regionOf!: Record<string, string>;
  @ValidateNested({ each: true }) @Type(() => ItemDetailView) details!: ItemDetail[];
  @IsString({ each: true }) typicalComplications!: string[];
  @IsInt() riskTier!: 0 | 1 | 2 | 3;
  @IsString() countUnit!: CountUnit;
  @IsObject() codeExamples!: Record<string, string[]>;
  @IsString() notes!: string;
  @IsString({ each: true }) synonyms!: string[];
  @IsString({ each: true }) calls!: string[];
  @IsBoolean() highRisk!: boolean;
  @IsString({ each: true }) usualRoles!: ProcedureRole[];
  @IsString({ each: true }) settings!: string[];
  /** Whether a procedure can be done by telehealth. */
  @IsBoolean() remote!: boolean;
  /** A meeting: its roles are those of a meeting, and it has no supervision level. */
  @IsBoolean() meeting!: boolean;
  @Optional() @CivilDate() sunsetOn?: string;
}

/** A complication term. */
export class ComplicationView {
  @IsString() id!: string;
  @IsString() label!: string;
  @IsString() severity!: string;
  @IsString() onset!: string;
  @IsString({ each: true }) synonyms!: string[];
}

/** A diagnosis with its code. */
export class DiagnosisView {
  @IsString() id!: string;
  @IsString() label!: string;
  @IsString() icd10cm!: string;
  @IsBoolean() verify!: boolean;
  @IsString({ each: true }) synonyms!: string[];
}

/** The program's edition of the catalogue, whole. */
export class CatalogueView {
  @IsString() edition!: string;
  /** The newest edition, to which the director may move the program. */
  @IsString() newest!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CatalogueGroupView) groups!: CatalogueGroupView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CatalogueItemView) items!: CatalogueItemView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => ComplicationView) complications!: ComplicationView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DiagnosisView) diagnoses!: DiagnosisView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CatalogueWordView) words!: CatalogueWordView[];
}
