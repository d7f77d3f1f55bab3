import { onTestFinished, vi } from "vitest";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import { joinBoard } from "#tests/server/board/join-board.ts";
import { openTab } from "#tests/server/review-room/room-tab.ts";

export const waiting = { timeout: 8_000, interval: 10 };

/** A live review with both in the room, each with a tab and a line to the board. */
export async function openFocusHouse() {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  const guider = await openFirstGuider(server);
  const house = await furnishReview(server, guider);
  const { guest } = await admitGuest(server, house);
  const { reviewId } = house.review;
  const { journeyId } = house.journey;

  async function enter(browser: TestBrowser, review: ReviewId = reviewId) {
    await browser.want("readRoom", { params: { reviewId: review } });
    const tab = openTab(browser, review);
    await tab.until("room:welcomed");
    const { port } = server;
    const line = { port, house: { reviewId: review } };
    const board = joinBoard(
      line,
      { cookie: browser.cookie() },
      { origin: server.origin, tabId: tab.tabId },
    );
    await board.synced();
    return { tab, board };
  }

  const journey = () => guider.want("readJourney", { params: { journeyId } });
  const untilJourney = (fits: (now: Journey) => void) =>
    vi.waitFor(async () => fits(await journey()), waiting);
  return { server, guider, guest, house, reviewId, journeyId, enter, journey, untilJourney };
}
