import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where servers live that an ordinary user's PATH leaves out. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec'];

/** The first of these commands that PATH (or a server folder) holds. @param {...string} names */
export function findExecutable(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SERVER_FOLDERS];
  return firstExecutable(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

/** The first of these files that may be run. @param {readonly string[]} files */
export function firstExecutable(files) {
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
