export { isCivilDate, isWindow, lastDayInWindow, longestWindow, windowStart } from './civil-date';
export { dayAfter, daysBetween, isOpenEnd, isWithin, latestWithin, nearestOf } from './stretch';
export type { Stretch } from './stretch';
