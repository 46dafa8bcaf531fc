import type { Contradiction } from '@countersign/domain/entry';

/** What cannot both be true, and what to do; `it` is the item that is meant. */
const sentences: Readonly<Record<Contradiction, (it: string) => string>> = {
  'took-over-unseen': () =>
    'Under oversight nobody was there to take over. Choose another supervision, or another outcome.',
  'took-over-from-nobody': () =>
    'The supervisor can take over only what you did yourself. Choose another role, or another outcome.',
  'helped-unseen': () =>
    'You observed or assisted somebody, so it was not under oversight. Choose how you were supervised.',
  'took-over-without-help': () => 'You rated your help as not needed, and the supervisor took over.',
  'done-by-nobody-there': () => 'You rated that the supervisor did it, and under oversight nobody was there.',
  'aborted-as-complication': () =>
    'Among the complications it says that it was aborted. Choose “Aborted”, or take that complication out.',
  'reached-and-not': () =>
    'Among the complications it says that the target was not reached, so it was no success.',
  'aborted-and-done': () =>
    'The same procedure at the same place was aborted and a success. If it went on in another way, it is “Converted”.',
  'setting-of-item': (it) => `${it} does not happen in this setting.`,
  'pain-of-item': (it) => `${it} is not about this kind of pain.`,
  'pain-of-diagnosis': () => 'The diagnosis code is not about this kind of pain.',
  'diagnosis-of-group': () => 'This diagnosis code does not belong to the group above it.',
  'age-of-item': (it) => `${it} is not about a patient of this age.`,
  'age-of-diagnosis': () => 'The diagnosis code is not about a patient of this age.',
};

/** What a supervisor's correction cannot say beside what the fellow recorded, and what to do. */
const ofCorrections: Partial<typeof sentences> = {
  'took-over-unseen': () =>
    'The fellow recorded that the supervisor took over, and under oversight nobody was there. Choose another supervision, or return the entry.',
  'took-over-from-nobody': () =>
    'The fellow recorded that the supervisor took over, which fits only what the fellow did. Choose another role, or return the entry.',
  'helped-unseen': () =>
    'Whoever observes or assists has somebody beside them, so it was not under oversight. Choose how it was supervised.',
};

/** What a correction contradicts, in a sentence for the supervisor who makes it. */
export function correctionContradictionInWords(about: string | number | undefined): string {
  const sentence = isContradiction(about) ? ofCorrections[about] : undefined;
  return sentence?.('') ?? 'This contradicts something else in the entry.';
}

/** Two answers that contradict each other, in a sentence at the field that is to be put right. */
export function contradictionInWords(
  about: string | number | undefined,
  item: string | number | undefined,
): string {
  const sentence = isContradiction(about) ? sentences[about] : undefined;
  return sentence?.(String(item ?? 'The procedure')) ?? 'This contradicts another answer.';
}

function isContradiction(about: string | number | undefined): about is Contradiction {
  return typeof about === 'string' && Object.hasOwn(sentences, about);
}
