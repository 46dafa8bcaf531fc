/**
 * Says a row of the table that `npm run faults` prints, as one line of JSON on the output; in a test run nothing is said.
 *
 * @param trial what was tried
 * @param figures what was seen, each with its unit in its name
 */
export function faultRow(trial: string, figures: Readonly<Record<string, string | number>>): void {
  if (process.env['FAULTS'] === undefined) return;
  process.stdout.write(`${JSON.stringify({ fault: { trial, ...figures } })}\n`);
}

/** How often a race is run: 200 times in `npm run faults`. */
export const repeats = (inTests: number): number => (atLength ? 200 : inTests);

/** Whether the trials run at the length of `npm run faults`, not at that of a test. */
export const atLength = process.env['FAULTS'] === 'long';
