import { fileURLToPath } from 'node:url';
import { suits, wantedNode } from './runtime.mjs';

/** Adds nothing to the workspace: Nx loads it before all else, which is when a wrong Node can still be told. */
export const name = 'countersign-node';

const wanted = wantedNode(fileURLToPath(new URL('../..', import.meta.url)));
if (!suits(process.versions.node, wanted)) {
  // Without this a native module of another Node crashes later, and without a word.
  throw new Error(
    `this is Node ${process.versions.node}, and the project runs on ${wanted}, which npm run nx brings: npm run nx -- serve web`,
  );
}
