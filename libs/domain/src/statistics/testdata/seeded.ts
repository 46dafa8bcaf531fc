/** Mulberry32 (Tommy Ettinger, public domain): a small seeded generator, so that every run gives the same figures. */
export function seeded(seed: number): () => number {
  const { imul } = Math;
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number with the Poisson distribution of this mean (Knuth's product of uniforms; means up to some hundreds). */
export function poisson(random: () => number, mean: number): number {
  let product = random();
  let count = 0;
  for (const end = Math.exp(-mean); product > end; count += 1) product *= random();
  return count;
}

/** A rate with the Gamma(2, b) distribution: the sum of two exponentials. */
export function gammaOfShapeTwo(random: () => number, b: number): number {
  return -Math.log((1 - random()) * (1 - random())) / b;
}

/** A normal deviate (Box and Muller). */
export function normal(random: () => number, deviation: number): number {
  return deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
