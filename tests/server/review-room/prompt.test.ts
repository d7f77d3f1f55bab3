import { afterAll, beforeAll, expect, it } from "vitest";
import { neighbourPrompt, promptIds, promptSteps, stepOfPrompt } from "#shared/board/prompts.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enterTab } from "./room-tab.ts";

let server: TestServer;
let house: ReviewHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterAll(() => server.close());

it("[BS36] the questions follow the chain from activating to linking, and end at its ends", () => {
  const steps = promptIds.map((id) => stepOfPrompt[id]);

  expect([...new Set(steps)]).toEqual([...promptSteps]);
  expect(steps).toEqual(steps.toSorted((a, b) => promptSteps.indexOf(a) - promptSteps.indexOf(b)));
  expect(neighbourPrompt("open-eye", 1)).toBe("open-again");
  expect([neighbourPrompt("open-eye", -1), neighbourPrompt("aim-where", 1)]).toEqual([null, null]);
});

it("[BS36] the guider's question is told to all, kept for who comes later, and taken away again", async () => {
  const { reviewId } = house.review;
  const guider = await enterTab(house.guider, reviewId);
  const practitioner = await enterTab((await admitGuest(server, house)).guest, reviewId);

  const refused = await practitioner.ask("prompt:show", { promptId: "open-eye" });
  const answer = await guider.ask("prompt:show", { promptId: "inside-child" });
  await practitioner.until("prompt:shown", ({ promptId }) => promptId === "inside-child");
  const later = await enterTab((await admitGuest(server, house, "supervisor")).guest, reviewId);
  const found = await later.until("prompt:shown");
  await guider.ask("prompt:show", { promptId: null });
  await later.until("prompt:shown", ({ promptId }) => promptId === null);

  expect([refused, answer]).toEqual([
    { ok: false, reason: "forbidden" },
    { ok: true, value: null },
  ]);
  expect(found).toEqual({ promptId: "inside-child" });
});
