import type { CurvePanelView } from '@countersign/contracts/curves/views';
import { limitWords, panelWords } from '@countersign/contracts/words/curve';

/** Size of a drawing, in points. */
export const CURVE_WIDTH = 250;
const HEIGHT = 118;
const [LEFT, RIGHT, TOP] = [20, 8, 16];
/** From here down: the strip of outcomes and the numbers of the cases. */
const FLOOR = HEIGHT - 24;
const STRIP = FLOOR + 7;
/** Cases that a drawing has room for at least. */
const FEWEST = 10;

/**
 * A chart of a learning curve as SVG in black and white: score over cases, its limit dashed, no signal possible hatched, the
 * signal as a flag or the alarm as a diamond, and below every case as a tick or, where it did not go well, a cross.
 */
export function curveSvg({ chart, limit, cases, earliestCase, reachedCase }: CurvePanelView): string {
  const first = cases[0]?.number ?? 1;
  const last = Math.max(
    cases.at(-1)?.number ?? 1,
    first + FEWEST - 1,
    chart === 'learning' ? earliestCase : 0,
  );
  const highest = Math.max(limit + 0.8, ...cases.map(({ score }) => score));
  const x = (number: number) =>
    LEFT + ((number - first + 1) / (last - first + 1)) * (CURVE_WIDTH - LEFT - RIGHT);
  const y = (score: number) => FLOOR - (score / highest) * (FLOOR - TOP);
  const at = (number: number, score: number) => `${x(number).toFixed(1)},${y(score).toFixed(1)}`;
  const reached = cases.find(({ number }) => number === reachedCase);
  const hatchedTo = x(Math.min(last, earliestCase - 1));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CURVE_WIDTH}" height="${HEIGHT}" viewBox="0 0 ${CURVE_WIDTH} ${HEIGHT}">
${chart === 'learning' ? hatching(LEFT, hatchedTo) : ''}
<g stroke="#000" fill="none">
<path d="M${LEFT},${TOP} V${FLOOR} H${CURVE_WIDTH - RIGHT}" stroke-width="0.5"/>
<path d="M${LEFT},${y(limit).toFixed(1)} H${CURVE_WIDTH - RIGHT}" stroke-width="1" stroke-dasharray="6 3"/>
<path d="M${at(first - 1, 0)} ${cases.map(({ number, score }) => `L${at(number, score)}`).join(' ')}" stroke-width="1.2"/>
${cases.map(({ number, failedBy }) => outcome(x(number), failedBy !== undefined)).join('')}
</g>
${reached === undefined ? '' : mark(chart, x(reached.number), y(reached.score))}
${label(LEFT, 9, `${panelWords[chart]}, cases ${first} to ${cases.at(-1)?.number ?? first}`)}
${label(LEFT + 3, y(limit) - 2.5, `limit ${limit.toFixed(3)}: ${limitWords[chart]}`)}
${label(x(first), HEIGHT - 3, String(first), 'middle')}
${label(x(cases.at(-1)?.number ?? first), HEIGHT - 3, String(cases.at(-1)?.number ?? first), 'middle')}
${[0, Math.floor(highest)].map((score) => label(LEFT - 4, y(score) + 2.5, String(score), 'end')).join('')}
</svg>`;
}

/** A tick for a case that went well, a cross for one that did not. */
function outcome(x: number, failed: boolean): string {
  if (!failed) return `<path d="M${x.toFixed(1)},${STRIP - 2.5} v5" stroke-width="0.9"/>`;
  return `<path d="M${(x - 2.2).toFixed(1)},${STRIP - 2.2} l4.4,4.4 m-4.4,0 l4.4,-4.4" stroke-width="1.1"/>`;
}

function mark(chart: CurvePanelView['chart'], x: number, y: number): string {
  return chart === 'learning'
    ? `<path d="M${x},${y} v-12 h9 l-2.5,3 l2.5,3 h-9" fill="#000" stroke="#000" stroke-width="0.8"/>`
    : `<path d="M${x},${y - 5} l5,5 l-5,5 l-5,-5 z" fill="#000"/>`;
}

/** Lines aslant where the chart cannot speak yet. */
function hatching(from: number, to: number): string {
  const lines: string[] = [];
  for (let x = from + 4; x < to; x += 6) {
    const run = Math.min(14, to - x);
    lines.push(`M${x.toFixed(1)},${FLOOR} l${run.toFixed(1)},${(-run).toFixed(1)}`);
  }
  return `<path d="${lines.join(' ')}" stroke="#999" stroke-width="0.5" fill="none"/>`;
}

function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="Roboto" font-size="7" text-anchor="${anchor}">${text}</text>`;
}

/** Where the range of dates of a forecast lies between today and the end of training. */
export interface DateSpan {
  readonly today: string;
  readonly endsOn: string;
  readonly earlyOn: string;
  readonly likelyOn: string | undefined;
  /** Absent where it lies beyond the training. */
  readonly lateOn: string | undefined;
}

/** Width of a drawn range, in points. */
export const SPAN_WIDTH = 84;

/** A range of dates: today dotted, the end of training a line, open where it goes beyond. */
export function spanSvg({ today, endsOn, earlyOn, likelyOn, lateOn }: DateSpan): string {
  const [start, end] = [Date.parse(today), Date.parse(endsOn)];
  const x = (on: string) =>
    1 + Math.min(1, Math.max(0, (Date.parse(on) - start) / Math.max(1, end - start))) * (SPAN_WIDTH - 2);
  const [from, to] = [x(earlyOn), lateOn === undefined ? SPAN_WIDTH - 1 : x(lateOn)];
  const box =
    lateOn === undefined ? `M${to},2.5 H${from} V8.5 H${to}` : `M${from},2.5 H${to} V8.5 H${from} Z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SPAN_WIDTH}" height="11" viewBox="0 0 ${SPAN_WIDTH} 11">
<path d="M1,0 V11" stroke="#000" stroke-width="0.6" stroke-dasharray="1.5 1.5"/>
<path d="M${SPAN_WIDTH - 1},0 V11" stroke="#000" stroke-width="1"/>
<path d="${box}" stroke="#000" stroke-width="0.7" fill="#e4e4e4"/>
${likelyOn === undefined ? '' : `<path d="M${x(likelyOn).toFixed(1)},1 V10" stroke="#000" stroke-width="1.6"/>`}
</svg>`;
}
