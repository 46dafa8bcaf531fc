import { publicKeyOf, type NoteKey } from '@countersign/domain/ledger';
import { INSTALLATION } from '../db/row-changes';

/** The origin of a log's checkpoints, and the name of the keys that sign them: a name with no space and no plus. */
export function originOf(host: string, logId: string): string {
  return `${host}${pathOf(logId)}`;
}

/**
 * The origins that notes about a log name. An installation may have had several hosts, and what was signed under an
 * earlier one stays good: the id of the log, which no other log has, is in all of them.
 */
export function originsIn(notes: readonly string[], logId: string): readonly string[] {
  const path = pathOf(logId);
  const firstLines = notes.map((note) => note.slice(0, note.indexOf('\n')));
  return [...new Set(firstLines.filter((line) => line.endsWith(path) && !/[\s+]/.test(line)))];
}

/** The id of the log that a note is about, by its origin; null for no note of this product. */
export function logIdIn(note: string): string | null {
  const [, program, installation] =
    /^[^\n]*\/logbook\/(?:program\/([^\s+/]+)|(installation))\n/.exec(note) ?? [];
  return program ?? installation ?? null;
}

/** A published key as it signs in the name of an origin. */
export function noteKeyOf(publicKey: string, origin: string): NoteKey {
  return { name: origin, publicKey: publicKeyOf(publicKey) };
}

function pathOf(logId: string): string {
  return logId === INSTALLATION ? '/logbook/installation' : `/logbook/program/${logId}`;
}
