import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** A fellowship program. Everything below it is keyed by its id first, so that the schema shards by program. */
@Entity('program')
@Logged({ log: 'program' })
export class ProgramRow {
  @PrimaryColumn(primaryColumn('id', 'pk_program')) id!: string;
  @Column(column(200)) name!: string;
  @Column(column(200)) institution!: string;
  /** IANA name; civil dates of the program are dates there. */
  @Column(column(64)) timeZone!: string;
  @Column(column(16)) catalogueEdition!: string;
  /** Days after the procedure up to which an entry is not late. */
  @Column(column('count')) lateAfterDays!: number;
  /** Days after the last day of a role in which training can still be logged; null takes `CLOSING_DAYS`. */
  @Column(column('count', nullable)) closingDays!: number | null;
  /** Ids of details that are needed wherever an item has them, with a blank between; null where none is. */
  @Column(column(1300, nullable)) neededDetails!: string | null;
  /** To whom entries fall besides their supervisor, and after how many days of waiting; null where to nobody. */
  @Column(column('id', nullable)) fallbackPersonId!: string | null;
  @Column(column('count', nullable)) fallbackAfterDays!: number | null;
  /** From when on whoever approves, signs or administers needs a second factor; null where none is asked for. */
  @Column(column('instant', nullable)) factorFrom!: number | null;
  /** Made by the demo generator; such a program may be wiped and offers one-tap sign-in. */
  @Column(column('flag')) demo!: boolean;
  @Column(column('instant')) createdAt!: number;
}

/** A site of a program. */
@Entity('site')
@Logged({ log: 'program' })
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_site_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class SiteRow {
  @PrimaryColumn(primaryColumn('id', 'pk_site')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_site')) id!: string;
  @Column(column(200)) name!: string;
  /** Setting offered first at this site. */
  @Column(column(24)) setting!: string;
}

/** A stretch of the rotation schedule: a fellow at a site. */
@Entity('rotation')
@Logged({ log: 'program' })
@Index('ix_rotation_fellow', ['programId', 'fellowId', 'fromOn'])
@ForeignKey('SiteRow', ['programId', 'siteId'], ['programId', 'id'], {
  name: 'fk_rotation_site',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_rotation_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RotationRow {
  @PrimaryColumn(primaryColumn('id', 'pk_rotation')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_rotation')) id!: string;
  @Column(column('id')) fellowId!: string;
  @Column(column('id')) siteId!: string;
  @Column(column(120)) name!: string;
  @Column(column('civilDate')) fromOn!: string;
  @Column(column('civilDate')) toOn!: string;
  /** On-service share in percent: 100 for a full procedure rotation, less for an elective. */
  @Column(column('count')) service!: number;
  /** Working days a week on which procedures are planned, 1 to 5; null where nobody has said. */
  @Column(column('count', nullable)) procedureDays!: number | null;
}

/** Leave of a fellow: days without service. */
@Entity('leave_period')
@Logged({ log: 'program' })
@Index('ix_leave_fellow', ['programId', 'fellowId', 'fromOn'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_leave_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_leave_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class LeaveRow {
  @PrimaryColumn(primaryColumn('id', 'pk_leave')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_leave')) id!: string;
  @Column(column('id')) fellowId!: string;
  @Column(column('civilDate')) fromOn!: string;
  @Column(column('civilDate')) toOn!: string;
  @Column(column(40)) kind!: string;
}
