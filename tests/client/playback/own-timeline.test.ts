import { expect, it } from "vitest";
import { createOwnTimeline } from "#client/features/playback/own-timeline.ts";
import { createServerClock } from "#client/lib/server-clock.ts";
import { fail } from "#shared/lib/result.ts";
import { wholeView } from "#shared/playback/view.ts";
import { buildMember } from "#tests/helpers/player-snapshots.ts";
import { buildTimeline, buildTimelineClip, nadia } from "#tests/helpers/timelines.ts";
import { standInLine } from "./line-stand-in.ts";

it("[PB41] is told to a room that does not know of it, and taken back where nobody looks on their own any more", () => {
  const line = standInLine();
  const asked: unknown[] = [];
  const own = createOwnTimeline(
    {
      ...line,
      clock: createServerClock(),
      ask: (_name, message) => {
        asked.push(message);
        return Promise.resolve(fail("no-answer"));
      },
    },
    nadia,
  );
  own.open();
  const welcome = (isOnOwn: boolean) =>
    line.tell("room:welcomed", {
      ...line.welcome,
      members: [buildMember(nadia, "Nadia", { isOnOwn })],
    });

  own.begin(buildTimeline(buildTimelineClip()), wholeView);
  welcome(false);
  welcome(true);
  own.end();
  welcome(true);
  welcome(false);

  expect(asked).toEqual([true, true, false, false].map((isOnOwn) => ({ isOnOwn })));
});
