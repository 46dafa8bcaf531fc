import { DestroyRef, effect, inject, untracked, type WritableSignal } from '@angular/core';
import { Kept } from './kept';

/** How long after the last letter a form is kept: shorter than it takes to close a tab. */
export const KEEP_AFTER_MS = 100;

/** Only one filling of a form of messages: what comes next is typed in the place of what was there. */
const ONLY = 'only';

/** The texts of a form of messages, by the names that they have in the body that is sent. */
export type MessageTexts = Readonly<Record<string, WritableSignal<string>>>;

/** What a form of messages does with what was kept of it. */
export interface KeptTexts {
  /** It was sent: nothing of it is kept any more. */
  done(): Promise<void>;
}

/**
 * Keeps the messages of a form on this device while they are typed, and puts them back into fields that are empty when
 * the form is opened again. Call it where `inject` works.
 * @param form name of the form, with the id of what it is about; undefined while that is not known.
 */
export function keepTexts(form: () => string | undefined, texts: MessageTexts): KeptTexts {
  const kept = inject(Kept);
  const fields = Object.entries(texts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The form whose texts have come back; before, what is kept must not be overwritten with nothing. */
  let open: string | undefined;

  const store = () => {
    const filled = fields.filter(([, text]) => text() !== '');
    if (open === undefined) return;
    if (filled.length === 0) void kept.drop(open, ONLY);
    else void kept.keep(open, ONLY, Object.fromEntries(filled.map(([field, text]) => [field, text()])));
  };
  const begin = async (name: string) => {
    // What was typed about something else does not belong here.
    if (open !== undefined) for (const [, text] of fields) text.set('');
    open = undefined;
    const [found] = await kept.find<Record<string, string>>(name);
    if (form() !== name) return;
    for (const [field, text] of fields) if (text() === '') text.set(found?.value[field] ?? '');
    open = name;
  };
  effect(() => {
    const name = form();
    if (name !== undefined) untracked(() => void begin(name));
  });
  effect(() => {
    for (const [, text] of fields) text();
    clearTimeout(timer);
    timer = setTimeout(() => untracked(store), KEEP_AFTER_MS);
  });
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return {
    done: async () => {
      clearTimeout(timer);
      if (open !== undefined) await kept.drop(open, ONLY);
    },
  };
}
