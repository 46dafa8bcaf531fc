import { chartMethods } from './chart-methods';
import type { VectorMethods } from './vector-method';

/** Every method that a vector may name. */
export const registry: VectorMethods = { ...chartMethods };
