import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';
import { LeasedRow } from './lease';

/** One run of a timed job. The key lets each slot run once, on however many nodes. */
@Entity('job_run')
@Logged({ unlogged: 'when jobs ran: no state of the business' })
export class JobRunRow extends LeasedRow {
  @PrimaryColumn(primaryColumn(40, 'pk_job_run')) job!: string;
  /** The time that it was due, as ISO 8601 in UTC. */
  @PrimaryColumn(primaryColumn(24, 'pk_job_run')) slot!: string;
  @Column(column('instant', nullable)) doneAt!: number | null;
}
