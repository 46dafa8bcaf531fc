import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from './columns';
import { Logged } from './logged';

/** One change, append-only, hashed into the chain of its log. The key makes a fork impossible to store. */
@Entity('event')
@Logged({ unlogged: 'the log itself' })
@Index('ix_event_object', ['logId', 'object'])
export class EventRow {
  @PrimaryColumn(primaryColumn('id', 'pk_event')) logId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_event')) seq!: number;
  @Column(column('instant')) at!: number;
  @Column(column('id')) actorId!: string;
  @Column(column(40)) action!: string;
  /** What changed, `kind:id`. */
  @Column(column(80)) object!: string;
  /** The event's exact canonical JSON (RFC 8785), the bytes that were hashed; null once a redaction emptied it. */
  @Column(column('longText', nullable)) body!: string | null;
  /** Hex SHA-256 of the leaf. */
  @Column(column(64)) leaf!: string;
  /** Hex head of the chain after this event. */
  @Column(column(64)) chain!: string;
}

/** The newest event of a log; its row is the lock that orders the log. */
@Entity('log_head')
@Logged({ unlogged: 'the log itself' })
export class LogHeadRow {
  @PrimaryColumn(primaryColumn('id', 'pk_log_head')) logId!: string;
  @Column(column('count')) seq!: number;
  @Column(column(64)) chain!: string;
  /** Number of the event that began the second epoch; null while a log of the first has none. */
  @Column(column('count', nullable)) epochSeq!: number | null;
}
