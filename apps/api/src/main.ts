import 'reflect-metadata';
import { runCommand } from './command';

void runCommand(process.argv.slice(2), process.env).then((code) => {
  // A running server keeps the process; a command that has ended gives its code.
  if (code !== undefined) process.exitCode = code;
});
