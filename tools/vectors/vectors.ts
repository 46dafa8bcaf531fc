import { runCommand } from '../command';
import { registry } from './registry';
import { runVectors } from './run-vectors';

runCommand(([file]) => runVectors(file, registry, console.log));
