/**
 * An allowance that refills over time. It may be overdrawn once: the answer is how long to wait until
 * it is even again, so that a sender is slowed and never has a legitimate edit thrown away.
 */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #nowMs: () => number;
  #tokens: number;
  #countedAtMs: number;

  constructor(perSecond: number, burst: number, nowMs: () => number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#nowMs = nowMs;
    this.#tokens = burst;
    this.#countedAtMs = nowMs();
  }

  /** Takes `cost` tokens; returns the milliseconds to wait before anything more is taken. */
  charge(cost: number): number {
    const nowMs = this.#nowMs();
    const refill = ((nowMs - this.#countedAtMs) / 1000) * this.#perSecond;
    this.#countedAtMs = nowMs;
    this.#tokens = Math.min(this.#burst, this.#tokens + refill) - cost;
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#perSecond) * 1000;
  }
}
