import { expect, it } from "vitest";
import { createAccessChanges } from "#server/access-changes.ts";

const change = { kind: "session-ended", sessionId: "one" } as const;

it("[DR9] a change of access is heard by everybody before the announcer goes on, and no more after leaving", () => {
  const access = createAccessChanges();
  const heard: string[] = [];
  access.listen(({ kind }) => heard.push(`first ${kind}`));
  const stop = access.listen(() => heard.push("second"));

  access.announce(change);
  stop();
  access.announce(change);

  expect(heard).toEqual(["first session-ended", "second", "first session-ended"]);
});

it("[DR9] a listener that breaks keeps a change of access from nobody else", () => {
  const access = createAccessChanges();
  const heard: string[] = [];
  access.listen(() => {
    throw new Error("broken");
  });
  access.listen(({ kind }) => heard.push(kind));

  expect(() => access.announce(change)).toThrow("session-ended was not heard by all");
  expect(heard).toEqual(["session-ended"]);
});
