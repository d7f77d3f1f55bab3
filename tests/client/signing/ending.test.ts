import { expect, it } from "vitest";
import { endingNews } from "#client/features/signing/ending-news.ts";
import { reasonsToAsk } from "#client/features/signing/reasons-to-ask.ts";
import type { BoardContent } from "#shared/board/board-content.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";

const quiet: Ending = { isOpen: true, agreedBy: [], isChanged: false, signed: null };
const signed: Ending = { ...quiet, signed: { version: 1, signedAtMs: 1 } };
const people = [
  { participantId: nadia, name: "Nadia" },
  { participantId: callum, name: "Callum" },
];

it.each([
  ["the other's agreement", quiet, { ...quiet, agreedBy: [callum] }, "Callum agrees"],
  ["that the board has changed", quiet, { ...quiet, isChanged: true }, "has changed"],
  ["that it is signed", { ...quiet, agreedBy: [callum] }, signed, "is signed"],
  ["that one can write on", signed, quiet, "write on"],
])("[BS42] tells %s", (_what, before, now, words) => {
  expect(endingNews(before, now, people, nadia)).toContain(words);
});

it.each([
  ["one's own agreement", quiet, { ...quiet, agreedBy: [nadia] }],
  ["an agreement taken back", { ...quiet, agreedBy: [callum] }, quiet],
  ["that it is opened: the dialog itself does", { ...quiet, isOpen: false }, quiet],
  ["what is signed twice", signed, { ...signed, isOpen: false }],
])("[BS42] does not tell %s", (_what, before, now) => {
  expect(endingNews(before, now, people, nadia)).toBeNull();
});

const aim = { aimId: "1", fromObservationId: null, text: "Hum back", whereWhen: "" };
const board = (aims: BoardContent["aims"]): BoardContent => ({
  boardVersion: 2,
  helpingQuestion: "",
  goals: [],
  observations: [],
  aims,
  earlierAims: [],
});

it.each([
  ["asks nothing of a signed board with an aim", [aim], signed, []],
  ["asks about a board that is not signed", [aim], quiet, ["notSigned"]],
  ["asks about aims, an empty one being none", [{ ...aim, text: " " }], signed, ["noAims"]],
  ["asks about both at once", [], quiet, ["noAims", "notSigned"]],
] as const)("[BS43] [F4.10] finishing %s", (_what, aims, ending, reasons) => {
  expect(reasonsToAsk(board([...aims]), ending)).toEqual(reasons);
});
