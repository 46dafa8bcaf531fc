/** Injection token of the start's settings. */
export const SETTINGS = Symbol('settings');
