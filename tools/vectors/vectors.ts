import { registry } from './registry';
import { runVectors } from './run-vectors';

process.exitCode = runVectors(process.argv[2], registry, { report: console.log, complain: console.error });
