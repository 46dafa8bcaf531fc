import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { isWithin, type Stretch } from '@countersign/domain/calendar';
import type { FellowYearView } from '@countersign/contracts/schedule/views';
import { dayFull, dayRange } from '@countersign/contracts/words/time';
import { counted } from '@countersign/contracts/words/count';
import { widthOf } from '../ui/charts/width-of';
import { BarHold, type HeldBar } from './bar-hold';
import { clipped, gapsIn, lengthOf, placeOf } from './picture-days';
import { hasRoom, labelIn, monthHeads, weekHeads, type BarLabel } from './picture-heads';
import { keyDone } from './picture-keys';
import { PicturePointer, type Begun } from './picture-pointer';
import { barInWords, wordsAgainst, type Bar, type PictureRow, type RotationBar } from './picture-rows';

/** Least width of the year, CSS px, as in `year-grid.css`; on less it scrolls beside the names. */
const LEAST = 960;
/** Width of the names, CSS px, as in `year-grid.css`. */
const namesOf = (width: number) => (width < 600 ? 104 : 160);

/**
 * Who is where, drawn: a row a fellow, days from left to right. A bar is moved by mouse or keys and let go of where it is
 * put down; what becomes of it is its parent's to say, through `hold`. A tap opens what it hits.
 */
