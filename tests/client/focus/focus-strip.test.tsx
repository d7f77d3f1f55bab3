import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { createBoardStore } from "#client/features/board/board-store.ts";
import { BoardRoomProvider } from "#client/features/board/board-room.ts";
import type { BoardRoom } from "#client/features/board/board-room.ts";
import { EngagementChips } from "#client/features/board/EngagementChips.tsx";
import { inListOrder, placesOf } from "#client/features/board/goals-room.ts";
import { HelpingQuestion } from "#client/features/board/HelpingQuestion.tsx";
import { addObservation, observationsOf, seedBoard } from "#shared/board/board-doc.ts";
import { defaultFramework } from "#shared/board/framework.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";
import { readObservations } from "#shared/board/read-board.ts";
import type { RoomGoals } from "#shared/protocol/focus-events.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { joinBoards } from "#tests/client/board/page/joined-boards.ts";

const [first, second] = [newId.goal(), newId.goal()];
const now = {
  cycleNumber: 2,
  goals: [
    { goalId: second, baseline: 0, hopedFor: 10, ratings: [{ cycleNumber: 2, value: 4 }] },
    { goalId: first, baseline: null, hopedFor: null, ratings: [{ cycleNumber: 1, value: 3 }] },
  ],
};
const nothing = () => Promise.resolve("");

function buildRoom(changes: Partial<BoardRoom> = {}) {
  const [{ link: connection }] = joinBoards(["Nadia", "Callum"], () => true);
  seedBoard(connection.doc, {
    helpingQuestion: "How can I tell?",
    goals: [
      { goalId: first, text: "I wait" },
      { goalId: second, text: "I follow" },
    ],
    earlierAims: [],
  });
  const anchor = { clipId: "c", clipRev: "r", frame: 1 };
  const card = { observationId: "one", anchor, heldBy: "somebody", createdAtMs: 0, order: 1 };
  addObservation(connection.doc, card);
  const board = createBoardStore(connection).getSnapshot();
  const room: BoardRoom = {
    connection,
    board,
    people: [],
    me: "me",
    childName: "Ada",
    practitionerName: null,
    positionMsOf: () => null,
    clipIds: [],
    frameNow: () => null,
    framework: defaultFramework,
    drawStill: () => Promise.resolve(null),
    keptStill: () => Promise.resolve(null),
    isCovered: false,
    onVisit: () => undefined,
    onVisitPlace: () => undefined,
    onPin: () => Promise.resolve(true),
    onAddAim: () => Promise.resolve(null),
    onRemoveAim: () => Promise.resolve(true),
    onLeaveField: () => undefined,
    onPlayTogether: () => undefined,
    areStartersShown: true,
    onWritingChange: () => undefined,
    ...changes,
  };
  return { room, doc: connection.doc };
}

function drawStrip(isFirstTalk: boolean, told: RoomGoals = now): string {
  const goalsRoom = { now: told, isFirstTalk, onAdd: nothing, onRemove: nothing, onPlace: nothing };
  const { room } = buildRoom({ goalsRoom });
  const question = room.board.helpingQuestion ?? new Y.Text();
  return renderToStaticMarkup(
    <BoardRoomProvider value={room}>
      <HelpingQuestion question={question} />
    </BoardRoomProvider>,
  );
}

it("[JN15] a review begins with the question and the goals folded, in the order of the list", () => {
  const page = drawStrip(false);

  expect(page).toContain("How can I tell?");
  expect(page.indexOf("I follow")).toBeLessThan(page.indexOf("I wait"));
  expect(page).toContain('aria-expanded="false"');
  expect(page).not.toContain('type="radio"');
});

it("[JN15] [F1.2] a first talk begins with them open, to be written and placed from 0 to 10, without a “now”", () => {
  const page = drawStrip(true);

  expect(page.match(/<textarea/g)).toHaveLength(3);
  expect(page.match(/<fieldset/g)).toHaveLength(4);
  expect(page.match(/type="radio"/g)).toHaveLength(4 * 12);
  expect(page).toContain("Add a goal");
  expect(page).not.toContain("Where things were at the start");
});

it("[F1.2] a hope below the start is asked about in the room and not refused", () => {
  const [goal] = now.goals;
  const lower = {
    ...now,
    goals: [{ ...goal, goalId: second, baseline: 8, hopedFor: 3, ratings: [] }],
  };

  expect(drawStrip(true)).not.toContain("The hope is lower than today.");
  expect(drawStrip(true, lower)).toContain("The hope is lower than today.");
});

it("[JN13] a goal's now is its place after this review's cycle, not after another's", () => {
  expect(placesOf(now, second)).toEqual({ baseline: 0, hopedFor: 10, now: 4 });
  expect(placesOf(now, first)).toEqual({ baseline: null, hopedFor: null, now: null });
  expect(placesOf(null, first)).toEqual({ baseline: null, hopedFor: null, now: null });
  const strange = { goalId: newId.goal() };
  expect(inListOrder([strange, { goalId: first }, { goalId: second }], now)).toEqual([
    { goalId: second },
    { goalId: first },
    strange,
  ]);
});

it("[T4] no area of a plan is on the board unless the journey links to plans, and none is empty in the signed copy", () => {
  const draw = (usesOutcomes: boolean) => {
    const { room, doc } = buildRoom({ usesOutcomes });
    const [observation] = readObservations(doc);
    if (observation === undefined) throw new Error("no observation");
    return renderToStaticMarkup(
      <BoardRoomProvider value={room}>
        <EngagementChips observation={observation} />
      </BoardRoomProvider>,
    );
  };
  const { doc } = buildRoom();

  expect(draw(false)).toBe("");
  expect(draw(true)).toContain("Persistence");
  expect(readBoardContent(doc).observations[0]).not.toHaveProperty("engagement");
  observationsOf(doc).get("one")?.set("engagement", ["persistence"]);
  expect(readBoardContent(doc).observations[0]?.engagement).toEqual(["persistence"]);
});
