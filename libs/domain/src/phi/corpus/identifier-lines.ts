import type { GuardTier, IdentifierGroup } from '../finding';
import type { LabelledLine } from './labelled-line';

/** Sentences with slots such as `{phone}` and the invented values that go into them. */
export interface IdentifierRecipe {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly recipes: readonly {
    readonly tier: GuardTier;
    readonly kinds: readonly IdentifierGroup[];
    /** How many lines are made of each template. */
    readonly each: number;
    readonly templates: readonly string[];
  }[];
}

/** A step through the values that shares no factor with the lengths of the lists, so that templates meet different values. */
const STRIDE = 7;

/** Fills every template of the recipe; the same recipe always gives the same lines, and no line twice. */
export function identifierLines(recipe: IdentifierRecipe): LabelledLine[] {
  const lines = new Map<string, LabelledLine>();
  let turn = 0;
  for (const { tier, kinds, each, templates } of recipe.recipes) {
    for (const template of templates) {
      for (let copy = 0; copy < each; copy += 1) {
        turn += 1;
        const text = fill(template, recipe.values, turn * STRIDE);
        const id = `identifier-${String(lines.size + 1).padStart(4, '0')}`;
        if (!lines.has(text)) lines.set(text, { id, text, expect: { tier, kinds } });
      }
    }
  }
  return [...lines.values()];
}

function fill(template: string, values: IdentifierRecipe['values'], seed: number): string {
  let slot = 0;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const list = values[name] ?? [];
    slot += 1;
    return list[(seed + slot * 3) % list.length] ?? '';
  });
}
