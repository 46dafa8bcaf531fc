import { existsSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { makePrivateFolder } from './private-folder';

describe('A private folder', () => {
  const base = () => mkdtempSync(join(tmpdir(), 'countersign-'));

  it('is made with those above it, for the owner alone, and stays as it is the second time', () => {
    const folder = join(base(), 'a', 'b', 'c');
    for (let time = 0; time < 2; time += 1) {
      makePrivateFolder(folder);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    expect(statSync(join(folder, '..')).mode & 0o777).toBe(0o700);
  });

  it('may be named from where one is, and be a link to a folder', () => {
    const folder = base();
    makePrivateFolder(relative(process.cwd(), join(folder, 'near')));
    expect(existsSync(join(folder, 'near'))).toBe(true);
    symlinkSync(join(folder, 'near'), join(folder, 'link'));
    makePrivateFolder(join(folder, 'link', 'in'));
    expect(existsSync(join(folder, 'near', 'in'))).toBe(true);
  });

  it('is refused with the code of the system where a file is, in a file, and where a link leads nowhere', () => {
    const folder = base();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'gone'), join(folder, 'link'));
    const code = (path: string) => {
      try {
        makePrivateFolder(path);
        return 'made';
      } catch (error) {
        return (error as NodeJS.ErrnoException).code;
      }
    };
    expect(code(join(folder, 'file'))).toBe('EEXIST');
    expect(code(join(folder, 'file', 'in'))).toBe('EEXIST');
    expect(code(join(folder, 'link'))).toBe('EEXIST');
    if (process.platform === 'linux') expect(code('/proc/self/countersign/data')).toBe('ENOENT');
  });
});
