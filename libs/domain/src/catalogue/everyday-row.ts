/** One row: an item, and what people call it besides its name and its own synonyms, separated by commas. */
export type EverydayRow = readonly [itemId: string, called: string];
