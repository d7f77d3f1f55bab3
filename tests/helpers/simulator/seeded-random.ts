/** A number, or a range out of which each turn takes its own. */
export type Amount = number | readonly [least: number, most: number];

/** Numbers from 0 to 1, the same each run of one seed. */
export function seededRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  return () => {
    state = (state + 0x6d2b79f5) % 4_294_967_296;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One number out of an amount. */
export function drawAmount(amount: Amount, random: () => number): number {
  if (typeof amount === "number") return amount;
  const [least, most] = amount;
  return least + random() * (most - least);
}
