import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';
import { LeasedRow } from './lease';

/** How far a follower has come in a log. */
@Entity('follower_cursor')
@Logged({ unlogged: 'how far followers have come: no state of the business' })
export class FollowerCursorRow extends LeasedRow {
  @PrimaryColumn(primaryColumn(40, 'pk_follower_cursor')) name!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_follower_cursor')) logId!: string;
  /** The last event that it is done with; 0 before the first. */
  @Column(column('count')) seq!: number;
}

/** An event that a follower could not deal with and has left behind. */
@Entity('follower_dead_letter')
@Logged({ unlogged: 'what followers left behind: no state of the business' })
export class DeadLetterRow {
  @PrimaryColumn(primaryColumn(40, 'pk_follower_dead_letter')) name!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_follower_dead_letter')) logId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_follower_dead_letter')) seq!: number;
  /** When it was left behind. */
  @Column(column('instant')) at!: number;
  /** What the last try said. */
  @Column(column(300)) error!: string;
}
