import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A signed-in browser. The token itself is never stored, only its SHA-256. */
@Entity('session')
@Logged({ log: 'installation', columns: { seenAt: 'volatile' } })
@Index('ix_session_person', ['personId'])
@ForeignKey('PersonRow', ['personId'], ['id'], {
  name: 'fk_session_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SessionRow {
  @PrimaryColumn(primaryColumn(64, 'pk_session')) id!: string;
  @Column(column('id')) personId!: string;
  @Column(column('instant')) openedAt!: number;
  /** Last request, to the minute; 30 idle minutes end the session. */
  @Column(column('instant')) seenAt!: number;
  /** Browser and system, as the browser named them; null where it did not. */
  @Column(column(80, nullable)) device!: string | null;
  /** Twelve hours after opening, whatever happens. */
  @Column(column('instant')) endsAt!: number;
}
