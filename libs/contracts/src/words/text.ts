import type { RedactTextBody } from '../entries/bodies';
import type { EntryView, RemovedTextView } from '../entries/views';
import type { StoppedFieldView, TextField } from '../entries/stopped-views';
import { instantFull } from './time';

/** What a text is called, by the last part of the pointer to it. */
export const textWords: Readonly<Record<TextField, string>> = {
  caseLabel: 'Case label',
  reflection: 'Reflection',
  abortedReason: 'Why it was aborted',
  keepDoing: 'Keep doing',
  nextTimeText: 'Do differently',
  reasonText: 'Reason',
  voidReason: 'Why it is void',
};

/** How many kept texts of a field the privacy guard would stop. */
export function stoppedInWords({ field, identifying, doubtful }: StoppedFieldView): string {
  const parts = [
    identifying > 0 ? `${identifying} ${identifying === 1 ? 'tells' : 'tell'} who a patient is` : '',
    doubtful > 0 ? `${doubtful} may tell who a patient is` : '',
  ].filter(Boolean);
  return `${textWords[field]}: ${parts.join(', ')}`;
}

/** A text of an entry that can be removed, with its place. */
export interface StandingText {
  readonly label: string;
  readonly words: string;
  readonly place: Pick<RedactTextBody, 'number' | 'pointer'>;
}

/** Every text of an entry that its reader sees, what the entry says first, then version by version. */
export function standingTexts(entry: EntryView): StandingText[] {
  const { content, versions, voidReason } = entry;
  // Whoever is not asked for a decision reads what counts, else what was sent last.
  const number = entry.approvedNumber ?? entry.number;
  const at = (pointer: string, words: string | undefined, ofVersion?: number): StandingText[] => {
    const place = { pointer, ...(ofVersion === undefined ? {} : { number: ofVersion }) };
    return words === undefined ? [] : [{ label: nameOf(pointer), words, place }];
  };
  return [
    ...at('/voidReason', voidReason),
    ...at('/content/caseLabel', content.caseLabel, number),
    ...content.procedures.flatMap(({ abortedReason }, position) =>
      at(`/content/procedures/${position}/abortedReason`, abortedReason, number),
    ),
    ...versions.flatMap((version) =>
      version.decisions.flatMap((decision, nth) =>
        (['keepDoing', 'nextTimeText', 'reasonText'] as const).flatMap((field) =>
          at(`/decisions/${nth}/${field}`, decision[field], version.number),
        ),
      ),
    ),
  ];
}

/** A sentence for every text of an entry that was removed, with the time where the program is. */
export function removedTexts({ removed = [], content, versions }: EntryView, timeZone: string): string[] {
  const decisions = versions.flatMap((version) => version.decisions);
  const all = [...removed, ...(content.removed ?? []), ...decisions.flatMap((one) => one.removed ?? [])];
  return all.map((text) => removedInWords(text, timeZone));
}

function removedInWords({ pointer, at }: RemovedTextView, timeZone: string): string {
  return `${nameOf(pointer)}: removed by the director on ${instantFull(at, timeZone)}`;
}

function nameOf(pointer: string): string {
  const words: Readonly<Record<string, string>> = textWords;
  return words[pointer.split('/').at(-1) ?? ''] ?? 'Text';
}
