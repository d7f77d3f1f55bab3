import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openTab } from "./room-tab.ts";

let server: TestServer;
let browsers: TestBrowser[];
beforeEach(async () => {
  server = await startTestServer();
  browsers = [];
});
afterEach(async () => {
  for (const browser of browsers) browser.close();
  await server.close();
});

async function enterBoth() {
  const guider = await openFirstGuider(server);
  const house = await furnishReview(server, guider);
  const { guest } = await admitGuest(server, house);
  browsers = [guider, guest];
  const nadia = openTab(guider, house.review.reviewId);
  const callum = openTab(guest, house.review.reviewId);
  const [welcome] = await Promise.all([
    nadia.until("room:welcomed"),
    callum.until("room:welcomed"),
  ]);
  const { timeline } = welcome;
  if (timeline === null) throw new Error("the room has no clip");
  const { epoch, revision, clipId } = timeline;
  const held = await nadia.ask("moment:hold", {
    commandId: randomUUID(),
    epoch,
    revision,
    clipId,
    frame: 0,
  });
  if (!held.ok) throw new Error(held.reason);
  return { nadia, callum, observationId: held.value.observationId };
}

it("[BD29] both pin and unpin a moment in the room, and one that is not there is refused by name", async () => {
  const { nadia, callum, observationId } = await enterBoth();
  const pin = (id: string, isPinned = true) => {
    return { commandId: randomUUID(), observationId: id, isPinned };
  };

  expect(await nadia.ask("moment:pin", pin(observationId))).toEqual({ ok: true, value: null });
  expect(await callum.ask("moment:pin", pin(observationId))).toEqual({ ok: true, value: null });
  expect(await callum.ask("moment:pin", pin(observationId, false))).toMatchObject({ ok: true });
  expect(await callum.ask("moment:pin", pin(randomUUID()))).toMatchObject({
    ok: false,
    reason: "not-found",
  });
});

it("[BD30] either takes an aim away in the room, and a fourth has its place then", async () => {
  const { nadia, callum } = await enterBoth();
  const add = () => nadia.ask("aim:add", { commandId: randomUUID(), fromObservationId: null });
  const added = [await add(), await add(), await add()];
  expect(await add()).toMatchObject({ ok: false, reason: "aims-full" });
  const [first] = added.map((outcome) => (outcome.ok ? outcome.value.aimId : ""));

  const removal = { commandId: randomUUID(), aimId: first };
  expect(await callum.ask("aim:remove", removal)).toEqual({ ok: true, value: null });
  expect(await callum.ask("aim:remove", removal)).toEqual({ ok: true, value: null });

  expect(await add()).toMatchObject({ ok: true });
  expect(await add()).toMatchObject({ ok: false, reason: "aims-full" });
});
