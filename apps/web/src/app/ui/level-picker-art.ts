import { Component, computed, input } from '@angular/core';
import type { LevelType } from '@countersign/domain/catalogue';
import type { LevelMarks } from './level-picker-levels';

type Bone = 'vertebra' | 'sacrum' | 'space' | 'none';
type Mark = 'root' | 'branch' | 'joint' | 'needle';

const spaceTypes: readonly LevelType[] = ['interspace', 'disc', 'joint'];
const markOfType: Readonly<Partial<Record<LevelType, Mark>>> = {
  'nerve-root': 'root',
  nerve: 'root',
  dermatome: 'root',
  'medial-branch': 'branch',
  'lateral-branch': 'branch',
  joint: 'joint',
};

/** Half widths of the sacrum's segments, from S1 down to its end. */
const sacrum = [23, 19, 15, 11.5, 8.5, 6];

/**
 * One level of the spine seen from behind, 84 × 52; rows stacked without a gap make one spine. What is chosen is drawn
 * thick with a dot. Decoration: the buttons beside it say the same in words.
 */
@Component({
  selector: 'cs-level-art',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 84 52" aria-hidden="true" focusable="false">
      @switch (bone()) {
        @case ('vertebra') {
          <g class="bone" [class.on]="marks().middle">
            <path d="M24 5q18 4 36 0q3 11 0 24q-18-4-36 0q-3-13 0-24z" />
            <path d="M24 9q-9-1-13 3q5 5 13 4M60 9q9-1 13 3q-5 5-13 4" />
          </g>
          <rect class="disc" x="27" y="36" width="30" height="10" rx="4" />
        }
        @case ('space') {
          <g class="bone">
            <path d="M24 0q-1 6 0 11q18 4 36 0q1-5 0-11" />
            <path d="M24 52q-1-7 0-12q18 4 36 0q1 5 0 12" />
          </g>
          <rect class="disc" [class.on]="marks().middle" x="20" y="16" width="44" height="20" rx="7" />
        }
        @case ('sacrum') {
          <g class="bone" [class.on]="marks().middle">
            <path [attr.d]="segment()" />
            <circle cx="33" cy="34" r="2" />
            <circle cx="51" cy="34" r="2" />
          </g>
        }
      }
      @if (bone() !== 'none') {
        <text x="42" [attr.y]="bone() === 'space' ? 30.5 : 22">{{ level() }}</text>
        @if (mark() !== 'needle' || marks().left) {
          <path class="nerve" [class.on]="marks().left" [attr.d]="line()" />
        }
        @if (mark() !== 'needle' || marks().right) {
          <path
            class="nerve"
            [class.on]="marks().right"
            [attr.d]="line()"
            transform="matrix(-1 0 0 1 84 0)"
          />
        }
        @if (mark() === 'joint') {
          <ellipse class="joint" [class.on]="marks().left" cx="16" cy="26" rx="5" ry="8" />
          <ellipse class="joint" [class.on]="marks().right" cx="68" cy="26" rx="5" ry="8" />
        } @else {
          @if (marks().left) {
            <circle class="dot" [attr.cx]="dot().x" [attr.cy]="dot().y" r="4.5" />
          }
          @if (marks().right) {
            <circle class="dot" [attr.cx]="84 - dot().x" [attr.cy]="dot().y" r="4.5" />
          }
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .bone {
      fill: var(--cs-surface-2);
      stroke: var(--cs-line-strong);
      stroke-width: 1.25;
    }
    .disc {
      fill: var(--cs-surface-3);
    }
    .on:is(.bone, .disc) {
      fill: var(--cs-accent-soft);
      stroke: var(--cs-accent);
      stroke-width: 2;
    }
    text {
      fill: var(--cs-text);
      font-size: 12.5px;
      font-weight: 600;
      text-anchor: middle;
    }
    .nerve,
    .joint {
      fill: none;
      stroke: var(--cs-line-strong);
      stroke-width: 1.5;
      stroke-linecap: round;
    }
    .joint {
      fill: var(--cs-surface);
    }
    .on:is(.nerve, .joint) {
      stroke: var(--cs-accent);
      stroke-width: 3;
    }
    .joint.on,
    .dot {
      fill: var(--cs-accent);
    }
  `,
})
export class LevelArt {
  readonly level = input.required<string>();
  readonly levelType = input.required<LevelType>();
  readonly marks = input.required<LevelMarks>();

  protected readonly mark = computed<Mark>(() => markOfType[this.levelType()] ?? 'needle');
  protected readonly bone = computed(() => boneOf(this.level(), this.levelType()));
  protected readonly segment = computed(() => sacralSegment(this.level()));

  /** The line of the left side; the right one is its mirror image. */
  protected readonly line = computed(() => {
    const isSacral = this.bone() === 'sacrum';
    switch (this.mark()) {
      case 'root':
        return rootLine(this.bone());
      case 'branch':
        return isSacral ? 'M28 34C18 33 10 28 0 28' : 'M0 36C10 34 11 18 24 13';
      case 'joint':
        return '';
      case 'needle':
        return this.bone() === 'space' ? 'M0 26H15' : 'M0 18H20';
    }
  });

  protected readonly dot = computed(() => {
    const isSpace = this.bone() === 'space';
    switch (this.mark()) {
      case 'root':
        return this.bone() === 'sacrum' ? { x: 33, y: 34 } : { x: isSpace ? 20 : 26, y: 26 };
      case 'branch':
        return this.bone() === 'sacrum' ? { x: 27, y: 34 } : { x: isSpace ? 20 : 24, y: 13 };
      default:
        return isSpace ? { x: 19, y: 26 } : { x: 23, y: 18 };
    }
  });
}

/** What a level is drawn as; `none` where it is no part of the spine. */
export function boneOf(level: string, levelType: LevelType): Bone {
  if (/^S[1-5]$/.test(level) || level === 'L5 DR') return 'sacrum';
  if (spaceTypes.includes(levelType)) return /^[CTLS]\d/.test(level) ? 'space' : 'none';
  // There is no eighth cervical vertebra: its nerve leaves between C7 and T1. The TON crosses the joint C2-3.
  if (level === 'C8' || level === 'TON') return 'space';
  return /^[CTL]\d+$/.test(level) ? 'vertebra' : 'none';
}

function rootLine(bone: Bone): string {
  if (bone === 'sacrum') return 'M33 34C22 35 12 27 0 27';
  return bone === 'space' ? 'M20 26C14 27 8 32 0 33' : 'M26 26C18 28 10 34 0 35';
}

function sacralSegment(level: string): string {
  const position = Math.max(0, Number(level.slice(1)) - 1 || 0);
  const top = sacrum[position] ?? 6;
  const bottom = sacrum[position + 1] ?? 6;
  return `M${42 - top} 2Q42 8 ${42 + top} 2Q${42 + top} 30 ${42 + bottom} 52H${42 - bottom}Q${42 - top} 30 ${42 - top} 2z`;
}
