/** How often a storm is repeated: `usual` times in `npm test`, SOAK_TIMES where it is set. */
export function timesToRun(usual: number): number {
  const asked = Number(process.env['SOAK_TIMES'] ?? usual);
  if (!Number.isSafeInteger(asked) || asked < 1) throw new Error('SOAK_TIMES is a whole number from 1');
  return asked;
}
