/**
 * What only offline checks use, kept out of what browsers load: the ordinal model (seconds, not for a request) and the
 * equations under the rater model.
 */
export { fitOrdinalModel } from './ordinal-mixed-model';
export type { OrdinalModel, OrdinalRating } from './ordinal-mixed-model';
export { mixedEquations } from '../rater-equations';
export type { MixedEquations, MixedRow, MixedShape } from '../rater-equations';
export { solveMixed } from '../rater-solution';
export type { MixedSolution } from '../rater-solution';
export { estimateComponents } from '../rater-variances';
export type { VarianceComponents } from '../rater-variances';
