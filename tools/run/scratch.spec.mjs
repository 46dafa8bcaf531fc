import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scratchFolder } from './scratch.mjs';

const MUCH = 1024 ** 4;

describe('the folder for what a run throws away', () => {
  /** @type {string[]} */
  const made = [];
  const folderOn = (/** @type {Parameters<typeof scratchFolder>[0]} */ machine) => {
    const folder = scratchFolder(machine);
    made.push(folder);
    return dirname(folder);
  };
  afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('is in memory where there is room', () => {
    const memory = mkdtempSync(join(tmpdir(), 'countersign-memory-'));
    made.push(memory);
    expect(folderOn({ memory, free: MUCH })).toBe(memory);
  });

  it('is where all temporary folders are when memory is short, or there are no files in memory', () => {
    expect(folderOn({ memory: tmpdir(), free: 1 })).toBe(tmpdir());
    expect(folderOn({ memory: '/no/such/folder', free: MUCH })).toBe(tmpdir());
  });
});
