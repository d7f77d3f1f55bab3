import { expect, it, vi } from "vitest";
import { createStillCache } from "#client/lib/still-cache.ts";

const wanted = (sha256: string, clipId = "clip") => ({ sha256, clipId, observationId: sha256 });

function openCache(
  fetch = (_id: string): Promise<Blob | null> => Promise.resolve(new Blob(["x"])),
) {
  const asked: string[] = [];
  const revoke = vi.spyOn(URL, "revokeObjectURL");
  const cache = createStillCache((observationId) => {
    asked.push(observationId);
    return fetch(observationId);
  });
  return { cache, asked, revoked: () => revoke.mock.calls.map(([address]) => address) };
}

it("[BS23] a picture is fetched once, whoever shows it how often", async () => {
  const { cache, asked } = openCache();

  const addresses = await Promise.all([cache.get(wanted("a")), cache.get(wanted("a"))]);
  const later = await cache.get(wanted("a"));

  expect(asked).toEqual(["a"]);
  expect(new Set([...addresses, later]).size).toBe(1);
  expect(later).toMatch(/^blob:/);
});

it("[BS23] pictures go from memory with their clip, and all of them with the room", async () => {
  const { cache, revoked } = openCache();
  const gone = await cache.get(wanted("a", "withdrawn"));
  const stays = await cache.get(wanted("b", "clip"));

  cache.keepOnly(new Set(["clip"]));
  await vi.waitFor(() => expect(revoked()).toContain(gone));
  expect(revoked()).not.toContain(stays);

  cache.close();
  await vi.waitFor(() => expect(revoked()).toContain(stays));
});

it("asks again for what could not be had, and makes no address for what was let go of meanwhile", async () => {
  const answers: (Blob | null)[] = [null, new Blob(["x"]), new Blob(["y"])];
  const { cache, asked } = openCache(() => Promise.resolve(answers.shift() ?? null));

  expect(await cache.get(wanted("a"))).toBeNull();
  expect(await cache.get(wanted("a"))).not.toBeNull();
  const late = cache.get(wanted("b", "withdrawn"));
  cache.keepOnly(new Set(["clip"]));

  expect(await late).toBeNull();
  expect(asked).toEqual(["a", "a"]);
});
