import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { holdBack, openTab, enterTab, showFrame } from "./room-tab.ts";
import type { RoomTab } from "./room-tab.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: ReviewHouse;
let reviewId: string;
let browsers: TestBrowser[];

beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
  ({ reviewId } = house.review);
  browsers = [house.guider];
});
afterEach(async () => {
  for (const browser of browsers) browser.close();
  await server.close();
});

async function admit() {
  const admitted = await admitGuest(server, house);
  browsers.push(admitted.guest);
  return admitted;
}

const stored = (name: "reviews" | "rooms" | "clips") =>
  server.context.stores[name] as unknown as Record<string, unknown>; // its methods, by name

/** How many listen for changed permissions now. */
function countListeners(): () => number {
  const { access } = server.context;
  const listen = access.listen.bind(access);
  let listeners = 0;
  vi.spyOn(access, "listen").mockImplementation((listener) => {
    const stop = listen(listener);
    listeners += 1;
    return () => {
      listeners -= 1;
      stop();
    };
  });
  return () => listeners;
}

it("[DR22] a session ended while its holder is on the way in opens nothing", async () => {
  const { reached, release } = holdBack(stored("reviews"), "find");

  const tab = openTab(house.guider, reviewId);
  await reached;
  await house.guider.want("endSession", { body: { sharedComputer: false } });
  release();
  await Promise.race([tab.until("room:closed"), tab.until("room:welcomed")]);

  expect(tab.told("room:closed")).toEqual([{ reason: "signed-out" }]);
  expect(tab.told("room:welcomed")).toEqual([]);
});

it("[DR11] a review ended while its guider opens the room stays ended", async () => {
  const { reached, release } = holdBack(stored("reviews"), "find");

  const tab = openTab(house.guider, reviewId);
  await reached;
  await house.guider.want("endReview", { params: { reviewId } });
  release();
  await Promise.race([tab.until("room:closed"), tab.until("room:welcomed")]);

  expect(tab.told("room:closed")).toEqual([{ reason: "review-ended" }]);
  const journey = await house.guider.want("readJourney", {
    params: { journeyId: house.journey.journeyId },
  });
  expect(journey.cycles[0]?.reviews[0]?.state).toBe("ended");
});

/** The server's end of every line that is opened from now on. */
function watchLines(): { closed: () => Promise<unknown> } {
  const lines: Socket[] = [];
  const note = (message: unknown) => lines.push((message as { socket: Socket }).socket); // what Node sends here
  subscribe("net.server.socket", note);
  return {
    closed: () => {
      unsubscribe("net.server.socket", note);
      return Promise.all(lines.filter(({ closed }) => !closed).map((line) => once(line, "close")));
    },
  };
}

it("[DR9] a line that breaks on the way in leaves nothing behind that listens", async () => {
  const listeners = countListeners();
  const { reached, release } = holdBack(stored("reviews"), "find");
  const lines = watchLines();

  const tab = openTab(house.guider, reviewId);
  await reached;
  const onTheWay = listeners();
  tab.socket.io.engine.close();
  await lines.closed();
  release();

  expect(onTheWay).toBe(1);
  await vi.waitFor(() => expect(listeners()).toBe(0));
});

it("[RM9] a page that is back before its old line has died keeps its seat, and its clip goes on", async () => {
  const { guest } = await admit();
  const first = await enterTab(house.guider, reviewId);
  const other = await enterTab(guest, reviewId);
  await first.command({ kind: "play" });
  await other.until("playback:changed", ({ timeline }) => timeline?.motion.kind === "playing");
  const oldLine = new Promise((resolve) => first.socket.once("disconnect", resolve));

  const again = await enterTab(house.guider, reviewId, { tabId: first.tabId, takeSeat: false });
  await oldLine;
  const answer = await again.command({ kind: "step", clipId: house.clipId as never, frames: 1 });

  expect(again.told("room:welcomed")[0]).toMatchObject({ seated: true });
  expect(answer).toEqual({ ok: false, reason: "playing-now" });
  const links = other.told("members:changed").flatMap((members) => members.map(({ link }) => link));
  expect(new Set(links)).toEqual(new Set(["here"]));
});

it("[RM9] one person alone who reloads the line while playing is not taken for an empty room", async () => {
  const first = await enterTab(house.guider, reviewId);
  await first.command({ kind: "play" });

  const again = await enterTab(house.guider, reviewId, { tabId: first.tabId, takeSeat: false });
  await again.ask("clock:ping", {});

  expect(again.timeline()).toMatchObject({ motion: { kind: "playing" }, cause: { kind: "play" } });
});

async function agreeWith(tabs: RoomTab[]): Promise<void> {
  for (const tab of tabs) await showFrame(tab);
  await tabs[0]?.until("playback:agreed", ({ state }) => state === "together");
}

it("[RM9] a page without the seat disturbs nobody, is answered with its reason, and may take the seat", async () => {
  const { guest } = await admit();
  const guider = await enterTab(house.guider, reviewId);
  const seated = await enterTab(guest, reviewId);
  await agreeWith([guider, seated]);

  const second = await enterTab(guest, reviewId, { takeSeat: false });
  const refused = await second.ask("cover:put", {});
  const standing = second.told("room:welcomed")[0];
  const taken = await second.ask("seat:take", {});
  await seated.until("seat:moved");

  expect(refused).toEqual({ ok: false, reason: "not-seated" });
  expect(standing).toMatchObject({
    seated: false,
    members: [{}, {}],
    agreement: { state: "together" },
  });
  expect(taken).toEqual({ ok: true, value: null });
  expect(await seated.ask("cover:put", {})).toEqual({ ok: false, reason: "not-seated" });
});

it("[RM4] a frame shown on a page that lost its seat, or closed, counts for nothing", async () => {
  const { guest } = await admit();
  const guider = await enterTab(house.guider, reviewId);
  const seated = await enterTab(guest, reviewId);
  const second = await enterTab(guest, reviewId, { takeSeat: false });
  await agreeWith([guider, seated]);

  await second.ask("seat:take", {});
  await guider.until("playback:agreed", ({ state }) => state === "waiting");
  await showFrame(second);
  await guider.until("playback:agreed", ({ state }) => state === "together");
  second.socket.disconnect();
  const members = await guider.until("members:changed", (all) =>
    all.some(({ picture }) => picture === "unseen"),
  );

  expect(members).toMatchObject([{ link: "here" }, { link: "here", picture: "unseen" }]);
  const late = await enterTab(house.guider, reviewId, { takeSeat: false });
  expect(late.told("room:welcomed")[0]?.agreement).toBeNull();
});

it("[DR6] somebody asked out is shown as gone, not as a lost line", async () => {
  const { guest, inviteId } = await admit();
  const guider = await enterTab(house.guider, reviewId);
  const asked = await enterTab(guest, reviewId);

  await house.guider.want("askOut", { params: { inviteId } });
  const { reason } = await asked.until("room:closed");
  const members = await guider.until("members:changed", (all) => all[1]?.link !== "here");

  expect(reason).toBe("asked-out");
  expect(members[1]).toMatchObject({ link: "away" });
});

it("[RM11] a clip stops when the only page with a seat closes, though another page is still open", async () => {
  const seated = await enterTab(house.guider, reviewId);
  const second = await enterTab(house.guider, reviewId, { takeSeat: false });
  await seated.command({ kind: "play" });

  seated.socket.disconnect();
  const { timeline } = await second.until(
    "playback:changed",
    (change) => change.timeline?.motion.kind === "paused",
  );

  expect(timeline?.cause).toEqual({ kind: "pause", by: null });
});
