import { Type } from 'class-transformer';
import { IsInt, Min, ValidateNested } from 'class-validator';
import { EntryView } from '../entries/views';

/** The entries that wait for the signed-in supervisor, oldest first. */
export class QueueView {
  /** At most 200; `total` tells how many wait in all. */
  @ValidateNested({ each: true }) @Type(() => EntryView) entries!: EntryView[];
  @IsInt() @Min(0) total!: number;
}
