import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TextId } from '@countersign/domain/ledger';
import { column, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/**
 * A kept text that the privacy guard would stop today, with the place where it stands. It may have been removed or
 * declared since: the text says so.
 */
@Entity('stopped_text')
@Logged({ unlogged: 'derived from the texts by the privacy guard' })
export class StoppedTextRow {
  @PrimaryColumn(primaryColumn('id', 'pk_stopped_text')) programId!: string;
  @PrimaryColumn(primaryColumn(69, 'pk_stopped_text')) textId!: TextId;
  @Column(column('id')) entryId!: string;
  /** The newest version in which it stands; 0 for what the entry itself says. */
  @Column(column('count')) number!: number;
  /** Last part of the pointer to it, such as `reflection`. */
  @Column(column(40)) field!: string;
  @Column(column(8)) tier!: 'block' | 'warn';
}
