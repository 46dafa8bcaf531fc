/** Fill of a tile: 0 none, 1 under 20 %, 2 to 39, 3 to 59, 4 to 99, 5 target met. */
export function fillStep(approved: number, need: number): number {
  if (approved === 0) return 0;
  const share = approved / need;
  return share >= 1 ? 5 : share >= 0.6 ? 4 : share >= 0.4 ? 3 : share >= 0.2 ? 2 : 1;
}
