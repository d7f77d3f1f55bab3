import { randomUUID } from "node:crypto";
import { httpApi } from "#shared/protocol/http-api.ts";
import { admitGuest } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { fillPath } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { firstObservation, joinBoard } from "#tests/server/board/join-board.ts";
import { openTab } from "#tests/server/review-room/room-tab.ts";
import type { RoomTab } from "#tests/server/review-room/room-tab.ts";

/** What the guider has prepared, in words that stand nowhere else. */
export const prepared = "Canary: ask what Ada did with her hands.";

/** A new review of a house, live, with all three in its room and prepared notes on its clip. */
export async function openNotesRoom(server: TestServer, furnished: ReviewHouse) {
  const { guider, cycleId, clipId } = furnished;
  const startsAtMs = Math.floor(server.context.clock.nowMs());
  const review = await guider.want("planReview", { params: { cycleId }, body: { startsAtMs } });
  const house = { ...furnished, review };
  const { reviewId } = review;
  await guider.want("setPreparation", { params: { clipId }, body: { preparation: prepared } });
  const nadia = await enter(guider, reviewId);
  const practitioner = (await admitGuest(server, house)).guest;
  const supervisor = (await admitGuest(server, house, "supervisor")).guest;
  const callum = await enter(practitioner, reviewId);
  const helen = await enter(supervisor, reviewId);
  return {
    ...house,
    reviewId,
    practitioner,
    supervisor,
    tabs: { nadia: nadia.tab, callum: callum.tab, helen: helen.tab },
    received: { callum: callum.received, helen: helen.received },
    hold: () => hold(nadia.tab),
    /** Writes into the first moment and waits until that is on disk. */
    write: async (browser: TestBrowser, words: string) => {
      const seat = { port: server.port, house: { reviewId } };
      const board = joinBoard(seat, { cookie: browser.cookie() });
      await board.synced();
      firstObservation(board.doc).texts.initiative.insert(0, words);
      await board.sendFence().answered();
      return board.doc;
    },
    close: () => {
      practitioner.close();
      supervisor.close();
    },
  };
}

/** A page in the room with everything its socket was told, as text. */
export async function enter(browser: TestBrowser, reviewId: string) {
  const tab = openTab(browser, reviewId);
  const received: string[] = [];
  tab.socket.onAny((...event: unknown[]) => received.push(JSON.stringify(event)));
  await tab.until("notes:changed");
  return { tab, received };
}

async function hold(tab: RoomTab): Promise<string> {
  const timeline = tab.timeline();
  const { epoch = "", revision = 0, clipId = "" } = timeline ?? {};
  const message = { commandId: randomUUID(), epoch, revision, clipId, frame: 0 };
  const held = await tab.ask("moment:hold", message);
  if (!held.ok) throw new Error(held.reason);
  return held.value.observationId;
}

/** Every answer a browser gets when it asks every route of the table with these ids. */
export async function everyAnswer(
  browser: TestBrowser,
  ids: Record<string, string>,
): Promise<string> {
  const answers: string[] = [];
  for (const { method, path } of Object.values(httpApi)) {
    // Its own session and knocks go on: these would end what is asked about.
    if (path.includes("way-in") || path.includes("sign") || path.includes("session")) continue;
    answers.push((await browser.send(method, fillPath(path, ids))).text);
  }
  return answers.join("\n");
}
