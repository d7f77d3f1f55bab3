import { expect, it } from "vitest";
import { noticesDue } from "#client/features/board/writing-notices.ts";

const writer = (path: string) => ({ participantId: "p", name: "Sam", path });

it("[BS14] announces writing once a field in half a minute", () => {
  const first = noticesDue(new Map(), [writer("a")], 0);
  const soon = noticesDue(first.saidAtMs, [writer("a"), writer("b")], 29_999);
  const later = noticesDue(soon.saidAtMs, [writer("a")], 30_000);

  expect(first.due).toEqual([writer("a")]);
  expect(soon.due).toEqual([writer("b")]);
  expect(later.due).toEqual([writer("a")]);
});