@Component({
  selector: 'cs-year-grid',
  templateUrl: './year-grid.html',
  styleUrls: ['./site-marks.css', './year-grid.css'],
  host: {
    '(keydown)': 'onKey($event)',
    '(pointerdown)': 'onDown($event)',
    '(pointermove)': 'onMove($event)',
    '(pointerup)': 'onUp()',
    '(pointercancel)': 'onCancel()',
    '(click)': 'onClick($event)',
    '(focusin)': 'onFocus($event)',
    '(focusout)': 'onLeave()',
  },
})
export class YearGrid {
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly rows = input.required<readonly PictureRow[]>();
  readonly span = input.required<Stretch>();
  readonly today = input.required<string>();
  /** Everybody, also who is not drawn: for the rule about days. */
  readonly fellows = input.required<readonly FellowYearView[]>();
  readonly hold = input.required<BarHold>();
  /** A rotation was put down on other days. */
  readonly put = output<HeldBar>();
  readonly opened = output<Bar>();
  /** Days were drawn over empty space. */
  readonly begun = output<Begun>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  readonly #width = widthOf(1000);
  /** Width of the drawn year, CSS px. */
  readonly #track = computed(() => Math.max(LEAST, this.#width() - namesOf(this.#width())));
  readonly #pointer = computed(() => new PicturePointer(this.hold(), this.span));
  readonly #focused = signal('');
  readonly #drawn = signal<Begun | null>(null);
  /** What happened last with the keys, to be said. */
  readonly #told = signal('');
  readonly #bars = computed(() => this.rows().flatMap(({ bars }) => bars));
  /** The bar in the tab order: the last one that was looked at, else where the first fellow is today. */
  protected readonly current = computed(() => {
    const bars = this.#bars();
    const now = bars.find((one) => one.kind === 'rotation' && isWithin(this.today(), one));
    return (bars.find(({ key }) => key === this.#focused()) ?? now ?? bars[0])?.key ?? '';
  });
  protected readonly label = computed(
    () => `Who is where, ${dayFull(this.span().fromOn)} to ${dayFull(this.span().toOn)}`,
  );
  protected readonly months = computed(() => monthHeads(this.span(), this.today(), this.#track()));
  protected readonly weeks = computed(() => weekHeads(this.span(), this.today(), this.#track()));
  protected readonly todayAt = computed(() => {
    const place = placeOf({ fromOn: this.today(), toOn: this.today() }, this.span());
    return place && 100 * (place.left + place.width / 2);
  });
  protected readonly against = computed(() => {
    const held = this.hold().now();
    return held ? wordsAgainst(held.bar, held.days, this.fellows()) : undefined;
  });
  protected readonly tip = computed(() => {
    const held = this.hold().now();
    const drawn = this.#drawn();
    const days = held?.days ?? drawn?.days;
    const row = held ? this.#rowOf(held.bar) : drawn?.row;
    if (!days || !row) return undefined;
    const text = `${this.#range(days)}${this.against() ? ` · ${this.against()}` : ''}`;
    return { row: row.key, text, ...this.placed(days) };
  });
  protected readonly said = computed(() => {
    const held = this.hold().now();
    if (!held || held.sent) return this.#told();
    return [this.#told(), this.#range(held.days), this.against()].filter((one) => one).join('. ');
  });

  constructor() {
    afterNextRender(() => this.#bringToday());
  }

  protected isHeld({ key }: Bar): boolean {
    return this.hold().now()?.bar.key === key;
  }

  protected daysOf(bar: Bar): Stretch {
    const held = this.hold().now();
    return held?.bar.key === bar.key ? held.days : bar;
  }

  protected placed(days: Stretch): { readonly left: number; readonly width: number } {
    const place = placeOf(days, this.span()) ?? { left: 0, width: 0 };
    return { left: 100 * place.left, width: 100 * place.width };
  }

  protected words(bar: Bar, days: Stretch): string {
    return barInWords(bar, days);
  }

  protected outside({ training }: PictureRow): readonly { readonly left: number; readonly width: number }[] {
    return gapsIn(this.span(), training ? [training] : []).map((one) => this.placed(one));
  }

  protected labelOf({ site, labels, fellow }: RotationBar, days: Stretch): BarLabel {
    const drawn = clipped(days, this.span()) ?? days;
    const letter = site?.letter ?? '';
    return labelIn(drawn, { letter, labels, leave: fellow.leave }, this.#track() / lengthOf(this.span()));
  }

  /** Whether a text has room in so many percent of the year. */
  protected fits(text: string, width: number): boolean {
    return hasRoom(text, (width / 100) * this.#track());
  }

  protected onKey(event: KeyboardEvent): void {
    const bar = this.#barAt(event);
    if (!bar) return;
    const done = keyDone(event, bar, this.rows(), this.hold());
    if (!done) return;
    event.preventDefault();
    this.#told.set('');
    if (done.does === 'walk') this.#focus(done.to);
    if (done.does === 'open') this.opened.emit(done.bar);
    if (done.does === 'hold') this.#told.set(`${bar.title} in hand`);
    if (done.does === 'back') this.#putBack(bar);
    if (done.does === 'send') this.put.emit(done.held);
  }

  protected onDown(event: PointerEvent): void {
    this.#pointer().forget();
    const row = this.#rowAt(event);
    const track = (event.target as Element).closest('.track');
    if (event.button !== 0 || event.pointerType === 'touch' || !row || !track) return;
    this.onLeave();
    const bar = this.#barAt(event);
    const place = (event.target as Element).closest('[data-bar]')?.getBoundingClientRect();
    const grip = { x: event.clientX, track: track.getBoundingClientRect(), row };
    this.#pointer().down({
      ...grip,
      ...(bar && place && { bar: { bar, left: place.left, right: place.right } }),
    });
  }

  protected onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons === 0) return;
    this.#drawn.set(this.#pointer().move(event.clientX, event.shiftKey));
    if (this.#pointer().hasDragged) this.#element.setPointerCapture(event.pointerId);
  }

  protected onUp(): void {
    if (!this.#pointer().up()) return;
    const drawn = this.#drawn();
    this.#drawn.set(null);
    if (drawn) return this.begun.emit(drawn);
    const held = this.hold().putDown();
    if (held) this.put.emit(held);
  }

  protected onCancel(): void {
    this.#pointer().up();
    this.#drawn.set(null);
    this.onLeave();
  }

  protected onClick(event: MouseEvent): void {
    const bar = this.#barAt(event);
    if (bar && !this.#pointer().hasDragged && !this.hold().now()) this.opened.emit(bar);
  }

  protected onFocus(event: FocusEvent): void {
    const bar = this.#barAt(event);
    if (bar) this.#focused.set(bar.key);
  }

  /** Whoever goes elsewhere with a bar in hand has not put it down. */
  protected onLeave(): void {
    if (this.hold().now()?.sent === false) this.hold().release();
  }

  #putBack(bar: Bar): void {
    this.#told.set(`Put back, ${this.#range(bar)}`);
  }

  #range(days: Stretch): string {
    return `${dayRange(days.fromOn, days.toOn, this.today())}, ${counted(lengthOf(days), 'day', 'days')}`;
  }

  #rowOf({ key }: Bar): PictureRow | undefined {
    return this.rows().find(({ bars }) => bars.some((one) => one.key === key));
  }

  #barAt({ target }: Event): Bar | undefined {
    const key = (target as Element).closest('[data-bar]')?.getAttribute('data-bar');
    return this.#bars().find((one) => one.key === key);
  }

  #rowAt({ target }: Event): PictureRow | undefined {
    const key = (target as Element).closest('[data-row]')?.getAttribute('data-row');
    return this.rows().find((one) => one.key === key);
  }

  #focus({ key }: Bar): void {
    this.#focused.set(key);
    this.#element.querySelector<HTMLElement>(`[data-bar="${key}"]`)?.focus();
  }

  /** Where the year is wider than the screen, it begins a little before today. */
  #bringToday(): void {
    const box = this.box().nativeElement;
    const names = namesOf(this.#width());
    const at = ((this.todayAt() ?? 0) / 100) * this.#track();
    if (box.scrollWidth > box.clientWidth) box.scrollLeft = at - (box.clientWidth - names) / 3;
  }
}
