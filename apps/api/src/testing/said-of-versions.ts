import type { EntryView, VersionView } from '@countersign/contracts/entries/views';

/** What was said about each version, oldest first, in words that no later shape of a decision changes. */
export function said({ versions }: EntryView): string[] {
  return versions.flatMap(({ decisions }) => decisions.map(inWords));
}

/** A decision of a version in one line. */
function inWords(decision: VersionView['decisions'][number]): string {
  const { kind, by, at, undone, ratings, keepDoing, nextTimeText, reasonCode, reasonText } = decision;
  const [{ help = undefined, nextTime = undefined } = {}] = ratings ?? [];
  return [
    `${kind} by ${by.name} at ${new Date(at).toISOString().slice(11, 16)}${undone ? ', undone' : ''}`,
    ...(help === undefined ? [] : [`help ${help}`]),
    ...(nextTime === undefined ? [] : [`next time ${nextTime}`]),
    ...(keepDoing === undefined ? [] : [`keep: ${keepDoing}`]),
    ...(nextTimeText === undefined ? [] : [`next: ${nextTimeText}`]),
    ...(reasonCode === undefined ? [] : [`${reasonCode}: ${reasonText}`]),
  ].join(', ');
}
