import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { column, primaryColumn } from './columns';

/** One change, append-only, hashed into the chain of its log. The key makes a fork impossible to store. */
@Entity('event')
@Index('ix_event_object', ['logId', 'object'])
export class EventRow {
  @PrimaryColumn(primaryColumn('id', 'pk_event')) logId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_event')) seq!: number;
  @Column(column('instant')) at!: number;
  @Column(column('id')) actorId!: string;
  @Column(column(40)) action!: string;
  /** What changed, `kind:id`. */
  @Column(column(80)) object!: string;
  /** The event's exact canonical JSON (RFC 8785), the bytes that were hashed. */
  @Column(column('longText')) body!: string;
  /** Hex SHA-256 of the leaf. */
  @Column(column(64)) leaf!: string;
  /** Hex head of the chain after this event. */
  @Column(column(64)) chain!: string;
}

/** The newest event of a log; its row is the lock that orders the log. */
@Entity('log_head')
export class LogHeadRow {
  @PrimaryColumn(primaryColumn('id', 'pk_log_head')) logId!: string;
  @Column(column('count')) seq!: number;
  @Column(column(64)) chain!: string;
}
