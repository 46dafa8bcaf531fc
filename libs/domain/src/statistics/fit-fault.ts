/** Why the records do not allow an estimate, however they are looked at. */
export type FitFault =
  | 'statistics/all-or-nothing'
  | 'statistics/no-spread-between-people'
  | 'statistics/not-converged'
  | 'statistics/one-category-only'
  | 'statistics/one-outcome-only'
  | 'statistics/raters-inseparable'
  | 'statistics/ratings-do-not-vary'
  | 'statistics/too-few-levels'
  | 'statistics/too-few-ratings';
