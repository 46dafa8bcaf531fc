/** One row: what is meant, in the words of the catalogue, and the ways it is typed, separated by commas. */
export type AbbreviationRow = readonly [meaning: string, typed: string];
