/**
 * Sends what is true now, as often as poked, never an older truth after a newer one: reads run one after
 * another, and pokes during a read lead to one more. The answer is the way to poke it.
 */
export function createLatestOnly(
  sendLatest: () => Promise<void>,
  broke: (error: unknown) => void,
): () => void {
  let isRunning = false;
  let isStale = false;

  async function run(): Promise<void> {
    isRunning = true;
    // Everybody who listens to the same change has heard of it before it is looked at.
    await Promise.resolve();
    while (isStale) {
      isStale = false;
      await sendLatest().catch(broke);
    }
    isRunning = false;
  }

  return () => {
    isStale = true;
    if (!isRunning) void run();
  };
}
