import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OwnDoorList } from "#client/features/own/OwnDoors.tsx";
import { ownLink } from "#client/lib/paths.ts";
import type { OwnDoors } from "#shared/protocol/own-doors-routes.ts";

const dayAtMs = new Date("2026-03-03T12:00").getTime();
const doors: OwnDoors = {
  browsers: [
    { browserId: "0c3c1a34-5f0e-4a9f-8b5e-1c9a0d7c1a01", sinceMs: dayAtMs, isThis: true },
    { browserId: "0c3c1a34-5f0e-4a9f-8b5e-1c9a0d7c1a02", sinceMs: dayAtMs, isThis: false },
  ],
  linkClosesAtMs: null,
};
const show = (shown: OwnDoors) =>
  renderToStaticMarkup(
    <OwnDoorList
      doors={shown}
      isSending={false}
      onClose={() => undefined}
      onEndLink={() => undefined}
    />,
  );

it("[JN38] only another browser can be closed, and its button says which", () => {
  const html = show(doors);

  expect(html).toContain("This browser, first opened 3 March 2026 at 12:00");
  expect(html).toContain("Another browser, first opened 3 March 2026 at 12:00");
  expect(html.split("<button").length - 1).toBe(1);
  expect(html).toContain(
    'aria-label="Close it there: the browser first opened 3 March 2026 at 12:00"',
  );
});

it("[JN38] a link that waits is named with its end, and can be ended", () => {
  const html = show({ ...doors, linkClosesAtMs: dayAtMs });

  expect(html).toContain("A link to this place waits until 3 March 2026 at 12:00");
  expect(html).toContain("End the link");
  expect(show(doors)).not.toContain("End the link");
});

it("[JN38] the secret of a link is in the fragment, which no browser sends", () => {
  expect(ownLink("https://room.example", "abc")).toBe("https://room.example/own/open#abc");
});
