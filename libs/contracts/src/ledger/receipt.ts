import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, Matches, Min, ValidateNested } from 'class-validator';
import { Instant, OneOf } from '../fields';

/** What a receipt says it is; another form gets another number. */
export const RECEIPT_FORMAT = 'countersign-receipt/1';

const HASH = /^[0-9a-f]{64}$/;

/** An event and the proof that it is in the tree of the checkpoint. Of its content the hash alone is told. */
export class ReceiptEvent {
  /** Number of the event in its log, from 1. */
  @IsInt() @Min(1) seq!: number;
  @Instant() at!: number;
  @IsString() action!: string;
  @IsString() object!: string;
  /** Leaf hash, hex. */
  @Matches(HASH) leaf!: string;
  /** Inclusion proof (RFC 6962 section 2.1.1), hex. */
  @Matches(HASH, { each: true }) proof!: string[];
}

/**
 * The file that proves later that events were in a log when a checkpoint of it was signed: whoever holds it shows with
 * the command `verify --receipt` that they still are, and as they were.
 */
export class Receipt {
  @OneOf([RECEIPT_FORMAT]) format!: typeof RECEIPT_FORMAT;
  /** The signed note of the checkpoint; its first line names the log. */
  @IsString() checkpoint!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReceiptEvent) events!: ReceiptEvent[];
  /** Numbers of events that came after the checkpoint: a later receipt has them. */
  @IsInt({ each: true }) @Min(1, { each: true }) unsigned!: number[];
}
