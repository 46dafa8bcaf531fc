import { ArrayMaxSize, IsArray, IsString, MaxLength, MinLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Optional, TEXT_KIND } from './fields';

/** A body with prose: its writer may have to say that what the guard warned of is no patient. */
export class ProseBody {
  /**
   * The words, exactly as they stand in the prose, that the guard warned of and that the writer says are no patient. They
   * are compared and forgotten; what is kept with the text is that this was said, and what the guard had taken them for.
   */
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(400, { each: true })
  @JSONSchema({ [TEXT_KIND]: 'name' })
  noPatient?: string[];
}
