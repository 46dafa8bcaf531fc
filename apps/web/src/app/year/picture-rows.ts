import { isOpenEnd, isWithin, type Stretch } from '@countersign/domain/calendar';
import { checkPlanned } from '@countersign/domain/people';
import type { FellowYearView, LeaveLineView, RotationLineView } from '@countersign/contracts/schedule/views';
import { problemInWords } from '@countersign/contracts/words/problem';
import { leaveInWords } from '@countersign/contracts/words/schedule';
import { dayFull, dayRange } from '@countersign/contracts/words/time';
import { clipped, gapsIn, lanesOf } from './picture-days';
import type { SiteMark } from './site-marks';

interface BarBase extends Stretch {
  /** Stays while a bar is moved. */
  readonly key: string;
  readonly fellow: FellowYearView;
  /** What it is, without its days. */
  readonly title: string;
  readonly lane: number;
}
/** Where a fellow is; the only bar that is moved. */
export interface RotationBar extends BarBase {
  readonly kind: 'rotation';
  readonly rotation: RotationLineView;
  readonly site: SiteMark | undefined;
  /** What stands in it, the most that fits first. */
  readonly labels: readonly string[];
}
/** Days away; it lies over what is planned on them. */
export interface LeaveBar extends BarBase {
  readonly kind: 'leave';
  readonly leave: LeaveLineView;
}
/** Training for which no rotation is planned, as far as it is drawn. */
export interface GapBar extends BarBase {
  readonly kind: 'gap';
}
/** One thing in the row of a fellow. */
export type Bar = RotationBar | LeaveBar | GapBar;

/** A training of a fellow as a row of the picture. */
export interface PictureRow {
  readonly key: string;
  readonly fellow: FellowYearView;
  /** What differs from the others: the days of a training that does not fill the year. */
  readonly note: string;
  /** The part of the training that is drawn; undefined where none of it is in this year. */
  readonly training: Stretch | undefined;
  /** By their first day; leave after what it lies over. */
  readonly bars: readonly Bar[];
  readonly lanes: number;
}

/** What the picture is drawn of. */
export interface Drawn {
  readonly fellows: readonly FellowYearView[];
  readonly sites: ReadonlyMap<string, SiteMark>;
  readonly span: Stretch;
  readonly today: string;
}

/** A row for each training that has a day in the drawn year. */
export function pictureRows({ fellows, sites, span, today }: Drawn): PictureRow[] {
  return fellows.flatMap((fellow) => {
    const training = clipped(fellow, span);
    if (!training) return [];
    const bars = [...rotationBars(fellow, sites), ...leaveBars(fellow), ...gapBars(fellow, training)]
      .filter((one) => clipped(one, span) !== undefined)
      .sort((one, other) => (one.fromOn < other.fromOn ? -1 : one.fromOn > other.fromOn ? 1 : 0));
    const lanes = 1 + Math.max(0, ...bars.map(({ lane }) => lane));
    return [{ key: rowKey(fellow), fellow, note: noteOf(fellow, span, today), training, bars, lanes }];
  });
}

/** A bar as a sentence. */
export function barInWords({ fellow, title }: Bar, { fromOn, toOn }: Stretch): string {
  return `${fellow.name}, ${title}, ${dayFull(fromOn)} to ${dayFull(toOn)}`;
}

/**
 * What speaks against these days for a rotation, by the rule that the server holds it to; undefined where nothing that this
 * page knows does. Of trainings the page knows those that are not over.
 */
export function wordsAgainst(
  { fellow, rotation }: Pick<RotationBar, 'fellow' | 'rotation'>,
  days: Stretch,
  fellows: readonly FellowYearView[],
): string | undefined {
  const own = fellows.filter(({ id }) => id === fellow.id);
  const others = own.flatMap(({ rotations }) => rotations).filter(({ id }) => id !== rotation.id);
  const [first] = checkPlanned(days, { training: own, others });
  return first && problemInWords({ code: first.code, values: first.detail ?? {} });
}

/** What the picture says first: who has days of training ahead without a rotation. */
export function findingOf(rows: readonly PictureRow[], today: string): string {
  const gaps = rows.flatMap(({ bars }) => bars.filter(({ kind, toOn }) => kind === 'gap' && toOn >= today));
  const [first] = gaps.sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  if (rows.length === 0) return 'Nobody is in training in this year';
  if (!first) return 'Everybody in training has a rotation';
  const said = `${first.fellow.name} has no rotation, ${dayRange(first.fromOn, first.toOn, today)}`;
  return gaps.length === 1 ? said : `${said}; ${gaps.length - 1} more such stretches`;
}

function rowKey({ id, fromOn }: FellowYearView): string {
  return `${id} ${fromOn}`;
}

function rotationBars(fellow: FellowYearView, sites: ReadonlyMap<string, SiteMark>): RotationBar[] {
  const lanes = lanesOf(fellow.rotations);
  return fellow.rotations.map((rotation, index) => {
    const { id, name, siteId, service, fromOn, toOn } = rotation;
    const site = sites.get(siteId);
    const share = service === 100 ? '' : ` · ${service} %`;
    const place = site?.name ?? name;
    return {
      ...{ kind: 'rotation', key: id, fellow, rotation, site, fromOn, toOn, lane: lanes[index] ?? 0 },
      title: `${[name, ...(site ? [site.name] : [])].join(', ')} · ${service} % on service`,
      labels: [`${place}${share}`, place, place.split(' ')[0] ?? place],
    };
  });
}

function leaveBars(fellow: FellowYearView): LeaveBar[] {
  return fellow.leave.map((leave) => {
    const { id, kind, fromOn, toOn } = leave;
    return { kind: 'leave', key: id, fellow, leave, fromOn, toOn, lane: 0, title: leaveInWords(kind) };
  });
}

function gapBars(fellow: FellowYearView, training: Stretch): GapBar[] {
  return gapsIn(training, fellow.rotations).map((gap) => ({
    ...gap,
    ...{ kind: 'gap', key: `${rowKey(fellow)} gap ${gap.fromOn}`, fellow, lane: 0 },
    title: 'no rotation',
  }));
}

function noteOf({ fromOn, toOn }: FellowYearView, span: Stretch, today: string): string {
  if (!isWithin(fromOn, span) && !isWithin(toOn, span)) return '';
  if (fromOn === span.fromOn && toOn === span.toOn) return '';
  if (isOpenEnd(toOn)) return `from ${dayRange(fromOn, fromOn, today)}`;
  return dayRange(fromOn, toOn, today);
}
