import type { FieldProblem } from '@countersign/contracts/problems';
import type { Refused } from '@countersign/domain/refusal';

/** Something to put right at one field, by its JSON pointer into the entry. */
export interface FieldNote {
  readonly pointer: string;
  readonly text: string;
}

/** What is missing, by the last name of its pointer. */
const needed: Readonly<Record<string, string>> = {
  siteId: 'Choose the site.',
  supervisorId: 'Choose who supervised you; the entry goes to them.',
  setting: 'Choose the setting.',
  painCategory: 'Choose the kind of pain.',
  diagnosisGroup: 'Choose the group of the diagnosis.',
  levels: 'Choose at least one level.',
  side: 'Choose a side. It is needed for the count.',
  role: 'Say which part you took.',
  supervision: 'Say how closely you were supervised.',
  outcome: 'Say how it ended.',
  complications: 'Choose what happened, or “No complication”.',
  abortedReason: 'Say in a few words why it was aborted.',
};

const words: Readonly<Record<string, string>> = {
  'entry/impossible-date': 'This day is not in the calendar.',
  'entry/future-date': 'This day is still to come. Choose the day of the procedure.',
  'entry/procedure-needed': 'Choose what you did first.',
  'entry/too-many-procedures': 'An entry holds {max} procedures at most. Log the others as a second entry.',
  'entry/unknown-diagnosis': 'This diagnosis is not in the catalogue any more. Choose another.',
  'entry/unknown-item': 'This procedure is not in the catalogue any more. Choose another.',
  'entry/sunset-item': 'This procedure was retired on {sunsetOn}. Choose the one that replaced it.',
  'entry/region-not-of-item': 'This region does not belong to the procedure.',
  'entry/guidance-not-of-item': 'This guidance does not belong to the procedure.',
  'entry/technique-not-of-item': 'A technique does not belong to the procedure.',
  'entry/repeated': 'The same choice is there twice.',
  'entry/unknown-complication': 'A complication is not in the catalogue any more. Choose another.',
  'entry/none-excludes-others': 'Choose “No complication” or what happened, not both.',
  'entry/reason-only-if-aborted': 'Only an aborted procedure has a reason.',
  'entry/not-of-experience': 'An experience has no outcome and no complications.',
  'entry/simulation-only': 'This one is simulation only. Turn “Simulation” on.',
  'entry/level-not-of-item': '{level} does not belong to the procedure.',
  'entry/single-level-item': 'This procedure takes one level. Add it a second time for another.',
  'entry/duplicate-level': '{level} is there twice on the same side.',
  'entry/side-not-of-item': 'This side does not belong to the procedure.',
  'entry/side-on-level': 'The side belongs to each level here.',
  'entry/unknown-supervisor': 'This person was not a supervisor of the program on that day. Choose another.',
  'entry/unknown-site': 'This site does not belong to the program any more. Choose another.',
};

/** A refusal of the rule book as a line under its field. */
export function noteOfRefusal({ code, field = '', detail = {} }: Refused): FieldNote {
  const text = sentence(code, field) ?? 'This needs another look.';
  return {
    pointer: field,
    text: text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? 'It')),
  };
}

/** A field problem of the server in the same words as the early check; its own title where the code is not known. */
export function noteOfProblem({ pointer, code, title }: FieldProblem): FieldNote {
  const text = sentence(code, pointer);
  return { pointer, text: text === undefined || text.includes('{') ? title : text };
}

function sentence(code: string, pointer: string): string | undefined {
  const name = pointer.split('/').at(-1) ?? '';
  return code === 'entry/required' ? (needed[name] ?? 'This is needed.') : words[code];
}
