import { ageRules } from './age-rules';
import { dayOfMonthRules } from './day-of-month';
import { numericDateRules } from './numeric-dates';
import type { PatternRule } from './pattern-rule';

/**
 * Dates finer than a year that are written in digits, and ages over 89 (Safe Harbor C). A full date is blocked; a day of a
 * month without the year is a warning.
 */
export const dateRules: readonly PatternRule[] = [...numericDateRules, ...dayOfMonthRules, ...ageRules];
