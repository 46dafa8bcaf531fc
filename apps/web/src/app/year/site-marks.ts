import type { SiteLineView } from '@countersign/contracts/schedule/views';

/** How a site is told apart in the picture: a letter that no other has, and a tint with its band. */
export interface SiteMark {
  readonly name: string;
  readonly letter: string;
  /** Which of the tints of `site-marks.css`, each with a band of its own; they repeat where sites are more. */
  readonly tint: number;
}

/** Tints, and bands, that there are. */
const TINTS = 6;

/** A mark for each site by its id: the first letter of its name that is free, else another one, else a number. */
export function siteMarks(sites: readonly SiteLineView[]): ReadonlyMap<string, SiteMark> {
  const taken = new Set<string>();
  return new Map(
    sites.map(({ id, name }, index) => {
      const letters = [...`${name.toLocaleUpperCase('en')}ABCDEFGHIJKLMNOPQRSTUVWXYZ`].filter((one) =>
        /\p{L}/u.test(one),
      );
      const letter = letters.find((one) => !taken.has(one)) ?? String(index + 1);
      taken.add(letter);
      return [id, { name, letter, tint: index % TINTS }];
    }),
  );
}
