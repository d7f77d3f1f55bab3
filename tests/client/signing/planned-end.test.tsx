import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PlannedEndFields } from "#client/features/signing/PlannedEndFields.tsx";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { PlannedEndNews } from "#shared/protocol/planned-end-events.ts";

/** What somebody in the room sees once it has told them this. */
function show(news: PlannedEndNews | null, mayWrite: boolean): string {
  const line: Partial<RoomConnection> = { latest: () => news as never, on: () => () => undefined };
  return renderToStaticMarkup(
    <PlannedEndFields
      connection={line as RoomConnection} // as much of it as is asked for
      practitionerName="Callum"
      mayWrite={mayWrite}
    />,
  );
}

const planned = { keeps: "Both keep the report.", deletesOn: null, latest: "2027-01-22" };

it("[JN86] the last review asks both what is kept and who sees it, and says the day", () => {
  const page = show(planned, true);

  expect(page).toContain("What is kept, and who sees it");
  expect(page).toContain("Both keep the report.</textarea>");
  expect(page).toContain("deleted by the end of 22 January 2027");
  expect(show({ ...planned, deletesOn: "2026-12-24" }, true)).toContain(
    "deleted by the end of 24 December 2026",
  );
  expect(page).not.toContain("Note it for both"); // nothing has been changed here
});

it("[JN86] whoever watches reads it and writes nothing; before it is known there is nothing", () => {
  const page = show(planned, false);

  expect(page).toContain("Both keep the report.");
  expect(page).toContain("22 January 2027");
  expect(page).not.toMatch(/<textarea|<input/);
  expect(show(null, true)).toBe("");
});
