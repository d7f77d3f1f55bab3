import { expect, it } from "vitest";
import { waitingFor } from "#shared/playback/readiness.ts";
import type { Readiness } from "#shared/playback/readiness.ts";

function member(
  participantId: string,
  picture: Readiness<string>["picture"],
  link: Readiness<string>["link"] = "here",
): Readiness<string> {
  return { participantId, picture, link, isOnOwn: false };
}

it("[PB15] waits for those whose picture is not there, never for somebody away or not looking", () => {
  const members = [
    member("loads", "loading"),
    member("stalls", "stalled"),
    member("needs a tap", "blocked"),
    member("watches", "ready"),
    member("looks elsewhere", "unseen"),
    member("lost", "loading", "lost"),
    member("away", "stalled", "away"),
  ];

  expect(waitingFor(members)).toEqual(["loads", "stalls", "needs a tap"]);
});
