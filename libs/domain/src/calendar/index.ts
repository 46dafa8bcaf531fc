export { isCivilDate, isWindow, lastDayInWindow, longestWindow, windowStart } from './civil-date';
