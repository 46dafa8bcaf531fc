import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from './columns';
import { Logged } from './logged';

/** The head of the tree over a log as it was at some time, kept so that a later change of what it covers shows. */
@Entity('log_checkpoint')
@Logged({ unlogged: 'the log itself' })
export class CheckpointRow {
  @PrimaryColumn(primaryColumn('id', 'pk_log_checkpoint')) logId!: string;
  /** Number of events that it covers. */
  @PrimaryColumn(primaryColumn('count', 'pk_log_checkpoint')) size!: number;
  /** Hex root of the tree over their leaves (RFC 6962). */
  @Column(column(64)) root!: string;
  /** Hex head of the chain after the last of them. */
  @Column(column(64)) chain!: string;
  /** Size and hex hash of each complete subtree, the largest first: all that the next one needs of the past. */
  @Column(column('json')) frontier!: readonly (readonly [size: number, hash: string])[];
  @Column(column('instant')) at!: number;
  /** The signed note of it (C2SP tlog-checkpoint); null for one that was kept before there were keys. */
  @Column(column('longText', nullable)) note!: string | null;
}
