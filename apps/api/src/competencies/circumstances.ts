import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ChartDesign } from '@countersign/domain/statistics';
import type { TextId } from '@countersign/domain/ledger';
import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { KeptQuery } from '../db/kept-query';
import { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { LeaveRow, RotationRow } from '../programs/program.row';
import {
  AlarmReviewRow,
  ChartSettingRow,
  ForecastMadeRow,
  type CaseDispersions,
  type CaseRates,
} from './chart.row';

/** A stretch of a fellow's schedule: a rotation, or leave. */
export interface ScheduledStretch {
  readonly fromOn: string;
  readonly toOn: string;
  /** Of a rotation its name, of leave its kind. */
  readonly name: string;
  /** On-service share in percent; 0 for leave. */
  readonly service: number;
}

/** What a director set for the charts of a competency. */
export interface ChartSetting extends ChartDesign {
  readonly competencyId: string;
  readonly begunIds: readonly string[];
  readonly setById: string;
  readonly setAt: number;
}

/** A review of an alarm, with the place of the last case that was looked at. */
export interface AlarmReview {
  readonly competencyId: string;
  readonly performedOn: string;
  readonly factId: string;
  readonly byId: string;
  readonly at: number;
  readonly noteTextId: TextId;
}

/** How the forecasts of the program came out so far, and the rates of its fellows, as of the last week that was kept. */
export interface ForecastsKept {
  readonly rates: CaseRates;
  /** Over-dispersion of the class by competency; none before the first week that kept it. */
  readonly dispersions: CaseDispersions;
  readonly resolved: number;
  readonly held: number;
}

/** What besides entries and sign-offs the numbers about a fellow rest on. */
export interface Circumstances {
  /** Days of each training, the earliest first. */
  readonly training: readonly { readonly fromOn: string; readonly toOn: string }[];
  readonly rotations: readonly ScheduledStretch[];
  readonly leave: readonly ScheduledStretch[];
  /** The oldest first. */
  readonly reviews: readonly AlarmReview[];
  /** Those that are for this fellow, by competency. */
  readonly settings: ReadonlyMap<string, ChartSetting>;
  readonly forecasts: ForecastsKept;
}

/** What every part of the statement has, in this order; what a part does not have is null. */
interface Line {
  readonly kind: 'training' | 'rotation' | 'leave' | 'review' | 'setting' | 'forecasts';
  readonly ofId: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly word: string | null;
  readonly competencyId: string | null;
  readonly byId: string | null;
  readonly instant: Date | string | null;
  readonly one: number | null;
  readonly two: number | null;
  readonly three: number | null;
  readonly four: number | null;
  readonly list: string | null;
}

const names = [
  ...(['ofId', 'fromOn', 'toOn', 'word', 'competencyId', 'byId', 'instant'] as const),
  ...(['one', 'two', 'three', 'four', 'list'] as const),
];

/** The columns of a part, each under its name; a union goes by their order. */
function columns(kind: Line['kind'], has: Partial<Record<(typeof names)[number], string>>): string[] {
  return [`'${kind}' AS kind`, ...names.map((name) => `${has[name] ?? 'NULL'} AS ${name}`)];
}

/** What the statement is asked with. */
interface Asked extends Readonly<Record<string, string | readonly string[]>> {
  readonly programId: string;
  readonly fellowIds: readonly string[];
}

/** The schedule of the fellows: training, rotations, leave. */
function schedulePart(manager: EntityManager, of: Asked): SelectQueryBuilder<ObjectLiteral>[] {
  return [
    manager
      .createQueryBuilder(RoleRow, 'held')
      .where("held.programId = :programId AND held.role = 'fellow' AND held.personId IN (:...fellowIds)", of)
      .select(columns('training', { ofId: 'held.personId', fromOn: 'held.fromOn', toOn: 'held.toOn' })),
    manager
      .createQueryBuilder(RotationRow, 'spent')
      .where('spent.programId = :programId AND spent.fellowId IN (:...fellowIds)', of)
      .select(
        columns('rotation', {
          ...{ ofId: 'spent.fellowId', fromOn: 'spent.fromOn', toOn: 'spent.toOn' },
          ...{ word: 'spent.name', one: 'spent.service' },
        }),
      ),
    manager
      .createQueryBuilder(LeaveRow, 'away')
      .where('away.programId = :programId AND away.fellowId IN (:...fellowIds)', of)
      .select(
        columns('leave', {
          ...{ ofId: 'away.fellowId', fromOn: 'away.fromOn', toOn: 'away.toOn', word: 'away.kind' },
        }),
      ),
  ];
}

/** Reviews of the fellows' charts, and the program's settings and newest kept forecasts. */
function chartPart(manager: EntityManager, of: Asked): SelectQueryBuilder<ObjectLiteral>[] {
  return [
    manager
      .createQueryBuilder(AlarmReviewRow, 'review')
      .where('review.programId = :programId AND review.fellowId IN (:...fellowIds)', of)
      .select(
        columns('review', {
          ...{ ofId: 'review.fellowId', fromOn: 'review.afterOn', toOn: 'review.afterFact' },
          ...{ word: 'review.noteTextId', competencyId: 'review.competencyId' },
          ...{ byId: 'review.byId', instant: 'review.at' },
        }),
      ),
    manager
      .createQueryBuilder(ChartSettingRow, 'setting')
      .where('setting.programId = :programId', of)
      .select(
        columns('setting', {
          ...{ competencyId: 'setting.competencyId', byId: 'setting.setById', instant: 'setting.setAt' },
          ...{ one: 'setting.adequatePercent', two: 'setting.inadequatePercent' },
          ...{ three: 'setting.horizon', four: 'setting.falsePercent', list: 'setting.begunIds' },
        }),
      ),
    manager
      .createQueryBuilder(ForecastMadeRow, 'made')
      .where('made.programId = :programId', of)
      .andWhere(
        'made.madeOn = (SELECT MAX(later.madeOn) FROM forecast_made later WHERE later.programId = made.programId)',
      )
      .select(
        columns('forecasts', {
          ...{ one: 'made.resolved', two: 'made.held', word: 'made.dispersions', list: 'made.rates' },
        }),
      ),
  ];
}

const linesOf = new KeptQuery<Asked>((manager, of) => [
  ...schedulePart(manager, of),
  ...chartPart(manager, of),
]);

const NO_FORECASTS: ForecastsKept = { rates: {}, dispersions: {}, resolved: 0, held: 0 };

/** The circumstances of these fellows of a program, in one statement; of each of them there are some. */
export async function circumstancesOf(
  { manager }: Reading,
  programId: string,
  fellowIds: readonly string[],
): Promise<ReadonlyMap<string, Circumstances>> {
  if (fellowIds.length === 0) return new Map();
  const lines = await linesOf.run<Line>(manager, { programId, fellowIds });
  const byFellow = grouped(
    lines.filter(({ ofId }) => ofId !== null),
    ({ ofId }) => ofId ?? '',
  );
  const settings = lines.filter(({ kind }) => kind === 'setting').map(settingOf);
  const kept = lines.filter(({ kind }) => kind === 'forecasts').map(keptOf)[0] ?? NO_FORECASTS;
  return new Map(
    fellowIds.map((id) => {
      const own = byFellow.get(id) ?? [];
      const of = (kind: Line['kind']) => own.filter((line) => line.kind === kind);
      return [
        id,
        {
          training: of('training').map(stretchOf).sort(byStart),
          rotations: of('rotation').map(stretchOf),
          leave: of('leave').map(stretchOf),
          reviews: of('review')
            .map(reviewOf)
            .sort((one, other) => one.at - other.at),
          settings: settingsFor(id, settings),
          forecasts: kept,
        },
      ] as const;
    }),
  );
}

/** The newest setting of each competency that was set before this fellow had a judged case. */
export function settingsFor(
  fellowId: string,
  settings: readonly ChartSetting[],
): ReadonlyMap<string, ChartSetting> {
  return new Map(
    settings
      .filter(({ begunIds }) => !begunIds.includes(fellowId))
      .sort((one, other) => one.setAt - other.setAt)
      .map((setting) => [setting.competencyId, setting]),
  );
}

function byStart(one: { readonly fromOn: string }, other: { readonly fromOn: string }): number {
  return one.fromOn < other.fromOn ? -1 : 1;
}

function stretchOf({ fromOn, toOn, word, one }: Line): ScheduledStretch {
  return { fromOn: fromOn ?? '', toOn: toOn ?? '', name: word ?? '', service: Number(one ?? 0) };
}

function reviewOf({ competencyId, fromOn, toOn, byId, instant, word }: Line): AlarmReview {
  return {
    ...{ competencyId: competencyId ?? '', performedOn: fromOn ?? '', factId: toOn ?? '' },
    ...{ byId: byId ?? '', at: instantOf(instant) ?? 0, noteTextId: (word ?? '') as TextId },
  };
}

function settingOf({ competencyId, byId, instant, one, two, three, four, list }: Line): ChartSetting {
  return {
    ...{ competencyId: competencyId ?? '', setById: byId ?? '', setAt: instantOf(instant) ?? 0 },
    ...{ adequatePercent: Number(one), inadequatePercent: Number(two) },
    ...{ horizon: Number(three), falsePercent: Number(four) },
    begunIds: JSON.parse(list ?? '[]') as string[],
  };
}

function keptOf({ one, two, word, list }: Line): ForecastsKept {
  return {
    rates: JSON.parse(list ?? '{}') as CaseRates,
    dispersions: JSON.parse(word ?? '{}') as CaseDispersions,
    ...{ resolved: Number(one), held: Number(two) },
  };
}
