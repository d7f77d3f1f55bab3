import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { logCsv } from "#client/features/supervision/log-csv.ts";
import { Stages } from "#client/features/supervision/Stages.tsx";
import { SupervisionHours } from "#client/features/supervision/SupervisionHours.tsx";
import { text } from "#client/lib/text.ts";
import { traineeLogSchema } from "#shared/domain/trainee-log.ts";
import type { TraineeLog } from "#shared/domain/trainee-log.ts";
import { newId } from "#tests/helpers/build-records.ts";

function buildLog(workingPoint = ""): TraineeLog {
  return traineeLogSchema.parse({
    stage: "1",
    reviews: [
      {
        reviewId: newId.review(),
        journeyId: newId.journey(),
        practitionerName: "Callum",
        childName: "Zaynab",
        cycleNumber: 2,
        startsAtMs: new Date("2026-11-20T15:00").getTime(),
        workingPoint,
      },
    ],
    supervisions: [
      { supervisionId: crypto.randomUUID(), heldOn: "2026-11-03", withWhom: "=Helen" },
    ],
  });
}

describe("the log as a table to be taken away", () => {
  it("[JN47] names no child, however spelled, and has no formula in it", () => {
    const csv = logCsv(buildLog("+1: Zaynab's turn came, and I waited for ZAYNAB"));

    expect(csv.replace("\uFEFF", "").split("\r\n")).toEqual([
      "What,Day,With whom,Cycle,Working point",
      "Supervision,2026-11-03,'=Helen,,",
      `Shared review,2026-11-20,Callum,2,"'+1: the child's turn came, and I waited for the child"`,
      "",
    ]);
  });
});

describe("the log's page", () => {
  it("[JN47] [S1] says of each stage what has been held and what it asks for, beside the stage one says oneself", () => {
    const page = renderToStaticMarkup(
      <Stages log={buildLog()} isSending={false} onStage={() => {}} />,
    );

    expect(page).toContain('<option value="1" selected="">Stage 1</option>');
    expect(page.replaceAll(/<[^>]+>/g, "|")).toContain(
      "|Stage 1||1 of 6||1 of at least 2||1 of 7||",
    );
    expect(page.replaceAll(/<[^>]+>/g, "|")).toContain(
      "|Stage 3||0 of 12||0 of at least 3||0 of 8||",
    );
  });

  it("[JN46] lists the hours of supervision, each with a button that says which it takes away", () => {
    const page = renderToStaticMarkup(
      <SupervisionHours
        supervisions={buildLog().supervisions}
        isSending={false}
        refusal=""
        onAdd={() => Promise.resolve(true)}
        onRemove={() => {}}
      />,
    );

    expect(page).toContain("3 November 2026, with =Helen");
    expect(page).toContain('aria-label="Take away the hour of 3 November 2026 with =Helen"');
  });

  it.each([
    [4, 9, "You paused 4 times, Callum 9 times. Only you see this."],
    [1, 0, "You paused once, Callum did not. Only you see this."],
    [0, 1, "You did not pause, Callum once. Only you see this."],
  ])("[JN48] tells %i and %i pauses in words", (own, theirs, words) => {
    expect(text("pauses.words", { own, theirs, name: "Callum" })).toBe(words);
  });
});
