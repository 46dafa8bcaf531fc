import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TextId } from '@countersign/domain/ledger';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** What a director set for the charts of a competency. It is never changed: a later one stands beside it. */
@Entity('chart_setting')
@Logged({ log: 'program' })
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_chart_setting_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['setById'], ['id'], {
  name: 'fk_chart_setting_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class ChartSettingRow {
  @PrimaryColumn(primaryColumn('id', 'pk_chart_setting')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_chart_setting')) id!: string;
  @Column(column(64)) competencyId!: string;
  @Column(column('count')) adequatePercent!: number;
  @Column(column('count')) inadequatePercent!: number;
  @Column(column('count')) horizon!: number;
  @Column(column('count')) falsePercent!: number;
  /** Fellows who had a judged case when it was set: they keep what they had, so that no signal is written anew. */
  @Column(column('json')) begunIds!: readonly string[];
  @Column(column('id')) setById!: string;
  @Column(column('instant')) setAt!: number;
}

/** Somebody looked at an alarm: both charts start again after the last case that was looked at. */
@Entity('alarm_review')
@Logged({ log: 'program' })
@Index('ix_alarm_review_fellow', ['programId', 'fellowId'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_alarm_review_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_alarm_review_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['byId'], ['id'], {
  name: 'fk_alarm_review_person',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class AlarmReviewRow {
  @PrimaryColumn(primaryColumn('id', 'pk_alarm_review')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_alarm_review')) id!: string;
  @Column(column('id')) fellowId!: string;
  @Column(column(64)) competencyId!: string;
  /** Place of that case in the order of the record, by date and first fact: cases that come in before it stay before it. */
  @Column(column('civilDate')) afterOn!: string;
  @Column(column(40)) afterFact!: string;
  @Column(column('id')) byId!: string;
  @Column(column('instant')) at!: number;
  @Column(column(69)) noteTextId!: TextId;
}

/** A forecast as it was made, to be held against what came. */
export interface ForecastKept {
  readonly fellowId: string;
  readonly competencyId: string;
  readonly need: number;
  /** What it rested on. */
  readonly count: number;
  /** Days that were promised to hold the last case needed with 80 %; null: not before the end of training. */
  readonly earlyOn: string | null;
  readonly lateOn: string | null;
  readonly byEnd: number;
}

/** The forecasts of a program as they were made in a week, and how the earlier ones came out. */
@Entity('forecast_made')
@Logged({ log: 'program' })
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_forecast_made_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class ForecastMadeRow {
  @PrimaryColumn(primaryColumn('id', 'pk_forecast_made')) programId!: string;
  /** Civil date at the program. */
  @PrimaryColumn(primaryColumn('civilDate', 'pk_forecast_made')) madeOn!: string;
  @Column(column('instant')) madeAt!: number;
  /** Cases per on-service week of each fellow, by competency and fellow: the prior of the others until the next week. */
  @Column(column('json')) rates!: CaseRates;
  /** Over-dispersion of the counts of the class, 1 to 4, by competency; null in a week that kept none. */
  @Column(column('json', nullable)) dispersions!: CaseDispersions | null;
  @Column(column('json')) forecasts!: readonly ForecastKept[];
  /** Date ranges whose days are over, of all weeks up to this one, and those of them that held the day. */
  @Column(column('count')) resolved!: number;
  @Column(column('count')) held!: number;
}

/** Cases per on-service week by competency, then by fellow. */
export type CaseRates = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Variance over mean of the counts of a class, by competency. */
export type CaseDispersions = Readonly<Record<string, number>>;
