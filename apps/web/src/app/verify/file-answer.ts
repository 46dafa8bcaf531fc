import { Component, computed, input } from '@angular/core';
import { counted } from '@countersign/contracts/words/count';
import {
  answerInWords,
  capacityWords,
  DEMONSTRATION,
  faultWords,
  letterKindWords,
  meaningWords,
  notProven,
  stepWords,
} from '@countersign/contracts/words/letter';
import { dayFull, instantFull } from '@countersign/contracts/words/time';
import { digestInFours, issuerOf, letterOf, type LetterVerdict } from '@countersign/domain/credential';
import { Icon, type IconName } from '../ui/icon';
import { AnswerShape, type ShapeKind } from './answer-shape';
import type { FileFound } from './letter-check';
import { SignedRecord } from './signed-record';

/** One line of what was looked at. */
interface Line {
  readonly mark: 'yes' | 'no' | 'open' | 'back';
  readonly what: string;
  readonly found: string;
  readonly digest?: string;
}

const icons: Readonly<Record<Line['mark'], IconName>> = {
  yes: 'check',
  no: 'error',
  open: 'info',
  back: 'return',
};

const shapes: Readonly<Record<LetterVerdict, ShapeKind>> = {
  good: 'good',
  'not-checked': 'open',
  'taken-back': 'struck',
  changed: 'differs',
  'issuer-unknown': 'unknown',
  'key-distrusted': 'differs',
  'not-in-force': 'struck',
  'not-a-letter': 'unknown',
};

/** The answer about a file: what was found first, then what to do, what it says, and what was looked at. */
@Component({
  selector: 'cs-file-answer',
  imports: [AnswerShape, Icon, SignedRecord],
  templateUrl: './file-answer.html',
  styleUrl: './answer.css',
})
export class FileAnswer {
  readonly found = input.required<FileFound>();

  protected readonly words = computed(() => answerInWords(this.found().answer));
  protected readonly shape = computed(() => shapes[this.found().answer.verdict]);
  protected readonly letter = computed(() => letterOf(this.found().answer.said ?? {}));
  /** Whether a known key vouches for what the file says. */
  protected readonly confirmed = computed(() =>
    ['good', 'not-checked', 'taken-back', 'not-in-force'].includes(this.found().answer.verdict),
  );
  protected readonly demonstration = computed(() => (this.letter()?.demonstration ? DEMONSTRATION : null));
  protected readonly kind = computed(() => letterKindWords[this.letter()?.kind ?? 'record']);
  protected readonly scope = computed(() => scopeOf(this.found()));
  protected readonly issuer = computed(() => {
    const { name, institution, id } = issuerOf(this.found().answer.said ?? {});
    return [name ?? id, institution].filter(Boolean).join(', ');
  });
  protected readonly limit = computed(() => notProven(this.letter()?.name ?? 'the person named in it'));
  protected readonly lines = computed(() => linesOf(this.found()));
  protected readonly iconOf = (mark: Line['mark']) => icons[mark];
  protected readonly capacity = (code: string) => capacityWords[code] ?? code;
  protected readonly meaning = (code: string) => meaningWords[code] ?? code;
  protected readonly day = dayFull;

  protected signedAt(at: string, timeZone: string): string {
    return timeIn(at, timeZone);
  }
}

/** An instant in the zone in which it was given; in UTC where that zone is not known here. */
function timeIn(at: string, timeZone: string): string {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return at;
  try {
    return instantFull(instant, timeZone);
  } catch {
    return instantFull(instant, 'UTC');
  }
}

function scopeOf({ answer }: FileFound): string {
  const letter = letterOf(answer.said ?? {});
  if (!letter) return '';
  const { competencies, notSigned, totals } = letter;
  const of = notSigned.length > 0 ? ` of ${competencies.length + notSigned.length}` : '';
  const signed = `${competencies.length}${of} ${competencies.length === 1 && of === '' ? 'competency' : 'competencies'} signed`;
  return `${signed}, ${counted(totals.all.roles.performed, 'procedure', 'procedures')} performed as of ${dayFull(letter.asOf)}`;
}

/** What was looked at, in the order in which a reader asks. Where a step failed, it is named and the later ones are open. */
function linesOf(found: FileFound): readonly Line[] {
  const { answer } = found;
  const { failed, digest, verdict } = answer;
  const lines: Line[] = [];
  const named = failed && `step “${stepWords[failed.step]}”: ${faultWords[failed.code]}`;
  const isReadable = verdict !== 'not-a-letter';
  const isIntact = isReadable && verdict !== 'changed';
  if (!isReadable || verdict === 'changed') {
    lines.push({
      mark: 'no',
      what: isReadable ? 'Not as signed' : 'Not readable as a letter',
      found: named ?? '',
      ...(digest ? { digest: digestInFours(digest) } : {}),
    });
  } else if (answer.key || answer.fitsOwnKey) {
    lines.push({
      mark: 'yes',
      what: 'Every word and number agrees',
      found: 'document, as beside the code on paper:',
      ...(digest ? { digest: digestInFours(digest) } : {}),
    });
  }
  lines.push(issuerLine(found, named ?? ''));
  if (verdict === 'not-in-force' || verdict === 'key-distrusted')
    lines.push({ mark: 'no', what: 'In force', found: named ?? '' });
  lines.push(statusLine(found, isIntact));
  return lines;
}

function issuerLine({ answer, key }: FileFound, named: string): Line {
  if (answer.verdict === 'issuer-unknown') return { mark: 'open', what: 'Issuer unknown', found: named };
  if (answer.verdict === 'changed' || answer.verdict === 'not-a-letter')
    return {
      mark: 'open',
      what: 'Issuer',
      found: key ? 'the file names a known key; that alone proves nothing' : 'not asked',
    };
  const since = key ? `, in use since ${instantFull(key.since, 'UTC')}` : '';
  return { mark: 'yes', what: 'Issuer known', found: `key ${key?.kid ?? ''} of ${key?.name ?? ''}${since}` };
}

function statusLine({ answer, at, listMadeAt }: FileFound, isIntact: boolean): Line {
  if (!isIntact) return { mark: 'open', what: 'Taken back?', found: 'not asked for a file that differs' };
  switch (answer.verdict) {
    case 'good':
      return {
        mark: 'yes',
        what: 'Not taken back',
        found: `checked ${instantFull(at, 'UTC')}; nothing about this letter was sent`,
      };
    case 'taken-back':
      return {
        mark: 'back',
        what: 'Taken back',
        found: `in the list of ${listMadeAt ? instantFull(Date.parse(listMadeAt), 'UTC') : 'the issuer'}`,
      };
    case 'not-checked':
      return {
        mark: 'open',
        what: 'Taken back? Not checked',
        found: listMadeAt
          ? `the newest list here is of ${instantFull(Date.parse(listMadeAt), 'UTC')}; this letter is not in it`
          : 'no list is at hand',
      };
    default:
      return {
        mark: 'open',
        what: 'Taken back?',
        found: 'only a letter of a known issuer that is in force is asked for',
      };
  }
}
