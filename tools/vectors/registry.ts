import { chartMethods } from './chart-methods';
import { forecastAndRaterMethods } from './forecast-and-rater-methods';
import type { VectorMethods } from './vector-method';

/** Every method that a vector may name. */
export const registry: VectorMethods = { ...chartMethods, ...forecastAndRaterMethods };
