import { expect, it } from "vitest";
import {
  firstSelection,
  followRoom,
  newestMoment,
  openMoment,
} from "#client/features/board/moment-selection.ts";
import type { RoomMoments } from "#client/features/board/moment-selection.ts";

const room = (moments: Partial<RoomMoments>): RoomMoments => ({
  currentId: null,
  heldByMe: null,
  newestId: null,
  ...moments,
});

it("opens the newest moment of a board that is entered late", () => {
  const selection = followRoom(firstSelection, room({ newestId: "b" }));

  expect(selection.selectedId).toBe("b");
});

it("follows the room to another moment", () => {
  const selection = followRoom(openMoment(firstSelection, "a"), room({ currentId: "b" }));

  expect(selection).toMatchObject({ tab: "moment", selectedId: "b", offeredId: null });
});

it("[BS9] offers the room's moment instead of opening it while this person writes", () => {
  const writing = { ...openMoment(firstSelection, "a"), isWriting: true };

  const selection = followRoom(writing, room({ currentId: "b" }));

  expect(selection).toMatchObject({ selectedId: "a", offeredId: "b" });
});

it("opens a moment of one's own at its first question each time, even while writing", () => {
  const writing = { ...openMoment(firstSelection, "a"), isWriting: true };
  const first = followRoom(writing, room({ heldByMe: "b", currentId: "b" }));
  const settled = followRoom(first, room({ currentId: "b" }));

  const again = followRoom(settled, room({ heldByMe: "b", currentId: "b" }));

  expect(first).toMatchObject({ selectedId: "b", focusRun: 1 });
  expect(again.focusRun).toBe(2);
});

it("stays the same while nothing is new", () => {
  const selection = followRoom(firstSelection, room({ newestId: "a" }));

  expect(followRoom(selection, room({ newestId: "a" }))).toBe(selection);
});

it("takes the newest moment of the clip that is open, and another clip's only when it has none", () => {
  const at = (clipId: string, createdAtMs: number) => ({
    anchor: { clipId, clipRev: "r", frame: 3 },
    createdAtMs,
  });
  const moments = [at("water", 2), at("drum", 9), at("water", 5), at("water", 1)];

  expect(newestMoment(moments, "water")).toBe(moments[2]);
  expect(newestMoment(moments, "book")).toBe(moments[1]);
  expect(newestMoment([], "water")).toBeNull();
});
