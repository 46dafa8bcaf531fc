import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../command';
import type { Call } from '../commands';

/** Runs the command line and keeps what it says; nobody answers a question unless told. */
export async function said(
  words: readonly string[],
  env: Record<string, string>,
  ask: Call['ask'] = null,
): Promise<{ code: number | undefined; text: string }> {
  const lines: string[] = [];
  const catcher = (chunk: string | Uint8Array): boolean => lines.push(String(chunk)) > 0;
  const streams = [
    jest.spyOn(process.stderr, 'write').mockImplementation(catcher),
    jest.spyOn(process.stdout, 'write').mockImplementation(catcher),
  ];
  try {
    const code = await runCommand(words, { LOG_LEVEL: 'silent', DEMO: 'off', WEB_ROOT: '', ...env }, ask);
    return { code, text: lines.join('') };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

/** A new folder, with nothing in it. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'countersign-'));
}
