import { canonicalJson } from '../ledger';
import { signOffJson, type SignOffDocument } from './sign-off-document';

/** One thing that is not as it was shown. */
export type DocumentChange =
  | {
      readonly kind: 'rule';
      readonly index: number;
      readonly before: number;
      readonly after: number;
      readonly need: number;
    }
  | { readonly kind: 'evidence'; readonly index: number; readonly entryIds: readonly string[] }
  | { readonly kind: 'chart' }
  | { readonly kind: 'waiver' }
  | { readonly kind: 'signatures' }
  | { readonly kind: 'requirements' }
  | { readonly kind: 'names' };

/**
 * What is different in `now` from what was shown `before`, the rules first; empty for the very same document. A rule that
 * counts as much on other evidence names the entries that came, went or have another version.
 */
export function documentChanges(before: SignOffDocument, now: SignOffDocument): readonly DocumentChange[] {
  const changes: DocumentChange[] = [...ruleChanges(before, now)];
  const differs = (part: (document: SignOffDocument) => unknown) =>
    canonicalOf(part(before)) !== canonicalOf(part(now));
  if (differs(({ chart }) => chart)) changes.push({ kind: 'chart' });
  if (differs(({ waiver }) => waiver?.textId)) changes.push({ kind: 'waiver' });
  if (differs(({ signatures }) => signatures)) changes.push({ kind: 'signatures' });
  if (differs(({ requirements, competency, order }) => ({ requirements, competency, order })))
    changes.push({ kind: 'requirements' });
  const isSame = canonicalJson(signOffJson(before)) === canonicalJson(signOffJson(now));
  // What else is in a document are names of people and of the program, and days of a role.
  return changes.length > 0 || isSame ? changes : [{ kind: 'names' }];
}

function ruleChanges(before: SignOffDocument, now: SignOffDocument): DocumentChange[] {
  return now.rules.flatMap((rule, index): DocumentChange[] => {
    const shown = before.rules[index];
    if (shown === undefined) return [];
    if (shown.value !== rule.value)
      return [{ kind: 'rule', index, before: shown.value, after: rule.value, need: rule.need }];
    const entryIds = exchanged(shown.evidence.map(canonicalOf), rule.evidence.map(canonicalOf)).map(
      (text) => (JSON.parse(text) as { entryId: string }).entryId,
    );
    return entryIds.length === 0 ? [] : [{ kind: 'evidence', index, entryIds: [...new Set(entryIds)] }];
  });
}

function exchanged(before: readonly string[], now: readonly string[]): string[] {
  return [...before.filter((one) => !now.includes(one)), ...now.filter((one) => !before.includes(one))];
}

function canonicalOf(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as never);
}
