import { expect, it, vi } from "vitest";
import { createLatestOnly } from "#server/realtime/latest-only.ts";

it("[DR5] what is told last is what is true last, however slowly it is looked up", async () => {
  let truth = 1;
  const sent: number[] = [];
  let finishSlow: () => void = () => {};
  const slow = new Promise<void>((resolve) => (finishSlow = resolve));
  const poke = createLatestOnly(async () => {
    const read = truth;
    if (read === 1) await slow;
    sent.push(read);
  }, vi.fn());

  poke();
  await vi.waitFor(() => expect(sent).toEqual([]));
  truth = 2;
  poke();
  truth = 3;
  poke();
  finishSlow();

  await vi.waitFor(() => expect(sent.at(-1)).toBe(3));
  expect(sent).toEqual(sent.toSorted((a, b) => a - b));
});

it("[DR5] a lookup that broke is reported and does not stop the next one", async () => {
  const broken: unknown[] = [];
  const sent: string[] = [];
  let isBroken = true;
  const poke = createLatestOnly(
    async () => {
      if (isBroken) throw new Error("away");
      sent.push("told");
    },
    (error) => broken.push(error),
  );

  poke();
  await vi.waitFor(() => expect(broken).toHaveLength(1));
  isBroken = false;
  poke();

  await vi.waitFor(() => expect(sent).toEqual(["told"]));
});
