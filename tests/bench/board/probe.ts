/**
 * Loaded into each server beside its own code (`node --expose-gc --import`): tells the benchmark what
 * the process uses. Asked over the channel of a forked process, which it does not keep alive.
 */
process.on("message", (question) => {
  if (question === "heap") for (let turn = 0; turn < 4; turn += 1) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ heapUsed, external, rss, cpuMs: (user + system) / 1_000 });
});
process.channel?.unref();
