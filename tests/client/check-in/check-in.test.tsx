import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CheckInForm } from "#client/features/check-in/CheckInForm.tsx";
import { CheckInLines } from "#client/features/check-in/CheckInLines.tsx";
import { followUpAfterMs, momentNow } from "#client/features/check-in/moment-now.ts";
import { text } from "#client/lib/text.ts";
import { CheckInTable } from "#client/ui/CheckInTable.tsx";
import { GoalLines } from "#client/ui/GoalLines.tsx";
import type { GoalLine } from "#client/ui/GoalLines.tsx";
import { checkInSchema, noAnswers } from "#shared/domain/check-in.ts";
import type { CheckIn, CheckInAnswers } from "#shared/domain/check-in.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";
import { newId } from "#tests/helpers/build-records.ts";

const said = (moment: "before" | "after", answers: Partial<CheckInAnswers>): CheckIn =>
  checkInSchema.parse({
    reviewId: newId.review(),
    moment,
    cycleNumber: 1,
    answers: { ...noAnswers, ...answers },
    isShared: false,
    changedAtMs: 1,
  });

it("[T1] [JN30] a check-in asks four elements in five words each, chooses none beforehand, and each may be left out", () => {
  const form = (answers: CheckInAnswers) =>
    renderToStaticMarkup(
      <CheckInForm answers={answers} isSending={false} refusal="" onKeep={() => undefined} />,
    );

  const page = form(noAnswers);

  expect(page.match(/type="radio"/g)).toHaveLength(24);
  expect(page.match(/<legend>/g)).toHaveLength(4);
  expect(page.match(/checked=""/g)).toHaveLength(4); // "leave out", in each
  for (const word of ["not yet", "a little", "some", "mostly", "fully"])
    expect(page).toContain(word);
  expect(form({ ...noAnswers, growth: 0 }).match(/checked=""\/>not yet/g)).toHaveLength(1);
});

it("[T1] [JN33] over the moments each element has a small line of its own, a gap where it was left out, and the same in words", () => {
  const all = [
    said("before", { confidence: 1, restoration: 2 }),
    said("after", { confidence: 3, restoration: null, word: "curious" }),
  ];

  const lines = renderToStaticMarkup(<CheckInLines checkIns={all} />);
  const table = renderToStaticMarkup(<CheckInTable checkIns={all} />);

  const pictures = lines.split("<svg").slice(1);
  expect(pictures).toHaveLength(4);
  expect(pictures.map((picture) => picture.match(/<circle/g)?.length ?? 0)).toEqual([2, 0, 1, 0]);
  const cells = [...table.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell);
  expect(cells).toEqual([
    "a little",
    "left out",
    "some",
    "left out",
    "",
    "mostly",
    "left out",
    "left out",
    "left out",
    "curious",
  ]);
});

it("[JN43] the moment it begins with is before a review, after it once it was held, and some weeks later from two weeks on", () => {
  const startsAtMs = 1_000;
  const begins = (when: WayIn["when"], laterMs: number) =>
    momentNow({ when, startsAtMs }, startsAtMs + laterMs);

  expect(begins("early", -1)).toBe("before");
  expect(begins("open", 60_000)).toBe("before");
  expect(begins("ended", followUpAfterMs - 1)).toBe("after");
  expect(begins("ended", followUpAfterMs)).toBe("followUp");
  expect(momentNow(null, startsAtMs)).toBe("before");
});

it("[JN44] a check-in and a goal's line say that they are a conversation aid and no validated scale", () => {
  const goals: GoalLine[] = [
    {
      goalId: newId.goal(),
      text: "Wait",
      baseline: 3,
      hopedFor: 7,
      ratings: [{ cycleNumber: 1, value: 5 }],
    },
  ];
  const aid = /conversation aid, not a validated scale/;

  expect(renderToStaticMarkup(<GoalLines goals={goals} />)).toMatch(aid);
  expect(text("checkIn.lead")).toMatch(aid);
  expect(text("checkIn.shared.lead", { name: "Callum" })).toMatch(aid);
});
