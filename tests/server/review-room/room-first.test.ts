import { describe, expect, it } from "vitest";
import { newFirst } from "#server/review-room/first-state.ts";
import { parseRoomRecord } from "#server/review-room/room-record.ts";
import type { RoomParts } from "#server/review-room/room-parts.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { PreparedNotes } from "#shared/protocol/first-events.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";
import { minuteClip, openRoomInTime, tabOf } from "./room-in-time.ts";

const { clipId } = minuteClip;

/** A room with what was said about its prepared notes and about the wait. */
function openRoom(changes: Partial<RoomParts> = {}) {
  const openings: PreparedNotes["openedBy"][] = [];
  const waitsMs: number[] = [];
  const house = openRoomInTime({
    tellNotes: (openedBy) => void openings.push(openedBy()),
    noteWait: (waitMs) => void waitsMs.push(waitMs),
    ...changes,
  });
  return { ...house, openings, waitsMs };
}

describe("who begins", () => {
  it("[BD46] [N3] [F4.8] the practitioner's words open the notes, the guider's do not", () => {
    const { room, openings } = openRoom();

    room.first.wrote(nadia);
    const before = room.first.openedBy;
    room.first.wrote(callum);
    room.first.wrote(callum);

    expect(before).toBeNull();
    expect(openings).toEqual(["written"]);
  });

  it("[BD46] either of the two can open them by a word; the first reason stays", () => {
    const { room, openings } = openRoom();

    room.first.pass();
    room.first.reveal();
    room.first.wrote(callum);

    expect(openings).toEqual(["passed"]);
    expect(room.first.openedBy).toBe("passed");
  });

  it("[BD47] [F4.8] switched off nothing waits; switched on again it waits only for what nobody has seen", () => {
    const { room, openings, lastTold } = openRoom();

    room.first.setOn(false);
    const off = lastTold("first:changed");
    room.first.setOn(true);
    room.first.reveal();
    room.first.setOn(false);
    room.first.setOn(true);

    expect(off).toEqual({ isOn: false, watchedClipIds: [] });
    expect(openings).toEqual(["off", null, "revealed", "revealed", "revealed"]);
  });

  it("[BD48] [N3] logs how long it was from the first pause to the practitioner's first words, once", async () => {
    const { room, time, press, timeline, waitsMs, saved } = openRoom();

    press(callum, { kind: "play" });
    await time.advance(2_000);
    press(nadia, { kind: "pause", clipId, frame: 50 });
    await time.advance(7_500);
    press(nadia, { kind: "pause", clipId, frame: 50 });
    room.first.wrote(nadia);
    room.first.wrote(callum);
    await time.advance(1_000);
    room.first.wrote(callum);

    expect(timeline().motion.kind).toBe("paused");
    expect(waitsMs).toEqual([7_500]);
    expect(saved.at(-1)?.first.waitMs).toBe(7_500);
  });

  it("[BD48] a moment held where the film stood anyway begins the wait as a pause does", async () => {
    const { room, time, timeline, waitsMs } = openRoom();

    await room.holdMoment(callum, { clipId, frame: 0, revision: timeline().revision });
    await time.advance(4_000);
    room.first.wrote(callum);

    expect(waitsMs).toEqual([4_000]);
  });

  it("[BD49] a clip has been watched once when it was played to its end", async () => {
    const { room, time, press, timeline } = openRoom();

    press(callum, { kind: "play" });
    await time.advance(30_000);
    press(nadia, { kind: "pause", clipId, frame: 700 });
    const halfway = room.first.now.watchedClipIds;
    press(nadia, { kind: "play" });
    await time.advance(60_000);

    expect(timeline().cause.kind).toBe("ended");
    expect(halfway).toEqual([]);
    expect(room.first.now.watchedClipIds).toEqual([clipId]);
  });

  it.each(["held", "written", "said"] as const)(
    "[BD49] or when somebody has %s something on it",
    async (how) => {
      const { room, timeline, lastTold } = openRoom();

      if (how === "held")
        await room.holdMoment(nadia, { clipId, frame: 3, revision: timeline().revision });
      if (how === "written") room.first.wrote(nadia);
      if (how === "said") room.first.watched(clipId);

      expect(lastTold("first:changed")).toEqual({ isOn: true, watchedClipIds: [clipId] });
    },
  );

  it("[BD50] a restart and a way back in find it as it was, and a record from before has nothing yet", () => {
    const { room, saved } = openRoom();
    room.first.watched(clipId);
    room.first.wrote(callum);
    const stored = parseRoomRecord(JSON.stringify(saved.at(-1)));

    const again = openRoom({ stored });
    const { first: _, ...older } = { ...stored };

    expect(again.room.first.now.watchedClipIds).toEqual([clipId]);
    expect(again.room.first.openedBy).toBe("written");
    expect(parseRoomRecord(JSON.stringify(older))?.first).toEqual(newFirst);
  });

  it("[BD50] words that came before their writer count when the writer is known", () => {
    const { room, openings } = openRoom();
    const late = participantIdSchema.parse("99999999-9999-4999-8999-999999999999");

    room.first.wrote(late);
    const before = [...openings];
    const who = { participantId: late, name: "Callum", role: "practitioner" as const };
    room.enter(tabOf(late), who, true);

    expect(before).toEqual([]);
    expect(openings).toEqual(["written"]);
  });
});
