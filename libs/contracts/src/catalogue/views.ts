import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, ValidateNested } from 'class-validator';
import type { CountUnit, Guidance, LevelType, ProcedureRole, Side } from '@countersign/domain/catalogue';
import { CivilDate, Optional } from '../fields';

/** A family of items. */
export class CatalogueGroupView {
  @IsString() id!: string;
  @IsString() name!: string;
  @IsIn(['procedure', 'experience']) kind!: 'procedure' | 'experience';
}

/** One procedure or experience; the fields are those of the domain's catalogue item. */
export class CatalogueItemView {
  @IsString() id!: string;
  @IsString() name!: string;
  @IsString() group!: string;
  @IsIn(['procedure', 'experience']) kind!: 'procedure' | 'experience';
  @IsString({ each: true }) regions!: string[];
  @IsString({ each: true }) sides!: Side[];
  @IsString() levelType!: LevelType;
  @IsString({ each: true }) levels!: string[];
  @IsBoolean() multiLevel!: boolean;
  @IsString({ each: true }) guidance!: Guidance[];
  @IsString({ each: true }) techniques!: string[];
  @IsString({ each: true }) targets!: string[];
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
  @IsArray() @ValidateNested({ each: true }) @Type(() => CatalogueGroupView) groups!: CatalogueGroupView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CatalogueItemView) items!: CatalogueItemView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => ComplicationView) complications!: ComplicationView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DiagnosisView) diagnoses!: DiagnosisView[];
}
