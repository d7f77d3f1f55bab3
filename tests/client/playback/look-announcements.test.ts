import { expect, it } from "vitest";
import { announceLooking } from "#client/features/playback/look-announcements.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { wholeView, zoomView } from "#shared/playback/view.ts";
import { buildMember } from "#tests/helpers/player-snapshots.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";

type Looks = Pick<RoomConnection, "on" | "latest">;
const clipId = clipIdSchema.parse("55555555-5555-4555-8555-555555555555");
const closer = zoomView(wholeView, 2);

/** A room that tells what a test wants it to, and what was read out. */
function openLooking() {
  const listeners = new Map<string, (news: never) => void>();
  const said: string[] = [];
  let nowMs = 0;
  const connection: Looks = {
    on: (name, listener) => {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
    // Only the members are ever asked for by somebody who has just come.
    latest: ((name: string) =>
      name === "members:changed"
        ? [buildMember(nadia, "Nadia"), buildMember(callum, "Callum")]
        : null) as Looks["latest"],
  };
  const stop = announceLooking(
    connection,
    nadia,
    () => nowMs,
    (words) => said.push(words),
  );
  const tell = (name: string, news: unknown) => listeners.get(name)?.(news as never);
  return { tell, said, stop, listeners, wait: (ms: number) => (nowMs += ms) };
}

it("[PB51] says once that somebody looks closer, and that the whole is back; never one's own", () => {
  const { tell, said, stop, listeners } = openLooking();

  tell("view:changed", { view: closer, by: callum });
  tell("view:changed", { view: zoomView(closer, 1.5), by: callum });
  tell("view:changed", { view: wholeView, by: callum });
  tell("view:changed", { view: closer, by: nadia });
  tell("view:changed", { view: wholeView, by: null });

  expect(said).toEqual(["Callum looks closer.", "Callum went back to the whole picture."]);
  stop();
  expect(listeners.size).toBe(0);
});

it("[PB51] says once that somebody points, however much the ring moves", () => {
  const { tell, said, wait } = openLooking();
  const point = () => tell("pointer:moved", { by: callum, clipId, at: { x: 0.5, y: 0.5 } });

  point();
  wait(10_000);
  point();
  tell("pointer:moved", { by: callum, clipId, at: null });
  expect(said).toEqual(["Callum is pointing."]);
  wait(31_000);
  point();
  expect(said).toHaveLength(2);
});
