import { runVectors } from './run-vectors';

process.exitCode = runVectors(process.argv[2], { report: console.log, complain: console.error });
